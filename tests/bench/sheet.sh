#!/bin/sh
# Reading a workbook, beside the same table as CSV and beside openpyxl (read_only) where it is there.
# $1: build folder; $2 $3: rows and columns (100000 and 30 where none is given).
set -eu
build=$1 rows=${2:-100000} columns=${3:-30} rounds=3
bench=$build/tests/bench/sheet_bench run=$build/tests/bench/run work=$build/bench
python=/usr/bin/python3
peer='import openpyxl, sys
for row in openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True).active.iter_rows(values_only=True): pass'
what="csv xlsx"
$python -c 'import openpyxl' 2>/dev/null && what="$what openpyxl"

median() { sort -n | sed -n "$(((rounds + 1) / 2))p"; }
column() { cut -d' ' -f"$1" "$2" | median; }
once() {
  case $1 in
    openpyxl) "$run" $python -c "$peer" "$work/table.xlsx" ;;
    *) "$run" "$bench" read "$work/table.$1" ;;
  esac
}

mkdir -p "$work"
"$bench" make "$work" "$rows" "$columns"
for w in $what; do rm -f "$work/$w.times"; done
for round in $(seq $rounds); do for w in $what; do once "$w" >>"$work/$w.times"; done; done
echo "$rows rows of $columns columns. The ratio counts; seconds depend on the machine. Medians of $rounds, in turns."
printf '%-10s %9s %9s %18s\n' what seconds 'peak MB' 'times the xlsx'
for w in $what; do
  awk -v w="$w" -v s="$(column 1 "$work/$w.times")" -v m="$(column 2 "$work/$w.times")" -v x="$(column 1 "$work/xlsx.times")" \
    'BEGIN { printf "%-10s %9.2f %9.1f %18.2f\n", w, s, m / 1024, s / x }'
done
rm -f "$work"/table.* "$work"/*.times
