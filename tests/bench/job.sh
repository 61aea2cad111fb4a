#!/bin/sh
# The whole job of a region, from survey files to a workbook a station, beside pandas, scikit-learn and
# XlsxWriter on the same file, two processes each, in turns.
# $1: build folder; $2: rows (100000 where not said); $3: rounds (3).
set -eu
build=$1 rows=${2:-100000} rounds=${3:-3}
run=$build/tests/bench/run youka=$build/youka python=/usr/bin/python3
today="--today 2026-11-23 --quiet"
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
mkdir -p "$work/region"
"$build/tests/bench/gen" "$work/region" "$rows"
$python -c 'import pandas, sklearn, xlsxwriter' 2>/dev/null || {
  echo "job: needs python3-pandas, python3-sklearn and python3-xlsxwriter (make bench installs them)" >&2; exit 1; }
YOUKA_DB=$work/db; export YOUKA_DB
# Status 3 of youka says that rows were refused: 3 % of them are wrong on purpose.
timed() { "$run" "$@" 2>"$work/log" || [ $? = 3 ] || { cat "$work/log" >&2; exit 1; }; }
# shellcheck disable=SC2086
ours() { # making plans derives too: deriving alone is only timed
  rm -rf "$work"/db* "$work/ours"
  "$youka" station load "$work/region/stations.csv" $today >/dev/null
  { timed "$youka" survey load "$work/region/clients.csv" $today
    timed "$youka" derive $today
    timed "$youka" plan make --sheets plan --out "$work/ours" $today; } |
    awk '{ if (NR != 2) all += $1; if (NR < 3) before += $1; if ($2 > most) most = $2 }
      END { print all, before, most }'
}
theirs() {
  rm -rf "$work/theirs"
  timed $python tests/bench/peer_pandas.py "$work/region" "$work/theirs" 2 >"$work/time"
  awk -v all="$(cut -d' ' -f1 "$work/time")" -v most="$(cut -d' ' -f2 "$work/time")" \
    '/^workbooks/ { print all, all - $2, most }' "$work/log"
}
middle() { sort -n | sed -n "$(((rounds + 1) / 2))p"; }
for round in $(seq "$rounds"); do
  ours >>"$work/a"; theirs >>"$work/b"
done
echo "$rows rows, medians of $rounds; the ratio counts. A sheet of ours has 56 columns, theirs 25."
printf '%-8s %9s %22s %9s\n' what seconds 'before the workbooks' 'peak MB'
for w in a b; do
  name=youka; [ $w = b ] && name=pandas
  printf '%-8s %9.1f %22.1f %9.0f\n' $name "$(cut -d' ' -f1 "$work/$w" | middle)" \
    "$(cut -d' ' -f2 "$work/$w" | middle)" "$(cut -d' ' -f3 "$work/$w" | middle | awk '{ print $1 / 1024 }')"
done
awk -v a="$(cut -d' ' -f1 "$work/a" | middle)" -v b="$(cut -d' ' -f1 "$work/b" | middle)" \
  -v c="$(cut -d' ' -f2 "$work/a" | middle)" -v d="$(cut -d' ' -f2 "$work/b" | middle)" \
  'BEGIN { printf "pandas / youka: %.2f, before the workbooks %.2f\n", b / a, d / c }'
