# Panels under siege: tests/siege/run.py says how. A round is a test; one that fails prints its seed and its steps.

siege_missing() { python_missing; }

siege_run() {
  local minutes=${siege_minutes:-3} seed=${siege_seed:-1}
  counted_suite "siege (seed $seed)" "$((${minutes%%.*} * 60 * 2 + 1200))" python3 tests/siege/run.py --minutes "$minutes" --seed "$seed"
  # The rounds are worth reading, also where nothing failed.
  cp "$log" artifacts/siege.log
}
