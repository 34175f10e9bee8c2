#!/bin/sh
# Makes, for the linker alone, libraries with the old versions of glibc's functions (old-symbols.txt), and the objects of start.c and region-range.c.
# What is linked against these first runs on every glibc from the floor on, whatever the machine that linked it has.
#
#   make-stubs.sh COMPILER FOLDER
set -eu
compiler=$1 folder=$2
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$folder"

awk -v folder="$folder" '
  /^#/ || NF == 0 { next }
  /^lib/ { library = $1; node = $2; libraries[library] = libraries[library] " " node; next }
  {
    for (i = 1; i <= NF; i++) {
      names[library, node] = names[library, node] " " $i ";"
      printf ".globl %s\n.type %s, @function\n%s: ret\n", $i, $i, $i > (folder "/" library ".s")
    }
  }
  END {
    for (library in libraries) {
      count = split(libraries[library], nodes, " ")
      for (i = 1; i <= count; i++)
        printf "%s { global:%s%s };\n", nodes[i], names[library, nodes[i]], i == 1 ? " local: *;" : "" > (folder "/" library ".map")
      printf ".section .note.GNU-stack,\"\",@progbits\n" > (folder "/" library ".s")
      print library > (folder "/libraries")
    }
  }' "$here/old-symbols.txt"

while read -r library; do
  "$compiler" -shared -nostdlib -fPIC -Wl,-soname,"$library" -Wl,--version-script,"$folder/$library.map" \
    -x assembler "$folder/$library.s" -o "$folder/$library"
done <"$folder/libraries"
"$compiler" -c -O2 -fPIC -Wall -Werror "$here/region-range.c" -o "$folder/region-range.o"
"$compiler" -c -O2 -fPIC -ffreestanding -Wall -Werror "$here/start.c" -o "$folder/start.o"
