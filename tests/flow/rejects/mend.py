# spoil FLEET.csv: two counts become no numbers; mend IN OUT BAD: what a person does in Excel.
import csv, sys
import openpyxl

def ending(heading, word):
    return next(i for i, h in enumerate(heading) if str(h).endswith(word))

if sys.argv[1] == "spoil":
    rows = list(csv.reader(open(sys.argv[2], encoding="utf-8")))
    count = ending(rows[0], "veh_count")
    rows[3][count], rows[20][count] = "很多", "-1"
    csv.writer(open(sys.argv[2], "w", encoding="utf-8", newline="")).writerows(rows)
else:
    book = openpyxl.load_workbook(sys.argv[2])
    print(*[f"{sheet.title}: {sheet.max_row - 1}" for sheet in book], sep="\n")
    fleet = next(sheet for sheet in book if "fleet" in sheet.title)
    count = ending([c.value for c in fleet[1]], "veh_count")
    for row in fleet.iter_rows(min_row=2):
        if row[count].value in ("很多", "-1"):
            row[count].value = 4321
    bad = {(r[0], r[1]): r[4] for r in csv.reader(open(sys.argv[4], encoding="utf-8-sig"))}
    sheet = book["mistakes.csv"]
    heading = [c.value for c in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        for cell, name in zip(row, heading):
            key = (str(row[heading.index("行号")].value), name)
            if key in bad:
                cell.value = bad[key] or None
    book.save(sys.argv[3])
