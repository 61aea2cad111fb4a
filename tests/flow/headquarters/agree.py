# Sums of stations = regions = whole = categories = grades, and what plan show said of each station.
import json, sys

hq = json.load(open(sys.argv[1]))
plans = [json.load(open(f)) for f in sys.argv[2:]]
total = hq["totals"]


def same(what, *numbers):
    if any(abs(n - numbers[0]) > 1e-6 * max(1, abs(numbers[0])) for n in numbers):
        print("differ:", what, numbers)


def summed(table, key):
    return sum(row[key] or 0 for row in hq[table] if "*" not in row.values())


for key in ("clients", "litres_p50", "litres_mean", "winnable_litres", "tonnes", "winnable_tonnes", "ours_litres"):
    same(key, total[key], summed("stations", key), summed("regions", key), summed("categories", key))
for key in ("litres_mean", "ours_litres", "winnable_litres", "tonnes", "ours_tonnes", "winnable_tonnes"):
    same("grades " + key, total[key], summed("grades", key))
for region, key in (("big_by_region", "big"), ("designated_by_region", "designated"), ("support_by_region", "asked_yuan")):
    same(region, total[key], summed(region, key))
same("policies", total["asked_yuan"], summed("policies", "yuan_year"))

by_code = {row["station_code"]: row for row in hq["stations"]}
for plan in plans:
    station, lines = by_code[plan["station_code"]], plan["lines"]
    same("clients shown", station["clients"], len(lines))
    same("P50 shown", station["litres_p50"], sum(l["litres_p50"] or 0 for l in lines))
    same("means shown", station["litres_mean"], sum(l["parts"]["litres_mean"] or 0 for l in lines))
    same("winnable shown", station["winnable_litres"], sum(l["winnable_litres"] or 0 for l in lines))
    same("expected shown", station["expected_litres"], sum((l["winnable_litres"] or 0) * (l["p_win"] or 0) for l in lines))
    same("score shown", station["score_yuan_year"], sum(l["score_yuan_year"] or 0 for l in lines))
    if station["plan_day"] != plan["today"]:
        print("another day:", station["plan_day"])
asked = sum(l["request"]["cost_yuan_year"] or 0 for p in plans for l in p["lines"])
granted = sum(l["request"]["cost_yuan_year"] or 0 for p in plans for l in p["lines"] if l["request"]["state"] == "granted")
same("asked shown", total["asked_yuan"], asked)
same("granted shown", total["granted_yuan"], granted)
print("agreed:", total["issued"], "of", total["stations"], "stations,",
      total["clients"], "clients,", len(hq["without_plan"]), "without a plan; compared",
      sum(1 for row in hq["changes_by_station"] if row["day_before"]))
