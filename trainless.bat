@echo off
rem Builds the product for Windows once, then runs it. Needs a JDK 21 or newer in JAVA_HOME and Maven 3.9.9 or newer on the path.
setlocal
set "root=%~dp0"
set "product=%root%releng\org.trainless.product\target\products\org.trainless.product\win32\win32\x86_64"
if not exist "%product%\trainless.bat" (
  echo building Trainless once ... 1>&2
  call mvn -B -ntp -f "%root%pom.xml" clean verify -DskipTests -Dplatform=win32 || exit /b 1
)
call "%product%\trainless.bat" %*
exit /b %ERRORLEVEL%
