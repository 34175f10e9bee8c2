# The Python host adapters: on doubles, and inside real hosts. Debian's Python, because the hosts' Qt modules are Debian's.

hosts_missing() {
  local need
  core_missing
  [ -x /usr/bin/python3 ] || echo python3
  for need in blender freecad krita openbox; do
    command -v "$need" >/dev/null || echo "$need"
  done
  command -v import >/dev/null || echo imagemagick
  command -v xwininfo >/dev/null || echo x11-utils
  for need in PyQt5.QtWidgets:python3-pyqt5 PyQt6.QtWidgets:python3-pyqt6 PySide2.QtWidgets:python3-pyside2.qtwidgets; do
    /usr/bin/python3 -c "import ${need%%:*}" 2>/dev/null || echo "${need##*:}"
  done
}

hosts_run() {
  counted_suite "host doubles" 1200 /usr/bin/python3 tests/hosts/doubles_run.py
  counted_suite "real hosts" 3000 /usr/bin/python3 tests/hosts/run.py
}
