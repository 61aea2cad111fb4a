#!/bin/sh
# The main job on the sample survey: load, say what is wrong, plan three stations, show one plan.
set -e
youka=$1 out=$2
sample=survey-forms/sample
today=2026-11-23
rm -rf "$out"; mkdir -p "$out"
YOUKA_DB=$out/youka.db; export YOUKA_DB
step() { printf '\n== %s\n' "$*"; }
loads() { # exit status 3 says that some rows were refused: the sample has such rows on purpose
  rejects=$1; shift
  "$youka" survey load "$@" --today $today --rejects "$out/$rejects.xlsx" || [ $? = 3 ]
}
step "加油站与对手 / stations and rivals"
"$youka" station load $sample/stations.csv --today $today
"$youka" competitor load $sample/rivals.csv --today $today
step "摸排网格与地名库 / walk lists and lists of places"
"$youka" walk load $sample/walk.csv --today $today
"$youka" gazetteer load $sample/gazetteer.csv geodata/xiamen_sample.csv --today $today
step "普查文件 / survey files"
loads 退回行 $(ls $sample/survey/*.csv $sample/survey/*.txt $sample/survey/*/youka_client_survey.csv 2>/dev/null)
step "入户调查表:发给站经理的,填好交回的 / entry workbooks: one to send out, one that came back"
"$youka" form workbook --station XM-JM-003 --out "$out/入户调查表_XM-JM-003.xlsx" --today $today
loads 退回行_调查表 $sample/entry/XM-XL-002.xlsx
step "可能是同一客户的 / doors that may be one client"
"$youka" client duplicates --today $today | head -12
step "加油卡交易 / card sales"
"$youka" sales load $sample/sales.csv --today $today --quiet
step "走访结果 / what came of visits"
"$youka" visit load $sample/visits.csv --today $today
"$youka" visit list --today $today
step "车辆与用油测算的合计 / totals of the estimates"
"$youka" estimate list --today $today | tail -6
step "开发计划 / development plans"
"$youka" plan make --today $today --out "$out"
step "地区计划 / the region plan"
"$youka" report region --region 厦门 --out "$out/地区计划_厦门.xlsx" --today $today | head -12
step "第一份计划的前几行 / the first lines of one plan"
first=$("$youka" station list --json --today $today | sed -n 's/.*"code": "\(.*\)".*/\1/p' | head -1)
"$youka" plan show --station "$first" --today $today --rows 8
step "谁在下滑,该挽回谁,哪些卡对不上客户 / who falls, whom to win back, whose cards are unknown"
"$youka" sales list --today $today --station "$first" --status falling,silent,lost,back | head -12
"$youka" sales list --today $today --unmatched --out "$out/映射表.csv"
step "还有哪些空白 / what is still blank"
"$youka" coverage show --station "$first" --today $today | head -24
step "地图:客户、商圈、对手、空白 / a map for Google Earth, one for QGIS"
"$youka" export kml --today $today --out "$out/地图.kml" --quiet >/dev/null
"$youka" export gpkg --today $today --out "$out/地图.gpkg"
step "发布计划,总部报告 / plans issued, the report of headquarters"
"$youka" plan issue --region 厦门 --today $today
"$youka" report hq --today $today --out "$out/总部报告.xlsx" | head -12
step "写好的工作簿和地图 / workbooks and maps"
ls "$out"/*.xlsx "$out"/*.kml "$out"/*.gpkg
