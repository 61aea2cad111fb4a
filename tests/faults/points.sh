#!/bin/sh
# Every system call that writes (and reads) of the commands that matter, broken one at a time: kill -9,
# a full disk, a disk that fails. Afterwards the database must be sound and whole, a workbook absent, old or
# complete, success said only where it is one, and the same command run again must give what a run without a
# fault gives. A table and TAP. Needs strace.
# $1: build folder; $2: how many points, spread evenly (all where not given).
# $COMMANDS, $FAULTS: only these. $KEEP: a folder that receives the scratch of every violation.
build=$(cd "$1" && pwd) most=${2:-1000000}
here=$(cd "$(dirname "$0")" && pwd)
. "$here/worlds.sh"
. "$here/tally.sh"
writes="pwrite64 write fdatasync fsync ftruncate unlink rename"
reads="pread64 read"
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; trap 'exit 1' INT TERM
cd "$work" || exit 1

if ! strace -f -o /dev/null -e inject=unlink:signal=SIGKILL:when=1 true 2>/dev/null; then
  echo "not ok 1 # SKIP points: strace is not there or may not trace"; echo 1..1; exit 0
fi

# What a run without a fault calls, and how often in one thread.
calls_of() {
  cp -R "$1" trace && cd trace || exit 1
  # shellcheck disable=SC2046,SC2086
  strace -f -o log -e trace="$(echo $writes $reads | tr ' ' ,)" \
    "$youka" $(words_of "$1") --db x.db $flags >/dev/null 2>&1
  awk '{ sub(/\(.*/, "", $2); n = ++c[$1, $2]; if (n > most[$2]) most[$2] = n }
    END { for (call in most) print call, most[call] }' log
  cd .. && rm -rf trace
}

points_of() {
  calls_of "$1" >calls
  for fault in ${FAULTS:-kill ENOSPC EIO full}; do
    case $fault in
      EIO) which="$writes $reads" ;;
      full) which="pwrite64 write" ;;
      *) which=$writes ;;
    esac
    for call in $which; do
      awk -v call="$call" -v p="$1 $fault $call" '$1 == call { for (i = 1; i <= $2; i++) print p, i }' calls
    done
  done
}

# shellcheck disable=SC2086
make_worlds ${COMMANDS:-$commands} || exit 1
for what in ${COMMANDS:-$commands}; do points_of "$what"; done | spread "$most" >points
tally points
