# The Python package and the C interface under it, with every interpreter that is there.

python_missing() {
  core_missing
  command -v python3 >/dev/null || echo python3
  command -v gcc >/dev/null || echo gcc
}

python_run() {
  local interpreter interpreters
  mapfile -t interpreters < <(pythons)
  for interpreter in "${interpreters[@]}"; do
    counted_suite "python package ($("$interpreter" -c 'import sys; print("%d.%d" % sys.version_info[:2])'))" 1200 \
      "$interpreter" tests/python/run.py
  done
}

# The python3 of the PATH, and every other version from 3.7 on that is there and runs.
pythons() {
  local minor name
  echo python3
  for minor in 7 8 9 10 11 12 13 14; do
    name=python3.$minor
    python3 -c "import sys; sys.exit(sys.version_info[:2] == (3, $minor))" || continue
    ! "$name" -c pass 2>/dev/null || echo "$name"
  done
}
