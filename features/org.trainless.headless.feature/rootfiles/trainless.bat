@echo off
rem Starts Trainless without a native launcher. TRAINLESS_JAVA, a bundled jre\, JAVA_HOME, or java on the path, in this order.
setlocal
set "home=%~dp0"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if exist "%home%jre\bin\java.exe" set "java=%home%jre\bin\java"
if defined TRAINLESS_JAVA set "java=%TRAINLESS_JAVA%"
set "area=%TEMP%\trainless.%RANDOM%%RANDOM%"
set "version="
"%java%" -version 2>"%area%.java"
for /f "usebackq tokens=2,3" %%a in ("%area%.java") do if "%%a"=="version" set "version=%%~b"
del "%area%.java" 2>nul
if not defined version goto nojava
for /f "delims=.-+" %%v in ("%version%") do if %%v lss 21 goto nojava
for /f "delims=" %%f in ('dir /b /on "%home%plugins\org.eclipse.equinox.launcher_*.jar"') do set "jar=%home%plugins\%%f"
set "collector=-XX:+UseParallelGC -XX:-UseAdaptiveSizePolicy -XX:NewSize=64m -XX:MaxNewSize=64m -XX:SurvivorRatio=2 -XX:InitialTenuringThreshold=15"
set "heap=-Xms128m -Xmx2g"
rem Java does not start with two collectors, nor with more memory at first than at most.
set TRAINLESS_VMARGS 2>nul | findstr /r /c:"-XX:+Use[0-9A-Za-z]*GC" >nul && set "collector="
set TRAINLESS_VMARGS 2>nul | findstr /c:"-Xmx" /c:"-XX:MaxHeapSize=" >nul && set "heap=-Xmx2g"
set "options=%heap% %collector% --enable-native-access=ALL-UNNAMED -Dai.djl.offline=true -DOPT_OUT_TRACKING=true"
rem Without arguments, or with "ui", the workbench opens; anything else is the command line's.
if "%~1"=="" goto workbench
if /i "%~1"=="ui" goto workbench
rem What only tells something ends before a better compiler would pay. For the others it waits until something is hot indeed.
set "compiler=-XX:TieredStopAtLevel=1"
for %%c in (run score correlate) do if /i "%~1"=="%%c" set "compiler=-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"
rem Processes that evaluate have Java's vector module, where there is one, as org.trainless.engine.fast.VectorModule says.
rem Each argument as it is: the list of a "for" takes wildcards for files and ends at a bracket. Shifting leaves what is passed on whole.
set "vectors="
:argument
set argument=%1
if not defined argument goto arguments
if "%argument:"=%"=="--in-process" set "vectors=yes"
shift /1
goto argument
:arguments
if defined vectors "%java%" --list-modules | findstr /b jdk.incubator.vector >nul || set "vectors="
if defined vectors set "compiler=%compiler% --add-modules=jdk.incubator.vector -XX:CompileCommand=quiet -XX:CompileCommand=CompileThresholdScaling,org.trainless.engine.fast.*::*,0.02"
"%java%" %options% %compiler% %TRAINLESS_VMARGS% "-Djava.util.logging.config.file=%home%logging.properties" -jar "%jar%" -nosplash -configuration "%area%" -data @none -application org.trainless.cli.app %*
set code=%ERRORLEVEL%
goto end
:workbench
rem The workbench takes no notice of the word "ui" among the arguments.
"%java%" %options% %TRAINLESS_VMARGS% "-Djava.util.logging.config.file=%home%logging.properties" -jar "%jar%" -nosplash -configuration "%area%" -product org.trainless.rcp.product -application org.trainless.rcp.app -data @noDefault %*
set code=%ERRORLEVEL%
rem 23: it ends to be started anew, with another theme or workspace.
if %code%==23 goto workbench
:end
rmdir /s /q "%area%" 2>nul
exit /b %code%
:nojava
if not defined version set "version=not there"
echo Trainless needs Java 21 or newer, but %java% is %version%: set TRAINLESS_JAVA to another one 1>&2
exit /b 1
