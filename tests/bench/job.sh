#!/bin/sh
# The whole job of a region, from survey files to a workbook a station of 25 columns, beside what people would use
# instead and beside the least that anybody has to do, on the same file, two processes each, in turns:
# pandas, scikit-learn and XlsxWriter (peer_pandas.py); DuckDB and exceljs (peer_duckdb.mjs), where YOUKA_NODE names a
# folder in which npm put @duckdb/node-api and exceljs; a bare SQLite load and bare libxlsxwriter (floor.c).
# $1: build folder; $2: rows (100000 where not said); $3: rounds (3).
set -eu
build=$1 rows=${2:-100000} rounds=${3:-3} here=$(cd "$(dirname "$0")" && pwd)
run=$(realpath "$build/tests/bench/run") youka=$build/youka python=/usr/bin/python3
today="--today 2026-11-23 --quiet"
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
mkdir -p "$work/region"
"$build/tests/bench/gen" "$work/region" "$rows"
$python -c 'import pandas, sklearn, xlsxwriter' 2>/dev/null || {
  echo "job: needs python3-pandas, python3-sklearn and python3-xlsxwriter (make bench installs them)" >&2; exit 1; }
programs="youka pandas"
[ -z "${YOUKA_NODE:-}" ] || programs="$programs duckdb"
programs="$programs floor"
# Status 3 of youka says that rows were refused: 3 % of them are wrong on purpose.
timed() { "$run" "$@" 2>"$work/log" || [ $? = 3 ] || { cat "$work/log" >&2; exit 1; }; }
# shellcheck disable=SC2086
youka() { # what comes before the workbooks is loading and deriving, timed by themselves
  rm -rf "$work"/db* "$work/books"
  export YOUKA_DB="$work/db"
  "$youka" station load "$work/region/stations.csv" $today >/dev/null
  timed "$youka" survey load "$work/region/clients.csv" $today >"$work/steps"
  cp "$work/db" "$work/db.loaded"
  timed "$youka" plan make --sheets plan --out "$work/books" $today >>"$work/steps"
  mv "$work/db.loaded" "$work/db"
  timed "$youka" derive $today >>"$work/steps"
  awk '{ s[NR] = $1; if ($2 > most) most = $2 } END { print s[1] + s[2], s[1] + s[3], most }' "$work/steps"
}
script() { # a program that tells the seconds of its workbooks
  rm -rf "$work/books"
  timed "$@" >"$work/time"
  awk -v all="$(cut -d' ' -f1 "$work/time")" -v most="$(cut -d' ' -f2 "$work/time")" \
    '/^workbooks/ { print all, all - $2, most }' "$work/log"
}
pandas() { script $python "$here/peer_pandas.py" "$work/region" "$work/books" 2; }
duckdb() { (cd "$YOUKA_NODE" && script node "$here/peer_duckdb.mjs" "$work/region" "$work/books"); }
floor() { script "$build/tests/bench/floor" "$work/region" "$work/books"; }
middle() { cut -d' ' -f"$1" "$work/$2.took" | sort -n | sed -n "$(((rounds + 1) / 2))p"; }
for _ in $(seq "$rounds"); do
  for p in $programs; do $p >>"$work/$p.took"; done
done
echo "$rows rows, medians of $rounds in turns; the ratios count: how often longer than youka."
printf '%-8s %9s %6s %22s %6s %9s\n' what seconds ratio 'before the workbooks' ratio 'peak MB'
for p in $programs; do
  echo "$p $(middle 1 "$p") $(middle 2 "$p") $(middle 3 "$p") $(middle 1 youka) $(middle 2 youka)"
done | awk '{ printf "%-8s %9.1f %6.2f %22.1f %6.2f %9.0f\n", $1, $2, $2 / $5, $3, $3 / $6, $4 / 1024 }'
