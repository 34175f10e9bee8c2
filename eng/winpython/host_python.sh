# Sourced: which interpreter of this system is a Python 3.11, whose byte code is that of the one for Windows.
host_python() {
  local name
  for name in python3.11 python3 /usr/bin/python3.11; do
    if "$name" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
      echo "$name"
      return
    fi
  done
  return 1
}
