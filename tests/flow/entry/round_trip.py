"""round_trip.py - fills an entry workbook with random answers and compares them with what was taken.

fill BLANK.xlsx OUT.xlsx ANSWERS.json   500 clients, their vehicles and contacts, as a person would
again KNOWN.xlsx OUT.xlsx ANSWERS.json  the next census: date and outcome of clients that are known
compare ANSWERS.json DATABASE           every answer, both ways; prints how many differ
The form is read here from its CSV alone, apart from the program's own reader."""
import csv
import datetime
import json
import os
import random
import re
import sqlite3
import sys

import openpyxl

ROOT = os.environ["ROOT"] + "/survey-forms/client_survey/"
STATION, CLIENTS, TODAY = "XM-HC-001", 500, datetime.date(2026, 11, 25)
FIRST = 3  # the row of the first client: under codes and headings
ODD = ["=1+1", "+86 tel", "-10号", "@home", '他说"好"', "a,b;c\td", "⛽😀🚚", "<b>&amp;", "'单引号",
       "第一行\n第二行", "000123", "1E5", "2026-03-05", "有限公司" * 10, "TRUE", "空 格"]
chance = random.Random(20261125)


def rows(sheet):
    with open(ROOT + sheet, encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


def read_form():
    """Questions in order, each with its repeat and all conditions around it."""
    fields, around, repeat = [], [], ""
    for r in rows("survey.csv"):
        kind = r["type"].replace("_", " ", 1) if r["type"].startswith(("begin", "end")) else r["type"]
        if kind.startswith("begin"):
            around.append(r["relevant"])
            repeat = r["name"] if kind == "begin repeat" else repeat
        elif kind.startswith("end "):
            around.pop()
            repeat = "" if kind == "end repeat" else repeat
        elif kind.split()[0] in ("text", "integer", "decimal", "date", "select_one", "select_multiple"):
            r["repeat"], r["when"] = repeat, [c for c in around + [r["relevant"]] if c]
            fields.append(r)
    return fields


def read_lists():
    lists = {}
    for c in rows("choices.csv"):
        lists.setdefault(c["list_name"], []).append((c["name"], c["label::中文 (zh)"]))
    return lists


PLACE = {"lon_manual", "lat_manual", "coord_system"}  # known places go out as WGS-84
FIELDS, LISTS = read_form(), read_lists()


def asked(field, answers):
    """The conditions of this form: comparisons of answers with texts, joined by and, or."""
    said = lambda name: str(answers.get(name, ""))
    for c in field["when"]:
        c = re.sub(r"\$\{(\w+)\}", r"said('\1')", c)
        if not eval(re.sub(r"(?<![!<>])=", "==", c), {"said": said}):
            return False
    return True


def number(field, answers):
    rule = field["constraint"]
    low = re.search(r"\. (>=?) ([\d.]+)", rule)
    high = re.search(r"\. <= ([\d.]+)", rule)
    least = float(low[2]) if low else 0
    most = float(high[1]) if high else 1e6
    if field["name"] in PLACE:  # at the edge another datum would lie beyond it
        least, most = least + 1, most - 1
    if field["name"] == "nev_count" and "vehicle_total" in answers:
        most = answers["vehicle_total"]
    value = chance.choice([least, most, chance.uniform(least, most), min(most, least + chance.random() * 50)])
    value = int(value) if field["type"] == "integer" else round(value, chance.randint(0, 4))
    return 1 if low and low[1] == ">" and value <= least else min(max(value, least), most)


def text(field, i):
    name = field["name"]
    digits = lambda n: "".join(chance.choice("0123456789") for _ in range(n))
    if name == "station_code":
        return STATION
    if name == "client_name":
        return chance.choice(["甲乙", "=A1+1 ", "“引号”", "⛽", "很长的名字" * 7]) + f"客户{i:03d}有限公司"
    if name == "uscc":
        return chance.choice(["91350200", "12110000"]) + digits(9) + chance.choice("0123XY")
    if name == "visit_hours":
        return "08:30-17:00"
    if name == "admin_code":
        return chance.choice(["350205", "350205001002", "010203"])
    if name == "contact_phone":
        return chance.choice(["138" + digits(8), "0592-" + digits(7), "+86 138" + digits(8), digits(20)])
    return chance.choice(ODD) if chance.random() < .5 else f"答案{chance.randint(1, 10 ** 6)}"


def answer(field, answers, i):
    """What is typed into the cell, and what it means."""
    kind, _, name = field["type"].partition(" ")
    if kind in ("integer", "decimal"):
        value = number(field, answers)
        return value, value
    if kind == "date":
        day = TODAY - datetime.timedelta(days=chance.randint(0, 2000))
        if field["name"] == "next_visit":
            day = TODAY + datetime.timedelta(days=chance.randint(0, 300))
        return day, day.isoformat()
    if kind == "select_one":
        many = field["name"] == "visit_result" and chance.random() < .6
        code, label = LISTS[name][0] if many else chance.choice(LISTS[name])
        return label, code
    if kind == "select_multiple":
        some = sorted(chance.sample(range(len(LISTS[name])), chance.randint(1, min(5, len(LISTS[name])))))
        mixed = chance.sample(some, len(some))
        return (" ".join(LISTS[name][k][1] for k in mixed), " ".join(LISTS[name][k][0] for k in some))
    typed = text(field, i)
    return typed, typed


MUST = {"station_code", "survey_date", "visit_result", "client_name", "category", "address"}


def invent(repeat, known, i):
    typed, meant = {}, {}
    for f in FIELDS:
        if f["repeat"] != repeat or not asked(f, {**known, **meant}):
            continue
        needed = f["name"] in MUST or (repeat and f["required"] == "yes")
        if needed or chance.random() < .8:
            typed[f["name"]], meant[f["name"]] = answer(f, meant, i)
    if "category" in meant and i < len(LISTS["category"]):  # each category at least once
        code, label = LISTS["category"][i]
        return invent(repeat, known, i) if meant["category"] != code else (typed, meant)
    return typed, meant


def codes(sheet):
    return {c.value: c.column for c in sheet[1] if c.value}


def put(sheet, row, column, value):
    cell = sheet.cell(row, column)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # "=1+1" is a text


def fill(blank, out, answers_file):
    book = openpyxl.load_workbook(blank)
    sheets = {"": book.worksheets[0]}
    for sheet in book.worksheets[1:]:
        for repeat in {f["repeat"] for f in FIELDS} - {""}:
            if any(f["repeat"] == repeat and f["name"] in codes(sheet) for f in FIELDS):
                sheets[repeat] = sheet
    want, line = [], {repeat: FIRST for repeat in sheets}
    for i in range(CLIENTS):
        typed, meant = invent("", {}, i)
        main, at = sheets[""], codes(sheets[""])
        put(main, FIRST + i, at["_index"], i + 1)
        for name, value in typed.items():
            put(main, FIRST + i, at[name], value)
        for repeat in sorted(set(sheets) - {""}):
            if meant["visit_result"] not in ("completed", "partial"):
                continue
            for _ in range(chance.choice([0, 1, 1, 2, 3])):
                of_line, means = invent(repeat, meant, i)
                at_line, row = codes(sheets[repeat]), line[repeat]
                put(sheets[repeat], row, at_line["_parent_index"], i + 1)
                for name, value in of_line.items():
                    put(sheets[repeat], row, at_line[name], value)
                meant.setdefault("lines of " + repeat, []).append(means)
                line[repeat] += 1
        want.append(meant)
    book.save(out)
    with open(answers_file, "w", encoding="utf-8") as f:
        json.dump(want, f, ensure_ascii=False)


def again(known, out, answers_file):
    """Every second known client is visited: a date and an outcome, nothing else is touched."""
    book = openpyxl.load_workbook(known)
    sheet, at = book.worksheets[0], codes(book.worksheets[0])
    with open(answers_file, encoding="utf-8") as f:
        before = {a["client_name"]: a for a in json.load(f)}
    new = {f["name"] for f in FIELDS if f["each_visit"] == "yes"}
    want = []
    for row in range(FIRST, sheet.max_row + 1):
        client = sheet.cell(row, at["client_id"]).value
        if not client or row % 2:
            continue
        name = sheet.cell(row, at["client_name"]).value
        code, label = next(c for c in LISTS["visit_result"] if c[0] == before[name]["visit_result"])
        put(sheet, row, at["survey_date"], TODAY)
        put(sheet, row, at["visit_result"], label)
        meant = {k: v for k, v in before[name].items() if k not in new}
        meant.update(survey_date=TODAY.isoformat(), visit_result=code, client_id=client)
        want.append(meant)
    book.save(out)
    with open(answers_file, "w", encoding="utf-8") as f:
        json.dump(want, f, ensure_ascii=False)


def differences(want, got, ignored=()):
    count = 0
    for code in sorted(set(want) | set(got)):
        if code == "_typed" or code in ignored:
            continue
        x, y = want.get(code), got.get(code)
        same = x == y or (isinstance(x, (int, float)) and y is not None and float(y) == x)
        if not same:
            count += 1
            print(f"  {want.get('client_name')}: {code}: {x!r} became {y!r}", file=sys.stderr)
    return count


def compare(answers_file, database):
    with open(answers_file, encoding="utf-8") as f:
        want = {(a["client_name"], a["survey_date"]): a for a in json.load(f)}
    base = sqlite3.connect(database)
    got = {}
    for (text,) in base.execute("SELECT answers FROM submission"):
        a = json.loads(text)
        got[a["client_name"], a["survey_date"]] = a
    repeats = {f["repeat"] for f in FIELDS} - {""}
    wrong = cells = lines = 0
    for key, meant in want.items():
        taken = got.get(key, {})
        ignored = repeats | {"lines of " + r for r in repeats} | (PLACE if "client_id" in meant else set())
        wrong += differences(meant, taken, ignored)
        cells += len(meant)
        for repeat in repeats:
            x, y = meant.get("lines of " + repeat, []), taken.get(repeat, [])
            wrong += abs(len(x) - len(y))
            for one, other in zip(x, y):
                wrong += differences(one, other)
                cells += len(one)
                lines += 1
    print(f"{len(want)} clients, {lines} lines, {wrong} differences")
    print(f"  {cells} answers", file=sys.stderr)


if __name__ == "__main__":
    {"fill": fill, "again": again, "compare": compare}[sys.argv[1]](*sys.argv[2:])
