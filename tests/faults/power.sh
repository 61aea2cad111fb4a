#!/bin/sh
# The power fails between any two things that a load does to the disk: of what was not synced each sector
# stays, is torn or is lost. Every image must be sound, and no row of a load that was answered may be missing.
# Then the same with syncs that do nothing, where rows must be lost, or the harness would prove nothing. TAP.
# $1: build folder; $2: how many images (10000 where not given).
build=$(cd "$1" && pwd) images=${2:-10000}
here=$(cd "$(dirname "$0")" && pwd)
. "$here/worlds.sh"
power=$build/tests/faults/power_main
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; trap 'exit 1' INT TERM
cd "$work" || exit 1

watched() {
  env LD_PRELOAD="$build/tests/faults/power_preload.so" YK_POWER="$work/$trace" YK_POWER_SYNC=$syncs "$@"
}

load() { # one, answered, and what it left
  # shellcheck disable=SC2086
  watched "$youka" "$@" --db x.db $flags >/dev/null || [ $? = 3 ] || return
  "$power" answered "$trace" && n=$((n + 1)) && "$build/tests/store/raw_main" x.db >states/$n
}

# Loads one after the other; of the last few the log keeps the rows, since somebody reads meanwhile.
loads() {
  trace=trace.$1 syncs=$1 n=0
  rm -rf x.db* states && mkdir states && cp start.db x.db && "$build/tests/store/raw_main" x.db >states/0 &&
    load survey load one.csv && load sales load sales.csv && load survey load two.csv &&
    load visit load visits.csv || return
  mkfifo hold; watched "$power" hold x.db <hold >held & holder=$!
  exec 3>hold; rm hold
  until [ -s held ]; do sleep .1; done
  load survey load other.csv && load sales load more.csv && load survey load mended.csv &&
    load visit load mended_visits.csv
  failed=$?
  exec 3>&-; wait $holder && rm held && return $failed
}

prepare() {
  (mkdir base && cd base && make_base && make_world visit && sales_of >sales.csv) &&
    mv base/*.csv . && run station load stations.csv --db start.db &&
    sed 's/,202610,/,202609,/' sales.csv >more.csv && sed 's/logistics/enterprise/;s/138/137/' two.csv >mended.csv &&
    sed 's/13-11/11-11/' visits.csv >mended_visits.csv
}

prepare && loads on || { echo "not ok 1 - power: the loads failed"; echo 1..1; exit 1; }
wrong=0
mkdir disk
if said=$("$power" trace.on start.db states disk "$images"); then echo "ok 1 - power cut: $said"
else wrong=1; echo "not ok 1 - power cut: $said"; fi
loads off || { echo "not ok 2 - power: the loads without syncs failed"; echo 1..2; exit 1; }
said=$("$power" trace.off start.db states disk $((images / 10 + 100))); code=$?
case $code,$said in
  1,*" 0 lost rows"*) wrong=1; echo "not ok 2 - without syncs no row was lost: $said" ;;
  1,*) echo "ok 2 - without syncs it loses rows: $said" ;;
  *) wrong=1; echo "not ok 2 - without syncs nothing is found: $said" ;;
esac
echo 1..2
exit $wrong
