#!/bin/sh
# 32 loads and 4 plans on one database at once: all succeed, what is there afterwards is what the same loads
# one after the other leave, nobody waits for 10 s until his own is done. TAP.
# $1: build folder.
build=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
. "$here/worlds.sh"
loads=32 plans=4 longest=10000
grep -q __asan_init "$youka" && longest=60000 # sanitizers take their time
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; trap 'exit 1' INT TERM
cd "$work" || exit 1
n=0 failed=0
ok() { n=$((n + 1)); echo "ok $n - crowd: $1"; }
bad() { n=$((n + 1)) failed=1; echo "not ok $n - crowd: $1"; }

(mkdir base && cd base && make_base) && mv base/x.db base/one.csv . && cp x.db turns.db || { bad "the base cannot be made"; echo 1..1; exit 1; }
for i in $(seq $loads); do
  sed -n "1p;3,12s/乙\([0-9]*\)号厂/第$i家\1分厂/p" one.csv >"file$i.csv"
done

# How long it took, in milliseconds, and how it ended.
timed() {
  name=$1; shift
  begun=$(date +%s%N)
  # shellcheck disable=SC2086
  "$youka" "$@" $flags >"said.$name" 2>"told.$name"
  echo "$? $((($(date +%s%N) - begun) / 1000000)) $name" >"end.$name"
}
for i in $(seq $loads); do
  timed "load$i" survey load "file$i.csv" --db x.db &
  [ $((i * plans % loads)) = 0 ] && { timed "plan$i" plan make --db x.db --out "out$i" & }
done
wait
for i in $(seq $loads); do run survey load "file$i.csv" --db turns.db; done

ended=$(cat end.* | grep -vc '^0 ')
[ "$ended" = 0 ] && ok "$loads loads and $plans plans at once all succeed" ||
  bad "$ended of $((loads + plans)) failed: $(cat told.* | sort | uniq -c | head -3)"
facts() { # but for the times, which tell the order of the loads
  "$build/tests/store/raw_main" "$1" | grep '^\(batch\|submission\|claim\)|' | sed 's/T[0-9:]*Z/T/g' | sort
}
facts x.db >rows; facts turns.db >want
# shellcheck disable=SC2086
if cmp -s rows want && [ "$(grep -c '^batch|' rows)" -ge $loads ] && "$youka" db check --db x.db $flags >/dev/null; then
  ok "$(wc -l <rows) rows of batches and answers, as loaded in turn"
else bad "$(diff rows want | grep -c '^[<>]') rows are not as loaded in turn"; fi
worst=$(sort -k2n end.* | tail -1)
told="the longest took $(echo "$worst" | cut -d' ' -f2) ms ($(echo "$worst" | cut -d' ' -f3))"
if [ "$(echo "$worst" | cut -d' ' -f2)" -lt $longest ]; then ok "$told"; else bad "$told"; fi
echo "1..$n"
exit $failed
