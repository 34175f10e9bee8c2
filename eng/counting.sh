# Sourced by test.sh: runs one suite after the other and adds up what their programs count.

passed=0 failed=0 skipped=0
log=$(mktemp)
running=""
at_end=()
end() { local step; [ -z "$running" ] || kill "$running" 2>/dev/null; for step in "${at_end[@]}"; do "$step"; done; rm -f "$log"; }
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

run_for() { # seconds, command...: into the log; one that does not end is looked at before it is ended
  local seconds=$1 code
  shift
  timeout --kill-after=10 "$seconds" "$@" </dev/null >"$log" 2>&1 &
  running=$!
  timeout $((seconds - seconds / 10)) tail -s 0.1 --pid="$running" -f /dev/null || show_hang "$running"
  wait "$running"
  code=$?
  running=""
  return "$code"
}

show_hang() { # process: what it and its descendants are at
  local process thread descendants
  descendants=$(descendants_of "$1")
  echo "It does not end. The processes, with the kernel's function in which each thread waits:"
  for process in $descendants; do
    echo "$process $(tr '\0' ' ' <"/proc/$process/cmdline" 2>/dev/null | cut -c 1-150)"
    for thread in "/proc/$process/task"/*; do
      echo "  $(cat "$thread/comm" 2>/dev/null): $(cat "$thread/wchan" 2>/dev/null)"
    done | sort | uniq -c
  done
  [ -x artifacts/tools/dotnet-stack ] || dotnet tool install dotnet-stack --tool-path artifacts/tools >/dev/null 2>&1
  for process in $descendants; do
    [ "$(readlink "/proc/$process/exe")" = "$(readlink -f "$(command -v dotnet)")" ] || continue
    echo "The managed threads of process $process:"
    timeout 60 artifacts/tools/dotnet-stack report --process-id "$process" 2>&1
  done
}

descendants_of() { # process: itself and all that come from it
  local child
  echo "$1"
  for child in $(pgrep -P "$1"); do descendants_of "$child"; done
}

# A test that takes so many seconds is named while it runs.
long_running=120

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
  xunit_suite "$name${1:+ ($*)}" env "$@" dotnet "artifacts/bin/$name/debug/$name.dll" -noColor -longRunning "$long_running"
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
