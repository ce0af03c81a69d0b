@echo off
rem The stand-in for VS Code's executable; see code.ts.
node "%~dp0..\..\node_modules\tsx\dist\cli.mjs" "%~dp0code.ts" %*
