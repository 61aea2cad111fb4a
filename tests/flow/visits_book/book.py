# What a manager does with a plan in Excel: fill IN OUT, mend REFUSED OUT, correct IN OUT, stages IN (prints).
import datetime, sys
import openpyxl

def table(book):
    """The sheet whose hidden first row names the questions of a visit, and its columns by code."""
    for sheet in book:
        code = {c.value: c.column for c in sheet[1] if c.value}
        if "visit_date" in code and "client_id" in code:
            return sheet, code

def row_of(sheet, code, name):
    return next(r for r in range(2, sheet.max_row + 1) if sheet.cell(r, code["client_name"]).value == name)

def put(sheet, code, name, **answers):
    for key, value in answers.items():
        sheet.cell(row_of(sheet, code, name), code[key]).value = value

day = datetime.date
book = openpyxl.load_workbook(sys.argv[2])
sheet, code = table(book)
if sys.argv[1] == "fill":
    put(sheet, code, "翎石物流", result="见到决策人", visit_date=day(2026, 11, 24), visitor="王五", decider_met="是",
        month_litres_told=900, barrier="价格差", trial_offered="是", next_step="报方案", next_date=day(2026, 12, 1))
    put(sheet, code, "海云宾馆", result="已签约或办卡", visit_date="2026年11月24日", cards_issued=3, complaint="否")
    put(sheet, code, "青岬学校", result="没见到人")
    put(sheet, code, "同名商行", visit_date=day(2026, 11, 20), result="被对手签走", month_litres_told="约500")
elif sys.argv[1] == "mend":
    for r in range(3, sheet.max_row + 1):
        print(*(sheet.cell(r, code[k]).value for k in ("client_name", "reason", "how to mend it")), sep=" | ")
    put(sheet, code, "青岬学校", visit_date=day(2026, 11, 24))
    put(sheet, code, "同名商行", month_litres_told=500)
elif sys.argv[1] == "correct":
    put(sheet, code, "翎石物流", result="Met the decision maker", visit_date=day(2026, 11, 24), offer_approved="Yes",
        stage="Won")
else:
    heading = {c.value: c.column for c in sheet[2]}
    shown = ("客户单位", "阶段", "自报阶段", "进入下一阶段还缺", "下一步做什么", "未见天数", "必须走访")
    for line in sorted([str(sheet.cell(r, heading[h]).value or "-") for h in shown] for r in range(3, sheet.max_row + 1)):
        print(*line, sep=" | ")
    sys.exit()
book.save(sys.argv[3])
