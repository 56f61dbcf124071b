@echo off
rem Builds the product for Windows once, and again when sources changed, then runs it. Needs a JDK 21 or newer in JAVA_HOME or on the path.
setlocal
set "root=%~dp0"
set "product=%root%releng\org.trainless.product\target\products\org.trainless.product\win32\win32\x86_64"
set "stamp=%root%.tools\built-win32"
if not exist "%product%\trainless.bat" goto build
if not exist "%stamp%" goto build
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:stamp).LastWriteTime; $newer = 'bundles', 'features', 'releng', 'targetplatform', 'pom.xml' | ForEach-Object { Get-ChildItem -LiteralPath ($env:root + $_) -Recurse -File } | Where-Object { $_.LastWriteTime -gt $built -and $_.FullName.Substring($env:root.Length) -notmatch '\\(target|test)\\' } | Select-Object -First 1; if ($newer) { exit 1 }"
if not errorlevel 1 goto run
:build
if not exist "%root%.tools" mkdir "%root%.tools"
echo building Trainless (once; a few minutes) ... 1>&2
rem The stamp is from before the build: what changes meanwhile counts as changed.
type nul >"%stamp%.begun"
call "%root%mvnw.cmd" clean verify -Dmaven.test.skip=true -Dplatform=win32 >"%root%.tools\build-win32.log" 2>&1
if errorlevel 1 goto failed
move /y "%stamp%.begun" "%stamp%" >nul
:run
call "%product%\trainless.bat" %*
exit /b %ERRORLEVEL%
:failed
echo the build failed; all of it is in %root%.tools\build-win32.log 1>&2
exit /b 1
