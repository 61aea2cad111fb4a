# worlds.sh - sourced: the commands that are broken into, and the folder each of them starts from.
# Wants $build (the build's folder) and $here (tests/faults), both whole paths.
youka=$build/youka
# Syncs cost nothing in memory.
[ -w /dev/shm ] && export TMPDIR="${TMPDIR:-/dev/shm}"
export ASAN_OPTIONS=detect_leaks=0:verify_asan_link_order=0 # traced, and with libraries before it
flags="--today 2026-11-25 --quiet --lang en"
commands="load book plan issue visit sales rules merge upgrade backup erase"
phone=13812345678 # of the client that `erase` erases

words_of() { # the words of a command; its database is x.db
  case $1 in
    load) echo "survey load two.csv --rejects out/refused.xlsx" ;;
    book) echo "survey load book.xlsx" ;;
    plan) echo "plan make --station S2 --out out" ;;
    issue) echo "plan issue --region 北区" ;;
    visit) echo "visit load visits.csv" ;;
    sales) echo "sales load sales.csv" ;;
    rules) echo "rules load tables" ;;
    merge) echo "db merge b.db" ;;
    upgrade) echo "db upgrade" ;;
    backup) echo "db backup out/saved.db" ;;
    erase) echo "contact erase $(cat client)" ;;
  esac
}

# The rows that the command answers for, of the folder we are in. Keys of an erasure are random, so only
# how many there are is told.
rows() { "$build/tests/store/raw_main" x.db | sed 's/^\(erasure\|tombstone\)|.*/\1/'; }

# Its files, a line each; of a database what is in it.
files() {
  for f in out/*; do
    case $f in
      *.db) echo "$f $("$build/tests/store/raw_main" "$f" | cksum)" ;;
      *.xlsx) echo "$f $(cksum <"$f")" ;;
    esac
  done
}

run() { # a command that sets the stage; refused rows are no failure
  # shellcheck disable=SC2086
  "$youka" "$@" $flags >/dev/null || [ $? = 3 ]
}

sales_of() { # a year of twenty cards
  echo "加油站编码,月份,卡号,持卡单位,油品名称,数量(升),金额(元),笔数"
  for card in 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29; do
    for month in 202511 202512 202601 202602 202603 202604 202605 202606 202607 202608 202609 202610; do
      echo "S1,$month,90300000000000000$card,乙$((card - 10))号厂,92号车用汽油,$((card * 10)).5,$((card * 72)).00,$card"
    done
  done
}

# Two stations. x.db knows one.csv; two.csv is new to it, with a row that is refused; b.db knows both.
# old.xlsx is the second station's plan before two.csv. Each command does little, so that there are few
# points of the same sort.
make_base() {
  cp "$here/one.csv" "$here/two.csv" "$here/stations.csv" . &&
    sed -n '2s/S1,一站/S2,二站/p' stations.csv >>stations.csv &&
    sed -n '1p;2,6s/^S1/S2/p' one.csv >other.csv &&
    echo "S1,2026-13-45,completed,戊厂,enterprise,环城路,,,,," >>two.csv &&
    run station load stations.csv --db x.db && run station load stations.csv --db b.db &&
    run survey load one.csv other.csv --db x.db && run survey load one.csv two.csv --db b.db &&
    cp x.db y.db && run plan make --db y.db --station S2 --out first && mv first/*.xlsx old.xlsx &&
    rm -r first y.db
}

make_world() { # of a command, in a copy of the base
  mkdir out
  case $1 in
    load) mv old.xlsx out/refused.xlsx ;;
    book)
      cp "$here/../../survey-forms/sample/entry/XM-XL-002.xlsx" book.xlsx &&
        run station load "$here/../../survey-forms/sample/stations.csv" --db x.db ;;
    # An old workbook stands where the new one goes.
    plan)
      sed 's/^S1/S2/;8,$d' two.csv >more.csv && run survey load more.csv --db x.db &&
        mv old.xlsx out/development_plan_S2_2026-11-25.xlsx ;;
    visit) cat >visits.csv <<'END' ;;
加油站编码,客户名称,走访日期,走访人,走访方式,走访结果
S1,甲物流有限公司,2026-11-10,王五,走出去(我们上门),见到经办人
S1,乙0号厂,2026-11-11,王五,走出去(我们上门),见到经办人
S1,乙1号厂,2026-13-11,王五,走出去(我们上门),见到经办人
END
    sales) sales_of >sales.csv ;;
    rules) run rules export tables --db x.db && sed -i '/^iron/s/,90,/,91,/' tables/tiers.csv ;;
    upgrade) mv x.db from.db && "$build/tests/store/old_main" x.db 2 from.db ;;
    backup) cp b.db out/saved.db ;;
    erase)
      run derive --db x.db &&
        # shellcheck disable=SC2086
        "$youka" client list --db x.db $flags --json | tr -d '\n' |
        sed 's/.*"id": "\([0-9a-f]*\)", *"name": "甲物流有限公司".*/\1/' >client ;;
  esac
}

# In .want of a world: what a run without a fault says, ends with and leaves; the rows that one cut short
# may leave (rows-*), or, where it writes in several transactions, that they may be mixed of (mixed) and
# must hold (kept).
make_want() {
  cp -R . ../done && mkdir .want && rows >.want/rows-0 && files >.want/files-0 && (
    cd ../done || exit 1
    # shellcheck disable=SC2046,SC2086
    "$youka" $(words_of "$1") --db x.db $flags >said; echo $? >exit
    rows >rows-9; files >files-9
    # The workbooks that others must equal to the byte can be opened.
    for f in out/*.xlsx; do
      # shellcheck disable=SC2086
      [ ! -f "$f" ] || "$youka" file show "$f" $flags >/dev/null || exit 1
    done
  ) && mv ../done/said ../done/exit ../done/rows-9 ../done/files-9 .want && rm -r ../done || return
  case $1 in
    plan | issue)
      sort -u .want/rows-0 .want/rows-9 >.want/mixed
      sort .want/rows-0 >sorted; sort .want/rows-9 | comm -12 sorted - >.want/kept; rm sorted ;;
    upgrade)
      cp x.db step.db
      for version in 3 4 5 6; do
        "$build/tests/store/old_main" step.db $version
        "$build/tests/store/raw_main" step.db >.want/rows-$version
      done
      rm -f step.db* ;;
  esac
  case $(cat .want/exit) in 0 | 3) ;; *) return 1 ;; esac
}

# Are the rows in $2 as a run cut short may leave them? $1: .want
whole_rows() {
  for s in "$1"/rows-*; do cmp -s "$2" "$s" && return; done
  [ -f "$1/mixed" ] && sort "$2" >sorted &&
    [ -z "$(sort -u "$2" | comm -23 - "$1/mixed"; comm -13 sorted "$1/kept")" ]
}

# Is every file in the list $2 one that was there before or one of the run without a fault, and none that
# was there gone? $1: .want
whole_files() {
  while read -r line; do grep -qxF "$line" "$1/files-0" "$1/files-9" || return 1; done <"$2"
  while read -r name rest; do grep -q "^$name " "$2" || return 1; done <"$1/files-0"
}
