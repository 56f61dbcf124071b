@echo off
rem Builds the product for Windows once, and again when sources changed, then runs it. Needs a JDK 21 or newer in JAVA_HOME or on the path.
setlocal
set "root=%~dp0"
set "product=%root%releng\org.trainless.product\target\products\org.trainless.product\win32\win32\x86_64"
set "stamp=%root%.tools\built-win32"
set "current="
if exist "%product%\trainless.bat" if exist "%stamp%" (
  powershell -NoProfile -Command "$built = (Get-Item '%stamp%').LastWriteTime; $newer = Get-ChildItem '%root%bundles','%root%features','%root%releng','%root%targetplatform','%root%pom.xml' -Recurse -File | Where-Object { $_.LastWriteTime -gt $built -and $_.FullName -notmatch '\\(target|test)\\' } | Select-Object -First 1; if ($newer) { exit 1 }" && set "current=yes"
)
if not defined current (
  if not exist "%root%.tools" mkdir "%root%.tools"
  echo building Trainless ^(once; a few minutes^) ... 1>&2
  rem The stamp is from before the build: what changes meanwhile counts as changed.
  type nul >"%stamp%.begun"
  call "%root%mvnw.cmd" clean verify -DskipTests -Dplatform=win32 >"%root%.tools\build-win32.log" 2>&1 || (
    echo the build failed; all of it is in %root%.tools\build-win32.log 1>&2
    exit /b 1
  )
  move /y "%stamp%.begun" "%stamp%" >nul
)
call "%product%\trainless.bat" %*
exit /b %ERRORLEVEL%
