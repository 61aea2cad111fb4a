#!/bin/sh
# Who may include whom: tests/floors.txt is the rule. Libraries stay behind the walls named here.
# TAP: one line a check.
bad=0 n=0
say() { echo "    $1"; bad=1; }
close() { n=$((n + 1)); [ $bad = 0 ] && echo "ok $n - floors: $1" || echo "not ok $n - floors: $1"; bad=0; }

for f in $(find src include -name '*.[ch]' | sort); do
  room=$(echo "$f" | sed -E 's,^(src|include/youka)/([^/]+)/.*,\2,')
  may="$room $(sed -n "s/^$room: *//p" tests/floors.txt)"
  for seen in $(sed -nE 's,^#include "youka/([^/]+)/.*,\1,p' "$f" | sort -u); do
    case " $may " in *" $seen "*) ;; *) say "$f: $room must not see $seen";; esac
  done
  for path in $(sed -nE 's,^#include "(\.\./[^"]*)".*,\1,p' "$f"); do
    case $f,$path in *,../../*|*,../*/*) ;; src/*/*/*,../*) continue;; esac # a folder inside its room
    say "$f: reaches into another room by $path"
  done
done
close "every room sees only the rooms below it"

wall() { # library header pattern, rooms that may include it
  for f in $(grep -lE "#include <($1)>" $(find src include -name '*.[ch]')); do
    echo "$f" | grep -qE "$2" || say "$f: <$1> belongs behind $2"
  done
}
wall 'csv\.h|expat\.h|readosm\.h' '^src/intake/'
wall 'zip\.h|zlib\.h' '^src/(intake|book)/'
wall 'iconv\.h' '^src/base/encoding'
wall 'sqlite3\.h|libpq-fe\.h' '^src/store/'
wall 'xlsxwriter\.h' '^src/book/'
wall 'proj\.h|geodesic\.h' '^src/geo/'
wall 'sodium\.h' '^src/base/hash'
wall 'jansson\.h' '^src/(store|book|cli|web)/'
close "libraries stay behind their walls"

grep -nE '\b(strcpy|strcat|sprintf|gets|strtok|atoi|atof|system|setjmp|alloca)\(' -r src include && bad=1
close "no banned call"
grep -lE '\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b' -r src --include='*.c' | grep -v '^src/store/' && bad=1
close "no SQL outside store"
grep -nE '\b(printf|puts|putchar|exit|getenv|time|clock_gettime)\(' -r $(ls -d src/*/ | grep -vE 'src/(cli|po)/') --include='*.c' |
  grep -vE '^src/base/err\.c' && bad=1
close "nothing below cli prints, exits, reads the environment or the clock"
long=$(wc -l $(find src include -name '*.[ch]') | awk '$2!="total" && $1>450')
[ -n "$long" ] && { echo "$long"; bad=1; }
close "no file past 450 lines"
echo "1..$n"
