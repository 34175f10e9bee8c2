# Sourced by test.sh: runs one suite after the other and adds up what their programs count.

passed=0 failed=0 skipped=0
log=$(mktemp)
at_end=()
end() { local step; for step in "${at_end[@]}"; do "$step"; done; rm -f "$log"; }
trap end EXIT

# A run that died, or whose summary cannot be read, counts as a failure whatever it printed.
count() { # name, exit code, total, failed, skipped
  local good=$(($3 - $4 - $5))
  echo "$1: $good passed, $4 failed, $5 skipped"
  passed=$((passed + good)) failed=$((failed + $4)) skipped=$((skipped + $5))
  if [ "$2" != 0 ] && [ "$4" = 0 ]; then
    echo "$1: ended with exit code $2"
    failed=$((failed + 1))
  fi
  if [ "$3" = 0 ]; then
    echo "$1: ran no test"
    failed=$((failed + 1))
  fi
}

could_not_run() { # why
  echo "$1"
  failed=$((failed + 1))
}

run_for() { # seconds, command...: into the log
  local seconds=$1
  shift
  timeout --kill-after=10 "$seconds" "$@" >"$log" 2>&1
}

xunit_suite() { # label, command...
  local label=$1 line numbers total errors bad skip
  shift
  echo "== $label"
  run_for 1200 "$@"
  local code=$?
  line=$(grep -aE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$log" | tail -n 1)
  if [ -z "$line" ]; then
    tail -n 60 "$log"
    count "$label" "$code" 1 1 0
    return
  fi
  [ "$code" = 0 ] || cat "$log"
  numbers=$(sed -E 's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3 \4/' <<<"$line")
  read -r total errors bad skip <<<"$numbers"
  count "$label" "$code" "$((total + errors))" "$((bad + errors))" "$skip"
}

dotnet_suite() { # project, environment...
  local name=$1
  shift
  xunit_suite "$name${1:+ ($*)}" env "$@" dotnet "artifacts/bin/$name/debug/$name.dll" -noColor
}

# For programs that end with the line that this script ends with.
counted_suite() { # label, seconds, command...
  local label=$1 seconds=$2 line good bad skip
  shift 2
  echo "== $label"
  run_for "$seconds" "$@"
  local code=$?
  line=$(grep -aoE '[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' "$log" | tail -n 1)
  [ "$code" = 0 ] && [ -n "$line" ] || tail -n 200 "$log"
  if [ -z "$line" ]; then
    count "$label" "$code" 1 1 0
    return
  fi
  read -r good bad skip <<<"$(tr -dc '0-9 \n' <<<"$line" | tr -s ' ')"
  count "$label" "$code" "$((good + bad + skip))" "$bad" "$skip"
}
