# tally.sh - sourced: runs a list of points side by side and says what came of them. Wants $build, $here,
# $work (the folder of the worlds; we are in it).

# The worlds of the given commands; gives 1 with a TAP line where one cannot be made.
make_worlds() {
  if mkdir base && (cd base && make_base); then
    for what; do
      (cp -R base "$what" && cd "$what" && make_world "$what" && make_want "$what") && continue
      echo "not ok 1 - no world for $what"; echo 1..1; return 1
    done
    return 0
  fi
  echo "not ok 1 - the base cannot be made"; echo 1..1; return 1
}

# $1 of the lines of stdin, spread evenly; all where there are fewer.
spread() {
  awk -v most="$1" '{ line[NR] = $0 } END {
    for (i = 1; i <= NR; i++) if (most >= NR || int(i * most / NR) > int((i - 1) * most / NR)) print line[i] }'
}

# A point is a line «command fault call n» of the file $1. A table, then a TAP line for each command; 1 where one failed.
tally() {
  total=$(wc -l <"$1")
  xargs -P "$(nproc)" -L1 sh "$here/point.sh" "$build" "$work" <"$1" | tee results |
    awk -v total="$total" '{ bad += $6 != "ok" } NR % 20 == 0 || NR == total {
      printf "\r%d of %d points, %d violations", NR, total, bad; fflush() } END { print "" }' |
    if [ -t 2 ]; then cat >&2; else cat >/dev/null; fi
  awk '
    function known(list, n, word, i) { for (i = 1; i <= n; i++) if (list[i] == word) return 1; return 0 }
    { n[$1, $2]++; bad[$1, $2] += $6 != "ok"; wrong += $6 != "ok" }
    !known(command, k, $1) { command[++k] = $1 }
    !known(fault, f, $2) { fault[++f] = $2 }
    END {
      printf "# %-9s", ""; for (j = 1; j <= f; j++) printf "%15s", fault[j]; print ""
      for (i = 1; i <= k; i++) {
        printf "# %-9s", command[i]
        for (j = 1; j <= f; j++) printf "%9d / %3d", n[command[i], fault[j]], bad[command[i], fault[j]]
        print ""
      }
      printf "# points / violations: %d / %d\n", NR, wrong
    }' results
  awk '$6 == "ok" && $7 { n[$7]++ } END { for (w in n) printf "# ended by a signal in %s: %d\n", w, n[w] }' results | sort
  awk '$6 != "ok"' results | sort | head -50 | sed 's/^/# /'
  i=0 failed=0
  for what in $(awk '!seen[$1]++ { print $1 }' "$1"); do
    i=$((i + 1))
    n=$(grep -c "^$what " results) bad=$(awk -v w="$what" '$1 == w && $6 != "ok"' results | wc -l)
    if [ "$n" = "$(grep -c "^$what " "$1")" ] && [ "$bad" = 0 ]; then echo "ok $i - $what broken at $n points"
    else failed=1; echo "not ok $i - $what broken at $n points of $(grep -c "^$what " "$1"), $bad violations"; fi
  done
  echo "1..$i"
  return $failed
}
