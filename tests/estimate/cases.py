"""cases.py - random regions for the estimator: cases.py SEED FOLDER

Writes FOLDER/stations.csv (3 regions x 4 stations, 40 km apart) and FOLDER/survey.csv (30 clients a station, all
22 categories, at typed WGS-84 points 200-1,100 m from their station, no two within 200 m). The same seed gives the
same bytes. Only questions that the form asks are answered. Sizes, fleets and litres follow no model closely:
they are to be read in every way the method knows, not to be likely."""
import csv
import math
import random
import sys
from pathlib import Path

SIZE_FIELD = {
    "government": "staff_count", "institution": "staff_count", "enterprise": "staff_count",
    "factory_mine": "staff_count", "office_building": "staff_count", "community": "household_count",
    "school": "student_count", "hospital": "bed_count", "hotel": "room_count", "restaurant": "staff_count",
    "parking_lot": "parking_spaces", "supermarket": "staff_count", "mall": "staff_count", "logistics": "driver_count",
    "taxi_ride": "driver_count", "bus_coach": "driver_count", "construction": "staff_count",
    "farm_machinery": "member_count", "transient": "", "waterway": "", "private_station": "", "other": "",
}
TYPICAL = {"household_count": 1000, "student_count": 900, "bed_count": 250, "room_count": 90, "parking_spaces": 200,
           "driver_count": 40, "member_count": 20, "staff_count": 80}
SOURCES = ["document", "manager", "driver", "guard", "counted", "guess"]
GASOLINE = ["car", "mpv_van", "taxi", "motorcycle", "other"]
DIESEL = ["minibus", "coach", "city_bus", "school_bus", "light_truck", "medium_truck", "heavy_truck", "dump_truck",
          "mixer", "special", "machinery", "forklift", "agri", "generator", "boat"]
COLUMNS = ["station_code", "surveyor", "survey_date", "visit_result", "client_name", "category", "category_other",
           "address", "lon_manual", "lat_manual", "coord_system", "vehicle_total", "vehicle_source", "fleet_summary",
           "gas_month", "gas_unit", "diesel_month", "diesel_unit", "volume_source", "nev_count",
           *sorted(TYPICAL), "resale_month_t", "fills_week", "litres_fill"]
SYLLABLES = "安宝昌达德丰福光海恒宏华吉佳金康利茂明宁鹏启瑞盛泰天伟祥新兴旭永裕元远正志中"


class Region:
    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.names = set()

    def one_in(self, n):
        return self.chance.random() * n < 1

    def rounded(self, x):
        """As people say numbers: to one, two or three digits, or as it is."""
        digits = self.chance.choice([1, 1, 2, 2, 3, 9])
        step = 10 ** max(math.floor(math.log10(max(x, 1))) + 1 - digits, 0)
        return max(int(round(x / step) * step), 1)

    def name(self, category):
        while True:
            name = "".join(self.chance.sample(SYLLABLES, 4))
            if name not in self.names:
                self.names.add(name)
                return name

    def fleet(self, count):
        """Lines that sum to the count: mostly one or two classes, some of no fuel of ours or of fuel unknown."""
        lines, left = [], count
        while left:
            n = left if len(lines) == 2 or self.one_in(2) else self.chance.randint(1, left)
            kind = self.chance.random()
            if kind < .08:
                line = ("nev", "electric")
            elif kind < .14:
                line = (self.chance.choice(["city_bus", "heavy_truck"]), self.chance.choice(["lng", "cng"]))
            elif kind < .2:
                line = (self.chance.choice(GASOLINE + DIESEL), "unknown")
            elif kind < .6:
                line = (self.chance.choice(GASOLINE), self.chance.choice(["g92", "g95", "g98"]))
            else:
                line = (self.chance.choice(DIESEL), self.chance.choice(["d0", "dm10", "dm20", "dm35"]))
            lines.append((line[0], n, line[1]))
            left -= n
        return lines

    def vehicles(self, row, vehicles):
        if self.one_in(4):
            return
        count = 0 if self.one_in(15) else self.rounded(vehicles)
        lines = self.fleet(count) if self.one_in(3) else []
        electric = sum(n for kind, n, fuel in lines if kind == "nev" or fuel in ("electric", "lng", "cng"))
        if not lines or not self.one_in(4):
            row["vehicle_total"] = count
            row["vehicle_source"] = "" if self.one_in(10) else self.chance.choice(SOURCES)
            if lines and self.one_in(4):
                lines = lines[1:]  # some of the fleet is not listed
            if self.one_in(4) and not electric:
                row["nev_count"] = self.chance.randint(0, count)
            elif electric and self.one_in(2):
                row["nev_count"] = min(electric, count)
        row["fleet_summary"] = "; ".join(f"{kind}*{n}*{fuel}" for kind, n, fuel in lines)

    def told(self, litres, unit):
        """Litres a month as told in a unit, with every mistake of unit the method knows."""
        x = {"l": litres, "t": litres / 1200, "cny": litres * 7}[unit]
        mistake = self.chance.random()
        if mistake < .08:
            x *= 12
        elif mistake < .14:
            x = {"l": x / 1200, "t": x * 1200, "cny": x / 7}[unit]
        elif mistake < .17:
            x *= 30
        x *= math.exp(self.chance.gauss(0, .3))
        return str(self.rounded(x)) if x >= 10 or self.one_in(3) else f"{x:.1f}" if x >= .1 else "0.1"

    def volumes(self, row, litres):
        if self.one_in(3):
            return
        kind = self.chance.random()
        gasoline = self.chance.random() * litres
        units = self.chance.choice(["l", "l", "l", "t", "cny"])
        units = (units, units)
        if kind < .25:  # one family told, the other blank
            family = self.chance.choice(["gas", "diesel"])
            row[family + "_month"], row[family + "_unit"] = self.told(litres, units[0]), units[0]
        elif kind < .5:  # one told, the other 0
            told, none = self.chance.sample(["gas", "diesel"], 2)
            row[told + "_month"], row[told + "_unit"] = self.told(litres, units[0]), units[0]
            row[none + "_month"], row[none + "_unit"] = 0, self.chance.choice(["l", "t", "cny", units[0]])
        elif kind < .56:
            row["gas_month"] = row["diesel_month"] = 0
            row["gas_unit"] = row["diesel_unit"] = "l"
        elif kind < .6:
            row["gas_month"], row["gas_unit"] = 0, "l"
        elif kind < .7:  # different units: with digits that no sum makes whole
            units = self.chance.sample(["l", "t", "cny"], 2)
            for family, part, unit in (("gas", gasoline, units[0]), ("diesel", litres - gasoline, units[1])):
                x = part * {"l": 1, "t": 1 / 1200, "cny": 7}[unit]
                row[family + "_month"], row[family + "_unit"] = f"{max(x, .01):.2f}".rstrip("0") + "7", unit
        else:
            for family, part in (("gas", gasoline), ("diesel", litres - gasoline)):
                row[family + "_month"], row[family + "_unit"] = self.told(part, units[0]), units[0]
        if self.one_in(20):
            row["gas_unit"] = row["diesel_unit"] = ""
        row["volume_source"] = "" if self.one_in(10) else self.chance.choice(SOURCES)

    def answers(self, row):
        category = row["category"]
        row["visit_result"] = self.chance.choices(
            ["completed", "partial", "refused", "no_answer", "no_vehicles", "closed_moved"], [78, 8, 4, 3, 5, 2])[0]
        if row["visit_result"] not in ("completed", "partial"):
            return
        field = SIZE_FIELD[category]
        if field and not self.one_in(4):
            row[field] = 0 if self.one_in(25) else self.rounded(TYPICAL[field] * math.exp(self.chance.gauss(0, .8)))
        vehicles = math.exp(self.chance.gauss(1.7, 1))
        litres = vehicles * math.exp(self.chance.gauss(6, .8))
        if category == "private_station":
            if not self.one_in(4):
                row["resale_month_t"] = self.rounded(math.exp(self.chance.gauss(4.5, .8)))
            if self.one_in(2):
                row["vehicle_total"], row["vehicle_source"] = 2, "manager"
            return
        self.vehicles(row, vehicles)
        self.volumes(row, litres)
        if self.one_in(6):
            row["litres_fill"] = self.chance.choice([20, 40, 45, 50, 60, 62.5, 200, 300])
            row["fills_week"] = self.chance.choice([0, 1, 2, 3, 5, 7, 10, 12])

    def client(self, station, k):
        category = self.chance.choice(sorted(SIZE_FIELD))
        row = dict.fromkeys(COLUMNS, "")
        # Six columns and five rows about the station, 300 m from each other.
        east, north = (k % 6 - 2.5) * 300, (k // 6 - 2) * 300
        lon = station["lon"] + east / (111320 * math.cos(math.radians(station["lat"])))
        row.update(station_code=station["code"], surveyor="测试员", survey_date="2026-06-01",
                   client_name=self.name(category), category=category, address=f"{station['name']}旁{k + 1}号",
                   lon_manual=f"{lon:.6f}", lat_manual=f"{station['lat'] + north / 111320:.6f}", coord_system="wgs84")
        if category == "other":
            row["category_other"] = "杂项"
        self.answers(row)
        return row


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as f:
        out = csv.DictWriter(f, list(rows[0]), lineterminator="\n")
        out.writeheader()
        out.writerows(rows)


def main():
    seed, folder = int(sys.argv[1]), Path(sys.argv[2])
    region = Region(seed)
    stations = [{"code": f"R{r}-S{s}", "name": f"{'东南西'[r]}区{s}站", "region": "东南西"[r] + "区",
                 "lon": 113 + .4 * s, "lat": 23 + .4 * r, "datum": "wgs84", "class": "urban", "radius_m": 3000}
                for r in range(3) for s in range(4)]
    write(folder / "stations.csv", stations)
    write(folder / "survey.csv", [region.client(station, k) for station in stations for k in range(30)])


if __name__ == "__main__":
    main()
