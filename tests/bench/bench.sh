#!/bin/sh
# Loading a big region, beside `sqlite3 .import` of the same file in the same run.
# $1: build folder; the rest: numbers of rows (100000 and 1000000 where none is given).
set -eu
build=$1; shift
[ $# -gt 0 ] || set -- 100000 1000000
gen=$build/tests/bench/gen run=$build/tests/bench/run youka=$build/youka
today=2026-11-23 rounds=3
work=$build/bench
command -v sqlite3 >/dev/null || { echo "bench: the program sqlite3 is not installed" >&2; exit 1; }

clear_db() { rm -f "$work/db" "$work/db-wal" "$work/db-shm" "$work/db-journal"; }
# Status 3 of youka says that rows were refused: 3 % of them are wrong on purpose.
timed() { "$run" "$@" 2>"$work/log" || [ $? = 3 ] || { cat "$work/log" >&2; exit 1; }; }
load() {
  clear_db
  "$youka" station load "$1/stations.csv" --db "$work/db" --today $today --quiet >/dev/null
  timed "$youka" survey load "$1/clients.csv" --db "$work/db" --today $today --quiet
}
merge() { # the loaded database into an empty one
  load "$1" >/dev/null
  rm -f "$work/all"*
  "$youka" db init --db "$work/all" --quiet >/dev/null
  timed "$youka" db merge "$work/db" --db "$work/all" --today $today --quiet
  rm -f "$work/all"*
}
import() {
  clear_db
  timed sqlite3 "$work/db" ".mode csv" ".import '$1/clients.csv' clients"
}
median() { sort -n | sed -n "$(((rounds + 1) / 2))p"; }
column() { cut -d' ' -f"$1" "$2" | median; }

mkdir -p "$work"
echo "The ratio counts; seconds depend on the machine. Medians of $rounds, in turns."
printf '%10s  %-14s %9s %9s\n' rows what seconds 'peak MB'
for rows; do
  region=$work/$rows
  mkdir -p "$region"
  "$gen" "$region" "$rows"
  rm -f "$work/load" "$work/import" "$work/merge"
  for round in $(seq $rounds); do
    load "$region" >>"$work/load"
    merge "$region" >>"$work/merge"
    import "$region" >>"$work/import"
  done
  for what in load merge import; do
    case $what in load) name='survey load' ;; merge) name='db merge' ;; *) name='sqlite .import' ;; esac
    printf '%10d  %-14s %9.2f %9.1f\n' "$rows" "$name" \
      "$(column 1 "$work/$what")" "$(column 2 "$work/$what" | awk '{ print $1 / 1024 }')"
  done
  awk -v a="$(column 1 "$work/load")" -v b="$(column 1 "$work/import")" -v n="$rows" \
    'BEGIN { printf "%10d  ratio of seconds: %.2f\n", n, a / b }'
  awk -v a="$(column 1 "$work/merge")" -v b="$(column 1 "$work/load")" -v n="$rows" \
    'BEGIN { printf "%10d  merge to load: %.2f\n", n, a / b }'
  rm -rf "$region"
done
clear_db
rm -f "$work/load" "$work/import" "$work/merge" "$work/log"
