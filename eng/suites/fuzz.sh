# What others send, changed by a fuzzer: frames, page messages, results, options, arguments of the C interface. tests/fuzz/run.py says how.

fuzz_missing() {
  python_missing
  command -v afl-fuzz >/dev/null || echo afl++
}

fuzz_run() { counted_suite "fuzz" 1800 python3 tests/fuzz/run.py; }
