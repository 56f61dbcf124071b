@echo off
rem Starts Trainless without a native launcher. TRAINLESS_JAVA, a bundled jre\, JAVA_HOME, or java on the path, in this order.
setlocal
set "home=%~dp0"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if exist "%home%jre\bin\java.exe" set "java=%home%jre\bin\java"
if defined TRAINLESS_JAVA set "java=%TRAINLESS_JAVA%"
for %%f in ("%home%plugins\org.eclipse.equinox.launcher_*.jar") do set "jar=%%f"
rem Without arguments, or with "ui", the workbench opens; anything else is the command line's.
set "start=-data @none -application org.trainless.cli.app"
set "rest=%*"
if "%~1"=="" set "start=-product org.trainless.rcp.product -application org.trainless.rcp.app -data @noDefault"
if /i "%~1"=="ui" (
  set "start=-product org.trainless.rcp.product -application org.trainless.rcp.app -data @noDefault"
  set "rest="
)
rem What only tells something ends before a better compiler would pay.
set "quick=-XX:TieredStopAtLevel=1"
for %%c in ("" ui run score correlate) do if /i "%~1"=="%%~c" set "quick="
set "area=%TEMP%\trainless.%RANDOM%%RANDOM%"
"%java%" -Xmx2g %quick% -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED -Dai.djl.offline=true -DOPT_OUT_TRACKING=true "-Djava.util.logging.config.file=%home%logging.properties" -jar "%jar%" -nosplash -configuration "%area%" %start% %rest%
set code=%ERRORLEVEL%
rmdir /s /q "%area%" 2>nul
exit /b %code%
