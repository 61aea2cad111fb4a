#!/usr/bin/python3
"""Fills a station's entry workbook as a manager would: fill_entry.py BLANK.xlsx FILLED.xlsx

The first known clients are visited again, new ones are found; one fleet and one contact each; three
cells are wrong on purpose. Everything is invented (survey-forms/sample/README.md says how). How the
sample's file was made:

    make demo
    YOUKA_DB=build/demo/youka.db build/youka form workbook --station XM-XL-002 --out blank.xlsx --today 2026-11-16
    /usr/bin/python3 tests/sample/fill_entry.py blank.xlsx filled.xlsx
    soffice --headless --convert-to xlsx --outdir survey-forms/sample/entry filled.xlsx
"""
import datetime
import sys

import openpyxl

AGAIN, FRESH = 14, 22
OWN = "岑翊 笙越 霁岚 桉禾 蓼川 樾朗 瓴沐 汐屿 沧笙 陌栎 芷岑 榕霁 翊岚 越汐 屿笙 禾瓴 沐桉 朗蓼 栎沧 岚陌 川芷 澜榕".split()
KINDS = [  # name after the own part, category, size column and value, fleet, gasoline, diesel (litres)
    ("物流有限公司", "物流运输", "driver_count", 18, [("重型货车、牵引车", 12, "0号柴油"), ("轻微型货车", 6, "0号柴油")], None, 26000),
    ("汽车租赁有限公司", "出租网约车", "driver_count", 30, [("小型客车(轿车、SUV)", 26, "92号汽油")], 9800, None),
    ("大酒店", "宾馆", "room_count", 120, [("中型客车", 2, "0号柴油"), ("小型客车(轿车、SUV)", 3, "95号汽油")], 900, 600),
    ("卫浴工业有限公司", "厂矿", "staff_count", 260, [("轻微型货车", 5, "0号柴油"), ("叉车、厂内机动车", 4, "0号柴油")], 1200, 3400),
    ("超市", "超市", "staff_count", 35, [("轻微型货车", 2, "92号汽油")], 700, None),
]
ROADS = "杏北路 杏滨路 杏锦路 西滨路 杏东路 杏西路 杏林湾路".split()
PEOPLE = ["王小满", "赵谷雨", "李立秋"]


def columns(sheet):
    return {cell.value: cell.column for cell in sheet[1]}


def first_blank(sheet, column):
    row = 3
    while sheet.cell(row, column).value is not None:
        row += 1
    return row


def main(blank, filled):
    book = openpyxl.load_workbook(blank)
    main_sheet, fleet, contact = book["客户"], book["车辆明细"], book["联系人"]
    col, fcol, ccol = columns(main_sheet), columns(fleet), columns(contact)
    fleet_row = first_blank(fleet, fcol["_parent_index"])
    contact_row = 3
    day = datetime.date(2026, 11, 17)
    known = first_blank(main_sheet, col["client_name"]) - 3

    def put(sheet, row, where, **cells):
        for code, value in cells.items():
            if value is not None:
                sheet.cell(row, where[code]).value = value

    for n in range(AGAIN):  # visited again: only what changed is typed
        row = 3 + n * 7 % known
        put(main_sheet, row, col, surveyor=PEOPLE[n % 3], survey_date=day + datetime.timedelta(n % 5),
            visit_result="拒访" if n == 4 else "调查完成", remarks="复访" if n % 3 == 0 else None)
    for n in range(FRESH):
        tail, category, size, value, vehicles, gas, diesel = KINDS[n % len(KINDS)]
        row = 3 + known + n
        total = sum(v[1] for v in vehicles)
        put(main_sheet, row, col, client_name=f"厦门{OWN[n]}{tail}", surveyor=PEOPLE[n % 3],
            survey_date=day + datetime.timedelta(n % 5), visit_result="调查完成", category=category,
            address=f"厦门市集美区{ROADS[n % len(ROADS)]}{300 + n * 3}号", vehicle_total=total,
            vehicle_source="司机、调度", gas_month=gas, gas_unit="升" if gas else None, diesel_month=diesel,
            diesel_unit="升" if diesel else None, volume_source="负责人、财务", current_brand="民营站",
            sensitivity="价格、优惠 开票", sensitivity_top="价格、优惠", intent="B 有需求待谈", difficulty=2 + n % 3, **{size: value})
        if n % 4:
            put(main_sheet, row, col, lon_manual=118.03 + n * .0017, lat_manual=24.560 + n * .0011,
                coord_system="GCJ-02(高德、腾讯)")
        index = main_sheet.cell(row, col["_index"]).value
        for kind, count, fuel in vehicles:
            put(fleet, fleet_row, fcol, _parent_index=index, veh_class=kind, veh_count=count, veh_fuel=fuel)
            fleet_row += 1
        put(contact, contact_row, ccol, _parent_index=index, contact_name="陈" + OWN[n][0], contact_role="关键决策人",
            contact_phone=f"1380000{4000 + n}", contact_consent="是")
        contact_row += 1
    put(main_sheet, 3 + known + 2, col, vehicle_total="约30")  # no exact number
    put(main_sheet, 3 + known + 7, col, survey_date=datetime.date(2027, 1, 5))  # a day to come
    fleet.cell(fleet_row - 1, fcol["veh_count"]).value = -2  # no such fleet
    book.save(filled)


main(*sys.argv[1:])
