"""read_back.py - what another program sees in a workbook, one fact a line, ASCII only."""
import datetime
import json
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")

book = openpyxl.load_workbook(sys.argv[1])
values = openpyxl.load_workbook(sys.argv[1], data_only=True)
print("created", book.properties.created)
for name in getattr(book.defined_names, "definedName", []):
    print("name", name.name, name.value)
for sheet in book.worksheets:
    print("sheet", json.dumps(sheet.title), sheet.sheet_state)
    print("freeze", sheet.freeze_panes)
    print("filter", sheet.auto_filter.ref)
    print("print rows", sheet.print_title_rows)
    setup = sheet.page_setup
    print(f"paper {setup.paperSize} {setup.orientation} fit {setup.fitToWidth or 1}x{setup.fitToHeight}")
    footer = sheet.oddFooter
    print("footer", json.dumps([footer.left.text, footer.center.text, footer.right.text]))
    for letter, dimension in sheet.column_dimensions.items():
        if dimension.hidden:
            print("hidden", letter)
    for number, dimension in sheet.row_dimensions.items():
        if dimension.hidden:
            print("hidden row", number)
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list":
            print("list", rule.formula1, rule.sqref)
        elif rule.type:
            print("check", rule.sqref, rule.type, rule.operator, rule.formula1, rule.formula2)
        if rule.error:
            print("refusal", rule.sqref, json.dumps([rule.errorTitle, rule.error]))
        if rule.prompt:
            print("tip", rule.sqref, json.dumps([rule.promptTitle, rule.prompt]))
    for where, rules in sheet.conditional_formatting._cf_rules.items():
        for rule in rules:
            if rule.type == "dataBar":
                print("bar", where.sqref)
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            value, kind = cell.value, cell.data_type
            if isinstance(value, datetime.datetime):
                value = value.date().isoformat()
            shown = json.dumps(value)
            if kind == "f":
                stored = values[sheet.title][cell.coordinate].value
                print("stored", cell.coordinate, json.dumps(stored))
            print(cell.coordinate, kind, shown if len(shown) < 200 else "(long)")
            print("format", cell.coordinate, cell.number_format)
            if isinstance(value, str) and len(value) > 100:
                print("length", cell.coordinate, len(value))
            if cell.coordinate == "A2":
                print("font", json.dumps(cell.font.name))
