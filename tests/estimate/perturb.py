"""perturb.py - procedure.py's estimates as the program's list: perturb.py PRIORS SURVEY.csv STATIONS.csv [WHAT]

WHAT: figure (one litres p90 larger by 2e-6), near (smaller by 5e-7), stake (one larger by 3e-6 of the client's P50),
missing (a client is left out), zero (a client without vehicles gets a drop), reading (the fleet mix read the other
way). Tells whether compare.py bites."""
import json
import sys

import procedure

what = sys.argv[4] if len(sys.argv) > 4 else ""
rows = procedure.estimates(*sys.argv[1:4], {"mix": "total"} if what == "reading" else {})["estimates"]
for row in rows:
    row["name"] = row["client_id"]
burning = [row for row in rows if row["log_mean"] is not None]
if what == "figure":
    burning[100]["litres"]["p90"] *= 1 + 2e-6
elif what == "near":
    burning[100]["litres"]["p90"] *= 1 - 5e-7
elif what == "stake":
    told = next(row for row in burning if row["told"])
    told["told"][0]["stake"] += told["litres"]["p50"] * 3e-6
elif what == "missing":
    rows.remove(burning[100])
elif what == "zero":
    next(row for row in rows if row["log_mean"] is None)["litres"]["mean"] = 1e-9
json.dump({"estimates": rows}, sys.stdout)
