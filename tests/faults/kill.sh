#!/bin/sh
# kill -9 at every write, sync, cut, removal and renaming: the database is the old one or the new one, sound,
# and the same command again gives what an undisturbed run gives. TAP.
# $1: youka; $2: how many points of each call to sample (0: all of them).
root=$(cd "$(dirname "$0")/../.." && pwd)
youka=$(cd "$(dirname "$1")" && pwd)/$(basename "$1") most=${2:-8}
calls='pwrite64 write fdatasync fsync ftruncate unlink rename'
n=0
for tool in strace sqlite3; do
  command -v $tool >/dev/null || { echo "not ok 1 # SKIP kill: $tool is not installed"; echo 1..1; exit 0; }
done
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work" || exit 1
export LANG=zh_CN.UTF-8 YOUKA_DB="$work/x.db"
strace -qq -e trace=none true 2>/dev/null || { echo "not ok 1 # SKIP kill: no process may be traced here"; echo 1..1; exit 0; }
sample=$root/survey-forms/sample today='--today 2026-11-23 --quiet'

state() { # everything the database says, in an order of its own
  sqlite3 "$1" .dump 2>&1 | LC_ALL=C sort | sha256sum
}
put() { rm -f x.db*; cp "$1" x.db; }
# Where another process stopped, the next one tidies up: check opens, recovers and closes.
sound() { "$youka" db check $today >check.out 2>&1; }

# name, then the command: from before.db, which must lead to after.db
sweep() {
  name=$1; shift
  put before.db; old=$(state x.db)
  "$@" >/dev/null 2>&1; code=$?
  [ $code = 0 ] || [ $code = 3 ] || { n=$((n + 1)); echo "not ok $n - kill: $name exits $code undisturbed"; return; }
  new=$(state x.db); points=0 bad=0 olds=0
  for call in $calls; do
    put before.db
    all=$(strace -f -qq -e trace=$call -o /dev/stdout "$@" 2>/dev/null | grep -c "$call(")
    step=1; [ "$most" -gt 0 ] && [ "$all" -gt "$most" ] && step=$((all / most))
    at=1
    while [ $at -le "$all" ]; do
      put before.db
      strace -f -qq -o /dev/null -e trace=$call -e inject=$call:signal=SIGKILL:when=$at "$@" >/dev/null 2>&1
      points=$((points + 1))
      sound || { bad=$((bad + 1)); sed "s/^/    $name, $call $at: /" check.out; }
      now=$(state x.db)
      [ "$now" = "$old" ] && olds=$((olds + 1))
      [ "$now" = "$old" ] || [ "$now" = "$new" ] || { bad=$((bad + 1)); echo "    $name, $call $at: neither old nor new"; }
      "$@" >/dev/null 2>&1
      [ "$(state x.db)" = "$new" ] || { bad=$((bad + 1)); echo "    $name, $call $at: the second run gives something else"; }
      at=$((at + step))
    done
  done
  n=$((n + 1)); ok='ok'; [ $bad = 0 ] && [ $points -gt 0 ] || ok='not ok'
  echo "$ok $n - kill: $name, $points points, $olds left the old state"
}

"$youka" station load "$sample/stations.csv" $today >/dev/null
"$youka" survey load "$sample/survey/excel-gbk.csv" $today >/dev/null
batch=$("$youka" batch list --json $today | sed -n 's/.*"id": "\(.*\)".*/\1/p')
mv x.db before.db
sed 's/,5000,/,5200,/' "$sample/stations.csv" >stations.csv
sweep 'survey load' "$youka" survey load "$sample/survey/excel-utf8.csv" $today
sweep 'station load' "$youka" station load stations.csv $today
sweep 'batch undo' "$youka" batch undo "$batch" $today
echo "1..$n"
