#!/usr/bin/env bash
# Builds a small CPython 3.11 for Windows out of Debian's source packages: what the tests of the Python package run on under Wine. Not for anything else.
#
#   eng/winpython/build.sh FOLDER_FOR_PYTHON
#
# It needs apt, make, mingw-w64 and a Python 3.11 of this system, which compiles the modules that start frozen. The folder is left alone where it holds
# what this script would build.
set -euo pipefail
own=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)
. "$own/host_python.sh"

key=$({ find "$own" -type f -print0 | sort -z | xargs -0 cat; x86_64-w64-mingw32-gcc --version; } | sha256sum | cut -d ' ' -f 1)
if [ -e "$out/built" ] && [ "$(<"$out/built")" = "$key" ]; then exit 0; fi
host_python=$(host_python) || { echo "There is no Python 3.11 that could compile the frozen modules." >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The sources are upstream's archives inside Debian's packages, by a list of sources of this script's own: the machine's stays as it is.
download() {
  local mirror apt
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Codename: bookworm' 'Component: main' | sed -n 1p)
  [ -n "$mirror" ] || { echo "apt knows no source of Debian 12 (bookworm). Run apt-get update, and try again." >&2; return 1; }
  mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/download"
  echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror bookworm main" >"$work/sources.list"
  apt=(-o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work" -o APT::Sandbox::User= -qq)
  apt-get "${apt[@]}" update
  (cd "$work/download" && apt-get "${apt[@]}" source --download-only --tar-only python3.11 libffi)
  (cd "$work/download" && sha256sum --quiet --check "$own/sources.sha256")
}

unpack() { # archive, folder
  mkdir -p "$2"
  tar -xf "$1" -C "$2" --strip-components=1
}

download
python_source=$work/python-source ffi_source=$work/ffi-source
unpack "$work/download/python3.11_3.11.2.orig.tar.gz" "$python_source"
unpack "$work/download/libffi_3.4.4.orig.tar.gz" "$ffi_source"

# What only Visual C++ takes: numbers that mingw has as macros, redefined as themselves; a function declared in two ways.
sed -i -E '/^#define (IPPROTO_[A-Z0-9]+) \1( |$)/d' "$python_source/Modules/socketmodule.c"
sed -i -z 's/static int\n_Py_CheckPython3/int\n_Py_CheckPython3/' "$python_source/Python/dynload_win.c"
# Ours is found instead, and includes this one.
mv "$python_source/PC/pyconfig.h" "$python_source/PC/pyconfig_of_visual_c.h"

mkdir -p "$work/ffi"
sed 's/@TARGET@/X86_WIN64/; s/@HAVE_LONG_DOUBLE@/1/; s/@FFI_EXEC_TRAMPOLINE_TABLE@/0/' "$ffi_source/include/ffi.h.in" >"$work/ffi/ffi.h"
cp "$ffi_source/src/x86/ffitarget.h" "$work/ffi/"

for module in importlib._bootstrap importlib._bootstrap_external zipimport; do
  "$host_python" "$python_source/Programs/_freeze_module.py" "$module" "$python_source/Lib/${module//.//}.py" "$python_source/Python/frozen_modules/$module.h"
done
"$host_python" "$python_source/Programs/_freeze_module.py" getpath "$python_source/Modules/getpath.py" "$python_source/Python/frozen_modules/getpath.h"

make --silent -j2 -f "$own/Makefile" "own=$own" "work=$work" "python_source=$python_source" "ffi_source=$ffi_source"
rm -rf "${out:?}"/*
cp "$work/python.exe" "$work/python311.dll" "$out/"
rm -rf "$python_source"/Lib/{test,idlelib,lib2to3,tkinter,turtledemo,ensurepip,distutils,pydoc_data}
cp -r "$python_source/Lib" "$out/"
echo "$key" >"$out/built"
