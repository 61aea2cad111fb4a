#!/bin/sh
# A million rows of card transactions: loaded, loaded again, listed. Wall seconds and peak memory.
# $1: build folder; $2: rows (1000000 where none is given): 24 months of 200 stations.
set -eu
build=$1 rows=${2:-1000000}
run=$build/tests/bench/run youka=$build/youka today=2026-11-23
work=$build/bench-sales
rm -rf "$work"; mkdir -p "$work"
awk 'BEGIN { print "code,name,region,lon,lat,datum,class"
  for (i = 0; i < 200; i++)
    printf "S%03d,站%d,区%d,%.4f,%.4f,wgs84,urban\n", i, i, i % 10, 118 + i * .01, 24 + i * .005 }' >"$work/stations.csv"
awk -v rows="$rows" 'BEGIN { srand(7); cards = int(rows / 24)
  print "网点编码,月份,卡号,持卡单位,油品名称,数量(升),金额(元),笔数"
  for (m = 0; m < 24; m++)
    for (i = 0; i < cards; i++)
      printf "S%03d,%04d-%02d,9030%015d,某市第%d运输有限公司,%s,%.2f,%.2f,%d\n", i % 200,
        2024 + int((m + 10) / 12), (m + 10) % 12 + 1, i, int(i / 3), i % 3 ? "0号柴油" : "92号汽油",
        100 + rand() * 2000, 700 + rand() * 14000, 1 + int(rand() * 20) }' >"$work/sales.csv"
told() { awk -v what="$1" -v rows="$(($(wc -l <"$work/sales.csv") - 1))" \
  '{ printf "%10d  %-16s %9.2f %9.1f\n", rows, what, $1, $2 / 1024 }'; }
YOUKA_DB=$work/db; export YOUKA_DB
"$youka" station load "$work/stations.csv" --today $today --quiet >/dev/null
printf '%10s  %-16s %9s %9s\n' rows what seconds 'peak MB'
"$run" "$youka" sales load "$work/sales.csv" --today $today --quiet | told 'sales load'
"$run" "$youka" sales load "$work/sales.csv" --today $today --quiet | told 'the same again'
"$run" "$youka" sales list --today $today --quiet | told 'sales list'
ls -l "$work/db" | awk '{ printf "database %.0f MB\n", $5 / 1e6 }'
rm -rf "$work"
