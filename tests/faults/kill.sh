#!/bin/sh
# kill -9 at every write of load, merge and erase: afterwards the database is sound and holds the old
# state or the new one, and running the command again gives what a run without a fault gives. TAP.
# $1: build folder; $2: how many points of each command and system call (all where not given).
build=$(cd "$1" && pwd) most=${2:-1000000}
youka=$build/youka raw=$build/tests/store/raw_main
here=$(cd "$(dirname "$0")" && pwd)
calls="pwrite64 fdatasync fsync ftruncate unlink rename"
flags="--today 2026-11-25 --quiet --lang en"
phone=13812345678
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

if ! strace -f -o /dev/null -e inject=unlink:signal=SIGKILL:when=1 true 2>/dev/null; then
  echo "not ok 1 # SKIP kill: strace is not there or may not trace"; echo 1..1; exit 0
fi

# Two small databases; the client with the phone is in both.
for f in stations one two; do cp "$here/$f.csv" .; done
for db in a b; do "$youka" station load stations.csv --db $db.db $flags >/dev/null || exit 1; done
"$youka" survey load one.csv --db a.db $flags >/dev/null || exit 1
"$youka" survey load one.csv two.csv --db b.db $flags >/dev/null || exit 1
"$youka" derive --db a.db $flags >/dev/null || exit 1
id=$("$youka" client list --db a.db $flags --json | tr -d '\n' |
  sed 's/.*"id": "\([0-9a-f]*\)", *"name": "甲物流有限公司".*/\1/')

command_of() {
  case $1 in
    load) echo "survey load two.csv --db x.db" ;;
    merge) echo "db merge b.db --db x.db" ;;
    erase) echo "contact erase $id --db x.db" ;;
  esac
}
# Keys of an erasure are random: only how many there are is told.
content() {
  "$raw" x.db | sed 's/^\(erasure\|tombstone\)|.*/\1/'
}
fresh() { rm -f x.db* .x.db*; cp a.db x.db; }

for what in load merge erase; do
  fresh; content >old
  # shellcheck disable=SC2046
  "$youka" $(command_of $what) $flags >/dev/null || exit 1
  content >new
  points=0; bad=
  for call in $calls; do
    n=1 done=0
    while [ $done -lt "$most" ]; do
      fresh
      strace -f -o /dev/null -e trace=$call -e inject=$call:signal=SIGKILL:when=$n \
        "$youka" $(command_of $what) $flags >/dev/null 2>&1
      [ $? = 137 ] || break
      points=$((points + 1)); done=$((done + 1))
      said=$("$youka" db check --db x.db $flags 2>&1) || bad="$bad $call:$n(check:$said)"
      content >got
      cmp -s got old || cmp -s got new || bad="$bad $call:$n(half)"
      "$youka" $(command_of $what) $flags >/dev/null 2>&1 || bad="$bad $call:$n(again)"
      content >got
      cmp -s got new || bad="$bad $call:$n(differs)"
      [ $what = erase ] && grep -aq $phone x.db* .x.db* 2>/dev/null && bad="$bad $call:$n(phone)"
      # Few points are spread: ever wider apart.
      n=$((n + 1 + (most < 1000 ? n / 2 : 0)))
    done
  done
  i=$((i + 1))
  if [ -z "$bad" ] && [ $points -gt 0 ]; then echo "ok $i - $what killed at $points points"
  else echo "not ok $i - $what killed at $points points:$bad"; fi
done
echo "1..$i"
