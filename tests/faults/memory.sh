#!/bin/sh
# The k-th request for memory refused, once or from then on, in the commands that matter: no signal from our
# code, the database whole, the old workbook kept, success said only where it is one. A signal from within a
# library is told by the library's name. A table and TAP.
# $1: build folder; $2: how many k of each command, spread evenly (100 where not given); $COMMANDS: only these.
build=$(cd "$1" && pwd) most=${2:-100}
here=$(cd "$(dirname "$0")" && pwd)
. "$here/worlds.sh"
. "$here/tally.sh"
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; trap 'exit 1' INT TERM
cd "$work" || exit 1

if grep -q __asan_init "$youka"; then
  echo "not ok 1 # SKIP memory: the sanitizer hands out the memory itself"; echo 1..1; exit 0
fi

requests_of() {
  cp -R "$1" count && cd count || exit 1
  # shellcheck disable=SC2046,SC2086
  LD_PRELOAD=$build/tests/faults/alloc_preload.so YK_ALLOC=count \
    "$youka" $(words_of "$1") --db x.db $flags 2>&1 >/dev/null | sed -n 's/^alloc: \([0-9]*\) requests/\1/p'
  cd .. && rm -rf count
}

points_of() {
  n=$(requests_of "$1")
  for fault in once on; do
    seq "${n:-0}" | spread "$most" | sed "s/^/$1 $fault malloc /"
  done
}

# shellcheck disable=SC2086
make_worlds ${COMMANDS:-$commands} || exit 1
for what in ${COMMANDS:-$commands}; do points_of "$what"; done >points
tally points
