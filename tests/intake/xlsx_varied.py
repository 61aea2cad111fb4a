"""xlsx_varied.py FOLDER - workbooks of several programs, and what openpyxl reads in every one.

Makes op*.xlsx with openpyxl, has LibreOffice write each of them anew where soffice is there, and
beside every .xlsx of the folder writes a .want: sheet, row, column, value, tabs between, a line a
cell that is not blank.
"""
import datetime
import glob
import os
import shutil
import subprocess
import sys
import warnings

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

warnings.simplefilter("ignore")
folder = sys.argv[1]

FORMATS = [
    "General", "0", "0.00", "#,##0", "0%", "0.00E+00", "# ?/?", "@", "yyyy-mm-dd", "m/d/yyyy", "d-mmm-yy",
    "h:mm", "h:mm:ss AM/PM", "m/d/yy h:mm", "mm:ss", "[h]:mm:ss", "mm:ss.0", 'yyyy"年"m"月"d"日"',
    'yyyy"年"m"月"', "[$-804]yyyy/m/d", "[Red]0.0;[Blue]-0.0", '0.0"升"', 'h"时"mm"分"', "yyyy/mm/dd hh:mm:ss",
    "dddd", "[DBNum1]0", "¥#,##0.00",
]
NUMBERS = [0, 1, 59, 61, 0.25, 0.5, 46086, 46086.25, 46086.4229166667, 40000.999, 1.5]
TEXTS = [
    "甲站", " lead and tail ", "two\nlines", "tab\there", "<&>\"'", "=not a formula".replace("=", "'="), "😀", "１２３",
    "x" * 32767, "0012", "1.38E+10", "2026-03-05", "TRUE", "#N/A", "_x0041",
]


def numbers(sheet):
    for row, fmt in enumerate(FORMATS, 1):
        for column, value in enumerate(NUMBERS, 1):
            cell = sheet.cell(row, column, value)
            cell.number_format = fmt


def texts(sheet):
    for row, text in enumerate(TEXTS, 1):
        cell = sheet.cell(row, 2)
        cell.value = text
        cell.data_type = "s"


def mixed(sheet):
    sheet["B3"] = "merged"
    sheet.merge_cells("B3:D5")
    sheet["A9"] = True
    sheet["B9"] = False
    sheet["C9"] = datetime.datetime(2026, 3, 5, 10, 9)
    sheet["D9"] = datetime.date(2026, 3, 5)
    sheet["E9"] = datetime.time(10, 9)
    sheet["F9"] = datetime.timedelta(hours=30)
    sheet["G9"] = 13800001111
    sheet["H9"] = 0.1
    sheet["I9"] = 1e300
    sheet["J9"] = -1.5e-7
    sheet["K9"] = 123456789012345
    sheet["A12"] = "=1+2"
    sheet["B12"] = '="a"&"b"'
    sheet["C12"] = "=1/0"
    sheet["D12"] = "=A9"
    sheet["E12"] = "=DATE(2026,3,5)"
    sheet.cell(40, 60, "far")
    sheet.cell(1000, 1, "low")


def make(name, epoch=None):
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    numbers(book.active)
    texts(book.create_sheet("文字"))
    mixed(book.create_sheet("a b & c"))
    book.create_sheet("empty")
    book.create_sheet("hidden").append(["h", 1])
    book["hidden"].sheet_state = "hidden"
    book.save(os.path.join(folder, name))


def written_anew(name):
    inside = os.path.join(folder, "anew")
    os.makedirs(inside, exist_ok=True)
    subprocess.run(
        ["soffice", "-env:UserInstallation=file://" + os.path.abspath(os.path.join(folder, "profile")), "--headless",
         "--convert-to", "xlsx", "--outdir", inside, os.path.join(folder, name)],
        check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
    made = os.path.join(inside, name)
    if os.path.exists(made):
        os.replace(made, os.path.join(folder, "lo_" + name))


def shown(value):
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        value = (value + datetime.timedelta(milliseconds=500)).replace(microsecond=0)
        return value.date().isoformat() if value.time() == datetime.time(0) else value.isoformat()
    if isinstance(value, datetime.timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if isinstance(value, datetime.time):
        return value.isoformat("seconds")
    if isinstance(value, float) and value == int(value) and abs(value) < 1e15:
        return str(int(value))
    text = str(value)
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def tell(path):
    book = openpyxl.load_workbook(path, data_only=True)
    with open(path[:-5] + ".want", "w", encoding="utf-8") as out:
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is not None:
                        kind = "n" if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool) else "t"
                        print(sheet.title, cell.row, cell.column, kind, shown(cell.value), sep="\t", file=out)


make("op.xlsx")
make("op1904.xlsx", CALENDAR_MAC_1904)
if shutil.which("soffice"):
    written_anew("op.xlsx")
    written_anew("op1904.xlsx")
for path in sorted(glob.glob(os.path.join(folder, "*.xlsx"))):
    tell(path)
