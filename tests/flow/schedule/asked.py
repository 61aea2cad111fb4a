"""asked.py - what must hold of a schedule that plan show --json gives."""
import datetime
import json
import sys

plan = json.load(open(sys.argv[1], encoding="utf-8"))
begins = datetime.date.fromisoformat(plan["today"])
hours = [0.0] * 13
unforced = [0] * 13
visits = {}
for day in plan["schedule"]:
    week, date = day["week"], datetime.date.fromisoformat(day["day"])
    assert date.weekday() < 5, day["day"]
    assert (date - begins).days // 7 + 1 == week, day["day"]
    assert 0 <= sum(v["metres_from_previous"] for v in day["visits"]) <= day["metres"]
    spent = sum(v["hours"] for v in day["visits"]) + day["metres"] / 30000
    assert abs(spent - day["hours"]) < 1e-9, (spent, day["hours"])
    hours[week] += day["hours"]
    for v in day["visits"]:
        assert week not in visits.setdefault(v["client_id"], []), "twice in a week"
        visits[v["client_id"]].append(week)
        unforced[week] += not v["forced"]
for week in plan["weeks"]:
    n = week["week"]
    assert abs(hours[n] - week["hours"]) < 1e-6
    assert hours[n] <= week["capacity_hours"] + 1e-6 or (week["over_capacity"] and not unforced[n])
left = {l["client_id"]: l["reason"] for l in plan["left_out"]}
for line in plan["lines"]:
    seen = visits.get(line["client_id"], [])
    assert bool(seen) != (line["client_id"] in left), line["name"]
    assert line["owner"] and (not seen or line["due_week"] == seen[0]), line["name"]
    assert line["visits"] == len(seen), line["name"]
assert all(left.values())
people = {v["visitor"] for day in plan["schedule"] for v in day["visits"]} - {None}
print(plan["station_code"], "holds" if visits and people else "is empty")
