#!/bin/sh
# The harness itself: mistakes are put into copies of the program, and points.sh must find each of them. That
# power.sh finds synchronous = OFF it shows itself. TAP.
# $1: build folder; $CC $CPPFLAGS $CFLAGS $LDLIBS: how the program is built (make bites).
build=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; trap 'exit 1' INT TERM
cd "$root" || exit 1
n=0 failed=0

if ! strace -f -o /dev/null -e inject=unlink:signal=SIGKILL:when=1 true 2>/dev/null; then
  echo "not ok 1 # SKIP bites: strace is not there or may not trace"; echo 1..1; exit 0
fi

# The program with the file $1 changed by the sed script $2, under $work/NAME/build as it stands here.
patched() {
  name=$(basename "$1" .c)
  to=$work/$name/build/rel
  rm -rf "${work:?}/$name" && mkdir -p "$to/tests" && ln -s "$build/tests/store" "$build/tests/faults" "$to/tests" &&
    ln -s "$root/survey-forms" "$root/geodata" "$work/$name" &&
    sed "$2" "$1" >"$work/$name/$name.c" && ! cmp -s "$1" "$work/$name/$name.c" || return
  main=$build/src/cli/main.o; [ "$name" = main ] && main=
  # shellcheck disable=SC2086
  $CC $CPPFLAGS -iquote "$(dirname "$1")" -std=c17 $CFLAGS -o "$to/youka" "$work/$name/$name.c" $main \
    -Wl,--start-group "$build"/libyk-*.a -Wl,--end-group $LDLIBS
}

# $1 what the mistake is, $2 file, $3 sed script, $4 command, $5 fault, $6 what must be found
bites() {
  n=$((n + 1))
  patched "$2" "$3" || { failed=1; echo "not ok $n - bites: $1: the copy cannot be built"; return; }
  said=$(COMMANDS=$4 FAULTS=$5 sh "$here/points.sh" "$to" 60)
  if echo "$said" | grep -q "^# $4 $5 .*$6"; then
    echo "ok $n - bites: $1: $(echo "$said" | grep -c "^# $4 $5 ") points tell"
  else
    echo "$said" | sed 's/^/    /'; failed=1; echo "not ok $n - bites: $1 is not found"
  fi
}

unlooked='/return lite_exec(l, "COMMIT"/s/.*/(void)doing, (void)err; sqlite3_exec(l->db, "COMMIT", 0, 0, 0); return YK_OK;/'
bites "a commit that nobody looks at" src/store/sqlite/handle.c "$unlooked" sales ENOSPC "pwrite64 .* silent"
bites "rows outside of a transaction" src/store/sqlite/handle.c "s/\"BEGIN IMMEDIATE\"/\"SELECT 1\"/;$unlooked" \
  load kill "half-rows"
bites "an answer that did not arrive" src/cli/main.c 's/if (shown && .*/(void)fflush(stdout); if (shown || true)/' \
  rules EIO "write .* silent"
bites "a workbook written in its place" src/book/book.c \
  's/= bind_proved(sheets, draft.path,/= yk_draft_finish(\&draft, err) ? err->code : bind_proved(sheets, path,/;s/= yk_draft_finish(&draft, err);/= draft.path ? yk_draft_finish(\&draft, err) : YK_OK;/' \
  plan kill "half-file"
echo "1..$n"
exit $failed
