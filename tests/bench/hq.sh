#!/bin/sh
# report hq over 200 stations that issued two plans each, with 100, 1,000 and 5,000 lines a plan:
# seconds and peak memory. $1: build folder; $2: stations.
build=$1 stations=${2:-200}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
printf '%8s %8s %9s %9s %9s\n' stations lines 'MB on disk' seconds 'peak MB'
for lines in ${LINES_EACH:-100 1000 5000}; do
  rm -f "$work"/hq.*
  "$build/tests/bench/hq_bench" "$work" "$stations" "$lines" || exit 1
  "$build/tests/bench/run" "$build/youka" report hq --db "$work/hq.db" --out "$work/hq.xlsx" \
    --today 2026-11-23 --quiet >"$work/said" || exit 1
  read -r seconds kb <"$work/said"
  printf '%8d %8d %10d %9s %9d\n' "$stations" "$lines" \
    $(($(stat -c %s "$work/hq.db") / 1000000)) "$seconds" $((kb / 1024))
done
