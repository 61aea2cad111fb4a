#!/bin/sh
# Each fuzz target for SECONDS (60 where nothing is said), from its kept corpus. What is new is kept in
# build/fuzz/corpus; what fails lies in build/fuzz/found and ends the run: mend it, give the file a name
# that says what it is, and put it into tests/fuzz/corpus.
# $1: build folder; the rest: targets.
set -eu
build=$1; shift
mkdir -p "$build/found"
for target; do
  name=$(basename "$target" _fuzz)
  mkdir -p "$build/corpus/$name"
  echo "$name: ${SECONDS_EACH:-60} s"
  "$target" -max_total_time="${SECONDS_EACH:-60}" -timeout=5 -rss_limit_mb=1024 -max_len=65536 -print_final_stats=1 \
    -artifact_prefix="$build/found/$name-" "$build/corpus/$name" "tests/fuzz/corpus/$name" >"$build/$name.log" 2>&1 ||
    { tail -40 "$build/$name.log"; exit 1; }
  grep -E 'stat::(number_of_executed_units|peak_rss_mb)' "$build/$name.log"
done
