#!/bin/sh
# Lays out, in FOLDER, what lld-link needs beside the native AOT packages: the runtime library's stand-in, and mingw's import libraries
# under the names that Windows uses.
#
#   make-libraries.sh FOLDER program|library
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mingw=/usr/x86_64-w64-mingw32/lib
mkdir -p "$1"

case "$2" in
  library) define=-DLIBRARY ;;
  program) define= ;;
  *) echo "make-libraries.sh: '$2' is neither program nor library" >&2; exit 2 ;;
esac
clang --target=x86_64-pc-windows-msvc -ffreestanding -fno-builtin -O1 -Wall -Wextra -Werror $define -c "$here/crt.c" -o "$1/crt.obj"

for name in advapi32 bcrypt crypt32 iphlpapi kernel32 mswsock ncrypt normaliz ntdll ole32 oleaut32 secur32 user32 version ws2_32 ucrt; do
  [ -e "$mingw/lib$name.a" ] || { echo "make-libraries.sh: $mingw/lib$name.a is missing; install mingw-w64's x86_64 development files (Debian: mingw-w64-x86-64-dev)" >&2; exit 1; }
  ln -sf "$mingw/lib$name.a" "$1/$name.lib"
done

# mingw computes these itself, in a library that Visual C++'s objects do not go with; Windows has them too.
printf '%s\n' 'LIBRARY api-ms-win-crt-math-l1-1-0.dll' EXPORTS ceil floor fmod fmodf modf pow >"$1/math.def"
x86_64-w64-mingw32-dlltool -d "$1/math.def" -l "$1/math.lib"
