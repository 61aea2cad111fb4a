#!/bin/sh
# One fault at one call of one command, and what is then found. Prints a line: command, fault, call, which
# call of that name, exit status, «ok» or what is wrong, the library a signal came from.
# $1: build folder; $2: folder of the worlds; then COMMAND FAULT CALL N. FAULT: kill (signal 9), ENOSPC or
# EIO (that call fails), full (from then on the disk is full), once or on (a request for memory is refused,
# that one or all from then on).
build=$1 work=$2 what=$3 fault=$4 call=$5 n=$6
here=$(cd "$(dirname "$0")" && pwd)
. "$here/worlds.sh"
want=$work/$what/.want
scratch=$work/run.$$
cp -R "$work/$what" "$scratch" && cd "$scratch" || exit 1
bad=
wrong() { bad="$bad $(echo "$1" | tr ' ' _)"; }

break_it() {
  case $fault in
    kill) how=signal=SIGKILL:when=$n ;;
    full) how=error=ENOSPC:when=$n+ ;;
    once) how=$n ;;
    on) how=$n+ ;;
    *) how=error=$fault:when=$n ;;
  esac
  if [ "$call" = malloc ]; then
    timeout 60 env LD_PRELOAD="$build/tests/faults/alloc_preload.so" YK_ALLOC="$how" "$@"
  else
    # Stopping at the traced calls only is quicker, but then strace 6.1 sends no signal.
    [ "$fault" = kill ] || quick=--seccomp-bpf
    # shellcheck disable=SC2086
    timeout 60 strace -f $quick -o .trace -e trace="$call" -e inject="$call:$how" "$@"
  fi
}

look() { rows >.rows; files >.files; }
done_wholly() { cmp -s .rows "$want/rows-9" && cmp -s .files "$want/files-9"; }

# shellcheck disable=SC2046,SC2086
break_it "$youka" $(words_of $what) --db x.db $flags >.said 2>.told
got=$?
# shellcheck disable=SC2086
"$youka" db check --db x.db $flags >.sound 2>&1 || wrong "unsound($(tail -1 .sound))"
look

# A fault that did not happen proves nothing.
case $fault in
  kill) [ $got = 137 ] || grep -q 'killed by SIGKILL' .trace || wrong not-killed ;; # it, or one it started
  once | on) ;;
  *) grep -q '(INJECTED)' .trace || wrong not-broken ;;
esac
# Who says that all is done has done it, and has said all of it; who has not says why.
where=$(sed -n 's/^alloc: signal [0-9]* in \(.*\)/\1/p' .told | head -1)
case $got in
  137) [ "$fault" = kill ] || wrong killed ;;
  124) wrong hangs ;;
  "$(cat "$want/exit")") done_wholly && cmp -s .said "$want/said" || wrong silent ;;
  1 | 127) [ -s .told ] || grep -qs 'write(2, .*(INJECTED)' .trace || wrong mute ;; # or what it said was broken
  *) case $where in lib*) ;; *) wrong "status-in-$where" ;; esac ;;
esac
whole_rows "$want" .rows || wrong half-rows
whole_files "$want" .files || wrong half-file

# shellcheck disable=SC2046,SC2086
"$youka" $(words_of $what) --db x.db $flags >/dev/null 2>.again
case $? in 0 | 3) ;; *) wrong "again($(tail -1 .again))" ;; esac
look
done_wholly || wrong differs
[ "$what" = erase ] && grep -aqs $phone x.db* .x.db* && wrong phone
echo "$what $fault $call $n $got${bad:- ok ${where%% *}}"
if [ "$bad" ] && [ "$KEEP" ]; then mv "$scratch" "$KEEP/$what-$fault-$call-$n"; else rm -rf "$scratch"; fi
