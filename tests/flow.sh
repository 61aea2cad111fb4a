#!/bin/sh
# Each tests/flow/STORY holds `run` (shell lines), `want` (their stdout) and maybe `code`, and runs in a
# scratch folder with $YOUKA, $ROOT (the project) and $CASE (the story's folder). A run that ends with 77 is
# skipped: its last words on stderr say why. TAP.
ROOT=$(cd "$(dirname "$0")/.." && pwd); export ROOT
YOUKA=$(cd "$(dirname "$1")" && pwd)/$(basename "$1"); export YOUKA
unset YOUKA_DB; LANG=zh_CN.UTF-8; export LANG
n=0
for d in "$ROOT"/tests/flow/*/; do
  name=$(basename "$d"); scratch=$(mktemp -d); n=$((n + 1))
  code=0; [ -f "$d/code" ] && code=$(cat "$d/code")
  (cd "$scratch" && CASE=$d sh "$d/run" >out 2>err); got=$?
  if [ $got = 77 ]; then echo "not ok $n # SKIP flow/$name: $(tail -1 "$scratch/err")"
  elif [ $got = "$code" ] && diff -u "$d/want" "$scratch/out" >"$scratch/diff"; then echo "ok $n - flow/$name"
  else
    sed 's/^/    /' "$scratch/diff" | head -60; sed 's/^/    /' "$scratch/err" | head -30
    echo "not ok $n - flow/$name (exit $got, want $code)"
  fi
  rm -rf "$scratch"
done
echo "1..$n"
