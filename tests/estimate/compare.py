"""compare.py - `estimate list --json` beside procedure.py: compare.py LIST.json PRIORS SURVEY.csv STATIONS.csv

Every client of the survey, by its name: p10, p50, p90 and mean of vehicles and litres, and what units in question
are worth, 1e-6 relative. Prints how many clients were compared and how many differ, the first of them, and whether
another reading of the text would agree."""
import json
import sys

import procedure

SHOWN = 8


def figures(row):
    out = {f"{what} {q}": row[what][q] for what in ("vehicles", "litres") for q in ("p10", "p50", "p90", "mean")}
    # What a unit in question is worth, on top of the litres it is a part of: alone it may be next to nothing.
    stakes = [told["stake"] for told in row.get("weights", row.get("told")) if told.get("stake") is not None]
    return out | {f"litres p50 and stake {k + 1}": row["litres"]["p50"] + x for k, x in enumerate(stakes)}


def by_name(rows, key):
    out = {row[key]: figures(row) for row in rows if row.get("litres") and row["litres"]["p50"] is not None}
    if len(out) < sum(1 for row in rows if row.get("litres") and row["litres"]["p50"] is not None):
        sys.exit("two clients of one name: they cannot be told apart")
    return out


def differing(got, want):
    """{name: what differs}; a client that only one of them has differs as well."""
    out = {name: "only one of them has it" for name in got.keys() ^ want.keys()}
    for name in got.keys() & want.keys():
        bad = [f"{what} {got[name][what]:.9g}, not {x:.9g}" for what, x in want[name].items()
               if not abs(got[name][what] - x) <= 1e-6 * abs(x)]
        if bad:
            out[name] = "; ".join(bad)
    return out


def main():
    listed, priors, survey, stations = sys.argv[1:]
    with open(listed, encoding="utf-8") as f:
        got = by_name(json.load(f)["estimates"], "name")

    def read(readings=()):
        return by_name(procedure.estimates(priors, survey, stations, readings)["estimates"], "client_id")

    want = read()
    bad = differing(got, want)
    print(f"{len(got.keys() & want.keys())} clients compared, {len(bad)} differ")
    for name in sorted(bad)[:SHOWN]:
        print(f"  {name}: {bad[name]}")
    for name, choices in procedure.READINGS.items() if bad else ():
        for choice in choices[1:]:
            print(f"  read with {name}={choice}: {len(differing(got, read({name: choice})))} differ")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
