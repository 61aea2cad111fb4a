#!/bin/sh
# Each tests/flow/STORY holds `run` (shell lines), `want` (their stdout) and maybe `code`, and runs in a
# scratch folder with $YOUKA, $ROOT (the project) and $CASE (the story's folder). A run that ends with 77 is
# skipped: its last words on stderr say why. Stories run side by side, a core each; they are told in their order. TAP.
tell() { # number, the story's folder
  name=$(basename "$2"); scratch=$(mktemp -d)
  code=0; [ -f "$2/code" ] && code=$(cat "$2/code")
  (cd "$scratch" && CASE=$2 sh "$2/run" >out 2>err); got=$?
  if [ $got = 77 ]; then echo "not ok $1 # SKIP flow/$name: $(tail -1 "$scratch/err")"
  elif [ $got = "$code" ] && diff -u "$2/want" "$scratch/out" >"$scratch/diff"; then echo "ok $1 - flow/$name"
  else
    sed 's/^/    /' "$scratch/diff" | head -60; sed 's/^/    /' "$scratch/err" | head -30
    echo "not ok $1 - flow/$name (exit $got, want $code)"
  fi
  rm -rf "$scratch"
}
[ "$1" != --story ] || { tell "$3" "$4" >"$2/$3"; exit 0; }
ROOT=$(cd "$(dirname "$0")/.." && pwd); export ROOT
YOUKA=$(cd "$(dirname "$1")" && pwd)/$(basename "$1"); export YOUKA
unset YOUKA_DB; LANG=zh_CN.UTF-8; export LANG
work=$(mktemp -d) n=0
for d in "$ROOT"/tests/flow/*/; do n=$((n + 1)); echo "$n $d"; done |
  xargs -P "$(nproc)" -L1 sh "$0" --story "$work"
for d in "$ROOT"/tests/flow/*/; do n=$((n + 1)); cat "$work/$n"; done
rm -rf "$work"
echo "1..$n"
