@echo off
rem Runs Maven on this project with one command. Needs a JDK 21 or newer in JAVA_HOME or on the path; fetches Maven if it has not yet.
setlocal
set "root=%~dp0"
set "version=3.9.11"
set "sha512=03e2d65d4483a3396980629f260e25cac0d8b6f7f2791e4dc20bc83f9514db8d0f05b0479e699a5f34679250c49c8e52e961262ded468a20de0be254d8207076"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -version >nul 2>nul
if errorlevel 1 goto nojava
set "maven=%root%.tools\apache-maven-%version%"
if exist "%maven%\bin\m2.conf" goto maven
"%java%" "%root%releng\FetchMaven.java" %version% %sha512% "%root%.tools"
if errorlevel 1 exit /b 1
:maven
set "phase="
if "%~1"=="" set "phase=verify"
rem As mvn.cmd does in the end. The dot keeps the last backslash from being taken for one that quotes the quotation mark.
"%java%" --enable-native-access=ALL-UNNAMED %MAVEN_OPTS% -classpath "%maven%\boot\plexus-classworlds-2.9.0.jar" "-Dclassworlds.conf=%maven%\bin\m2.conf" "-Dmaven.home=%maven%" "-Dlibrary.jansi.path=%maven%\lib\jansi-native" "-Dmaven.multiModuleProjectDirectory=%root%." org.codehaus.plexus.classworlds.launcher.Launcher %MAVEN_ARGS% -B -ntp -f "%root%pom.xml" %phase% %*
exit /b %ERRORLEVEL%
:nojava
echo no Java found: install a JDK of version 21 or newer, and set JAVA_HOME to it 1>&2
exit /b 1
