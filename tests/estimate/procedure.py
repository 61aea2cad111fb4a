"""procedure.py - vehicles and litres a month of every client, a second time and apart from the C one.

Written from the text of the method (estimation.md §3-§5, §12, §13; hyper-parameters as in the tables,
learning off) and from the tables alone; Python's own library only. All logs are natural, litres are litres a
month, a «normal» is (mean, variance) of a logarithm.

  procedure.py PRIORS ANSWERS.csv [--stations STATIONS.csv] [--reading NAME=CHOICE …]

PRIORS   folder of category_priors.csv, vehicle_priors.csv, source_priors.csv, fuel_priors.csv, spread_priors.csv
ANSWERS  one row (.csv) or object (.json, a list) a client: client_id (else client_name), station_code of the
         owner, region (else the station's, from STATIONS.csv: code, region) and the form's field names; the fleet
         as fleet_summary («car*8*g92; …»), or in JSON as «fleet», a list of lines by the form's field names
Prints {"estimates": [{"client_id", "station_code", "vehicles", "litres": {"p10", "p50", "p90", "mean"},
"log_mean", "log_var", "unit_question", "told": [{"what", "declared", "best", "weight", "outlier"}]}]}."""
import argparse
import csv
import json
import math
import sys
from dataclasses import dataclass, field
from pathlib import Path

Z90 = 1.2815515655446004
VARIANCE_FLOOR = 1e-9
RATIO_FLOOR, SHARE_FLOOR, WEIGHT_FLOOR = 0.05, 0.05, 1e-6
ROUNDS = 3
NO_FUEL_OF_OURS = {"cng", "lng", "electric"}

# Where the text leaves two readings: ours first.
READINGS = {
    "nev": ("once", "both"),  # the larger of nev_count and electric lines is taken off, they are the same vehicles; or both
    "mix": ("lines", "total"),  # lines without a vehicle_total are the whole fleet, or the mix is unknown
    "parts": ("category", "fuel"),  # told in two units: density and price of the category, or of each fuel
    "reseller": ("none", "counts"),  # vehicles counted at a private_station: no observation, or one
}


# --- §3 and §5: arithmetic --------------------------------------------------------------------------
def digamma(x):
    """Recurrence to x >= 8, then the asymptotic series (Abramowitz and Stegun 6.3.18)."""
    below = 0.0
    while x < 8:
        below += 1 / x
        x += 1
    r = 1 / (x * x)
    series = r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r * (1 / 132 - r * 691 / 32760)))))
    return math.log(x) - 0.5 / x - series - below


def trigamma(x):
    """As digamma (6.4.12)."""
    below = 0.0
    while x < 8:
        below += 1 / (x * x)
        x += 1
    r = 1 / (x * x)
    series = r / x * (1 / 6 - r * (1 / 30 - r * (1 / 42 - r * (1 / 30 - r * (5 / 66 - r * 691 / 2730)))))
    return 1 / x + r / 2 + series + below


def combine(prior, value, variance):
    m, s2 = prior
    total = 1 / s2 + 1 / variance
    return (m / s2 + value / variance) / total, 1 / total


def quantiles(normal):
    m, s2 = normal
    s = math.sqrt(s2)
    return {"p10": math.exp(m - Z90 * s), "p50": math.exp(m), "p90": math.exp(m + Z90 * s),
            "mean": math.exp(m + s2 / 2)}


def heap_var(x):
    """§4.2: a whole number that ends in zeros was rounded to them."""
    if x != int(x) or not 1 <= x <= 1e15:
        return 0.0
    step, whole = 1, int(x)
    while whole % (step * 10) == 0:
        step *= 10
    return 0.0 if step == 1 else (step / x) ** 2 / 12


class Tree:
    """§3.2: Jewell's hierarchical credibility with known variances: category, region, station.

    leaves: [(path, value, variance)]; tau2: variance of a node about its parent, by depth; prior: the root."""

    def __init__(self, leaves, tau2, prior):
        self.tau2 = tau2
        depth = len(tau2)
        weight, weighted = {}, {}

        def add(path, w, value):
            weight[path] = weight.get(path, 0.0) + w
            weighted[path] = weighted.get(path, 0.0) + w * value

        for path, value, variance in leaves:
            add(tuple(path), 1 / variance, value)
        for d in range(depth, 1, -1):
            for path in sorted(p for p in weight if len(p) == d):
                add(path[:-1], 1 / (tau2[d - 1] + 1 / weight[path]), weighted[path] / weight[path])
        self.node = {(): (prior, 0.0)}
        for path in sorted(weight, key=lambda p: (len(p), p)):
            t, w = tau2[len(path) - 1], weight[path]
            mean, variance = self.node[path[:-1]]
            z = w * t / (1 + w * t)
            self.node[path] = (z * weighted[path] / w + (1 - z) * mean, t * (1 - z) + (1 - z) ** 2 * variance)

    def at(self, path):
        """The node, else the deepest one above it that has data and tau2 of every level between."""
        path = tuple(path)
        known = next(d for d in range(len(path), -1, -1) if path[:d] in self.node)
        mean, variance = self.node[path[:known]]
        return mean, variance + sum(self.tau2[known:len(path)])


def fleet_prior(expected, ratio, ratio_var, alpha, size_var, phi, owner):
    """§3.3: a client's vehicles before its own count is heard."""
    m = math.log(expected * ratio) + digamma(alpha) - math.log(alpha)
    s2 = trigamma(alpha) + size_var + ratio_var / ratio**2
    lam = math.exp(m)
    if not owner:
        return m, s2 + math.log(1 + phi / lam)
    q, t = -math.expm1(-lam), min(phi, 1)
    g = 1 - t * lam * math.exp(-lam) / q
    return m - t * math.log(q), g * g * s2 + phi * max((1 + lam) * q / lam - 1, 0)


# --- §4: what was declared --------------------------------------------------------------------------
@dataclass
class Told:
    """A declared volume: `declared` in `unit` a month, or, `in_litres`, converted by its stated units."""
    what: str
    declared: float
    unit: str  # l, t, cny
    source: str
    in_litres: bool = False
    share: float = 1.0  # of all litres: what was told is one family's
    questioned: bool = False  # its unit was not written down
    meanings: list = field(default_factory=list)  # (name, outlier, weight, y, variance) of the last round
    stake: float = 0.0  # litres a month that knowing its meaning moves P50 by, on average


@dataclass
class Client:
    id: str
    path: tuple  # category, region, station
    prior: dict  # the category's row
    size: float = None
    count: tuple = None  # vehicles that burn our fuel, source
    told: list = field(default_factory=list)
    mix: tuple = None  # where it is known: litres a vehicle, variance of its log
    no_fuel: bool = False
    fleet: tuple = None  # normal
    litres: tuple = None

    def expected(self):
        return self.prior["rate"] * (self.size or self.prior["typical_size"])


def hypotheses(unit, density, price, vehicles):
    """§4.3, §13: [(name, prior weight, litres a month of one unit as told)], the stated unit first."""
    litres = {"l": 1.0, "t": 1000 / density, "cny": 1 / price}
    name = {"l": "L", "t": "t", "cny": "yuan"}
    weights = {"l": (.86, .04), "t": (.03, .015), "cny": (.03, .005)}
    if unit == "t":
        weights = {"t": (.86, .04), "l": (.03, .015), "cny": (.03, .005)}
    elif unit == "cny":
        weights = {"cny": (.86, .04), "l": (.03, .015), "t": (.03, .005)}
    out = []
    for u, (month, year) in weights.items():
        out.append((name[u] + "/month", month, litres[u]))
        out.append((name[u] + "/year", year, litres[u] / 12))
    return out + [("per vehicle", .02, litres[unit] * vehicles)]


class Priors:
    def __init__(self, folder):
        def table(name, key):
            with open(Path(folder) / f"{name}_priors.csv", encoding="utf-8-sig", newline="") as f:
                rows = list(csv.DictReader(f))
            return {r[key]: {k: number(v) for k, v in r.items()} for r in rows}

        self.category = table("category", "category")
        self.vehicle = table("vehicle", "vehicle_class")
        self.source = table("source", "info_source")
        self.fuel = table("fuel", "fuel_grade")
        self.spread = {k: r["value"] for k, r in table("spread", "parameter").items()}
        self.tau2_fleet = [self.spread[f"tau_fleet_{n}"] ** 2 for n in ("category", "region", "station")]
        self.tau2_litres = [self.spread[f"tau_litres_{n}"] ** 2 for n in ("category", "region", "station")]

    def declared(self, source, x):
        """(bias, variance of log) of a number as declared."""
        row = self.source[source]
        return row["log_bias"], row["log_sd"] ** 2 + (0.0 if source == "document" else heap_var(x))


def number(text):
    try:
        return float(text)
    except ValueError:
        return text


def normal_log_density(y, mean, variance):
    return -0.5 * (math.log(2 * math.pi * variance) + (y - mean) ** 2 / variance)


def weigh(told, priors, prior, mean, variance, vehicles):
    """§5.3: every meaning of a told volume, and its outlier twin, with its weight under N(mean, variance)."""
    spread = priors.spread
    bias, v = priors.declared(told.source, told.declared)
    if told.share < 1:
        v += math.log(1 + (1 - told.share) / (told.share * (spread["phi_g"] + 1)))
    readings = hypotheses(told.unit, prior["density_kg_l"], prior["price_yuan_l"], vehicles)
    stated = readings[0][2] if told.in_litres else 1.0
    meanings, logs = [], []
    for name, p, factor in readings:
        y = math.log(told.declared / told.share) - bias + math.log(factor / stated)
        for outlier in (False, True):
            part = spread["outlier_share"] if outlier else 1 - spread["outlier_share"]
            own = v + (spread["outlier_var"] if outlier else 0.0)
            logs.append(math.log(p * part) + normal_log_density(y, mean, variance + own))
            meanings.append((name, outlier, y, own))
    top = max(logs)
    total = top + math.log(sum(math.exp(x - top) for x in logs))
    return [(name, outlier, math.exp(x - total), y, own) for (name, outlier, y, own), x in zip(meanings, logs)]


def best_of(told):
    return max(told.meanings, key=lambda m: m[2])


def observe_volume(normal, meanings, floor=WEIGHT_FLOOR):
    """§13.5: one observation a meaning, averaged by weight, collapsed to a normal by its moments."""
    kept = [(w, combine(normal, y, own)) for _, _, w, y, own in meanings if w > floor]
    total = sum(w for w, _ in kept)
    m = sum(w * mm for w, (mm, _) in kept) / total
    return m, sum(w * (ss + (mm - m) ** 2) for w, (mm, ss) in kept) / total


def stake(normal, meanings, floor=WEIGHT_FLOOR):
    """The mean way from P50 over all meanings to P50 under one of them, its outlier twin with it."""
    kept = [(name, w, combine(normal, y, own)[0]) for name, _, w, y, own in meanings if w > floor]
    total = sum(w for _, w, _ in kept)
    whole = math.exp(sum(w * m for _, w, m in kept) / total)
    away = 0.0
    for name in {name for name, _, _ in kept}:
        twins = [(w, m) for n, w, m in kept if n == name]
        weight = sum(w for w, _ in twins)
        away += weight / total * abs(math.exp(sum(w * m for w, m in twins) / weight) - whole)
    return away


# --- §13: the procedure -----------------------------------------------------------------------------
def fit_fleets(clients, priors):
    """Steps 1 to 3: every client's fleet."""
    spread, leaves = priors.spread, []
    for c in clients:
        if c.count and c.size:
            n, source = c.count
            bias, v = priors.declared(source, n)
            expected = c.expected()
            leaves.append((c.path, n * math.exp(-bias) / expected,
                           c.prior["phi"] / expected + 1 / spread["alpha"] + v))
    tree = Tree(leaves, priors.tau2_fleet, 1.0)
    for c in clients:
        h, h_var = tree.at(c.path)
        c.fleet = fleet_prior(c.expected(), max(h, RATIO_FLOOR), h_var, spread["alpha"],
                              0.0 if c.size else spread["size_sd"] ** 2, c.prior["phi"],
                              not (c.count and c.count[0] == 0))
        if c.count:
            n, source = c.count
            bias, v = priors.declared(source, n)
            c.fleet = combine(c.fleet, math.log(n) - bias, v) if n else combine(c.fleet, math.log(.5), v + 1)


def fit_litres(clients, priors):
    """Steps 4 to 6: every client's litres, and what they say of its fleet."""
    spread, tau2 = priors.spread, priors.tau2_litres
    before, tree = {}, None
    for c in clients:
        vehicles = max(math.exp(c.fleet[0]), 1)
        each, spread_var = c.mix or (c.prior["litres_per_vehicle"], spread["sig_v"] ** 2 / vehicles)
        before[c.id] = (c.fleet[0] + math.log(each), c.fleet[1] + spread["sig_u"] ** 2 + spread_var)
    for _ in range(ROUNDS):
        leaves = []
        for c in clients:
            m0, s0 = before[c.id]
            g, g_var = tree.at(c.path) if tree else (0.0, sum(tau2))
            for told in c.told:
                told.meanings = weigh(told, priors, c.prior, m0 + g, s0 + g_var, max(math.exp(c.fleet[0]), 1))
                _, outlier, weight, y, own = best_of(told)
                if weight > .5 and not outlier:
                    leaves.append((c.path, y - m0, s0 + own / weight))
        tree = Tree(leaves, tau2, 0.0)
    for c in clients:
        m0, s0 = before[c.id]
        g, g_var = tree.at(c.path)
        start = c.litres = (m0 + g, s0 + g_var)
        for told in c.told:
            told.stake = stake(c.litres, told.meanings)
            c.litres = observe_volume(c.litres, told.meanings)
        gain = c.fleet[1] / start[1]
        c.fleet = (c.fleet[0] + gain * (c.litres[0] - start[0]),
                   max(c.fleet[1] * (1 - gain * (1 - min(c.litres[1] / start[1], 1))), VARIANCE_FLOOR))


def estimate(clients, priors):
    """Fills fleet and litres of the clients that have a need; station code, then id gives the order."""
    clients = sorted((c for c in clients if not c.no_fuel), key=lambda c: (c.path[2], c.id))
    fit_fleets(clients, priors)
    fit_litres(clients, priors)


# --- §12 and the end of §13: from the form's answers -------------------------------------------------
def fleet_lines(answers):
    lines = answers.get("fleet")
    if lines is None:
        packed = [part.strip().split("*") for part in answers.get("fleet_summary", "").split(";") if part.strip()]
        lines = [{"veh_class": p[0], "veh_count": p[1], "veh_fuel": p[2] if len(p) > 2 else ""} for p in packed]
    return lines


def line_litres(line, vehicle):
    """Litres a month of one vehicle: what was told of its use, else the class's."""
    for amount, use, per in (("veh_km_month", "veh_l_100km", 100), ("veh_hours_month", "veh_l_hour", 1)):
        if line.get(amount) and line.get(use):
            return float(line[amount]) * float(line[use]) / per
    return vehicle["litres_per_month"]


def read_mix(lines, priors):
    """Of the lines that burn our fuel: (litres a vehicle, variance of its log) by §5.1, family -> share."""
    count = litres = square = 0.0
    family = {"gasoline": 0.0, "diesel": 0.0}
    for line in lines:
        vehicle = priors.vehicle.get(line["veh_class"]) or priors.vehicle["other"]
        n, each = float(line["veh_count"]), line_litres(line, vehicle)
        grade = priors.fuel.get(line.get("veh_fuel"))
        family[grade["family"] if grade else vehicle["fuel_family"]] += n * each
        count, litres = count + n, litres + n * each
        square += n * each**2 * math.expm1(vehicle["log_sd"] ** 2)
    if not litres:
        return None, None
    return (litres / count, math.log(1 + square / litres**2)), {f: x / litres for f, x in family.items()}


def read_count(answers, lines, electric, readings):
    total = answers.get("vehicle_total")
    if not total and not lines:
        return None
    count = float(total) if total else sum(float(line["veh_count"]) for line in lines)
    nev = float(answers.get("nev_count") or 0)
    gas = sum(float(line["veh_count"]) for line in electric if line.get("veh_fuel") in ("cng", "lng"))
    off = sum(float(line["veh_count"]) for line in electric)
    n = count - (nev + off if readings["nev"] == "both" else gas + max(nev, off - gas))
    return max(n, 0.0), answers.get("vehicle_source") or "guess"


def in_litres(amount, unit, row):
    return amount * {"l": 1.0, "t": 1000 / row["density_kg_l"], "cny": 1 / row["price_yuan_l"]}[unit]


def read_told_fuel(answers, prior, shares, priors, readings):
    """gas_month and diesel_month as one answer, or None."""
    part = {f: float(answers[k]) for f, k in (("gasoline", "gas_month"), ("diesel", "diesel_month"))
            if answers.get(k)}
    if not sum(part.values()):
        return None
    asked = {"gasoline": answers.get("gas_unit"), "diesel": answers.get("diesel_unit")}
    unit = {f: asked[f] or "l" for f in part}
    source = answers.get("volume_source") or "guess"
    some = [f for f in part if part[f]]
    questioned = any(not asked[f] for f in some)
    if len(some) == 1:
        f = some[0]
        share = 1.0
        if len(part) == 1:
            gasoline = prior["gasoline_share"]
            share = (shares or {"gasoline": gasoline, "diesel": 1 - gasoline})[f]
        return Told("told", part[f], unit[f], source, share=max(share, SHARE_FLOOR), questioned=questioned)
    if unit["gasoline"] == unit["diesel"]:
        return Told("told", sum(part.values()), unit["diesel"], source, questioned=questioned)
    row = {f: prior for f in part}
    if readings["parts"] == "fuel":
        row = {"gasoline": priors.fuel["g92"], "diesel": priors.fuel["d0"]}
    litres = {f: in_litres(part[f], unit[f], row[f]) for f in part}
    larger = max(litres, key=litres.get)
    return Told("told", sum(litres.values()), unit[larger], source, in_litres=True, questioned=questioned)


def read_told(answers, prior, shares, priors, readings):
    told = []
    source = answers.get("volume_source") or "guess"
    if answers["category"] == "private_station" and answers.get("resale_month_t"):
        if float(answers["resale_month_t"]):
            told.append(Told("told", float(answers["resale_month_t"]), "t", source))
        return told
    fuel = read_told_fuel(answers, prior, shares, priors, readings)
    if fuel:
        told.append(fuel)
    # 52 is multiplied and 12 divided by last: 40 x 3 fills are 520 L a month, a whole number.
    fills = float(answers.get("litres_fill") or 0) * float(answers.get("fills_week") or 0) * 52 / 12
    if fills:
        told.append(Told("fills", fills, "l", source))
    return told


def read_client(answers, region, priors, readings):
    """None for a door that makes no estimate."""
    if answers["visit_result"] in ("closed_moved", "duplicate"):
        return None
    category = answers["category"] if answers["category"] in priors.category else "other"
    prior = priors.category[category]
    c = Client(answers.get("client_id") or answers["client_name"], (category, region, answers["station_code"]), prior)
    c.no_fuel = answers["visit_result"] == "no_vehicles"
    if answers["visit_result"] not in ("completed", "partial"):
        return c
    size = float(answers.get(prior["size_field"]) or 0) if prior["size_field"] else 0.0
    c.size = size or None
    lines = fleet_lines(answers)
    electric = [x for x in lines if x["veh_class"] == "nev" or x.get("veh_fuel") in NO_FUEL_OF_OURS]
    mix, shares = read_mix([x for x in lines if x not in electric], priors)
    if category != "private_station" or readings["reseller"] == "counts":
        c.count = read_count(answers, lines, electric, readings)
        listed = sum(float(x["veh_count"]) for x in lines)
        whole = float(answers.get("vehicle_total") or (listed if readings["mix"] == "lines" else -1))
        c.mix = mix if listed == whole else None
    c.told = read_told(answers, prior, shares, priors, readings)
    return c


def described(c):
    out = {"client_id": c.id, "station_code": c.path[2]}
    if c.no_fuel:
        nothing = dict.fromkeys(("p10", "p50", "p90", "mean"), 0.0)
        return out | {"vehicles": nothing, "litres": nothing, "log_mean": None, "log_var": None,
                      "unit_question": False, "told": []}
    told = [(t, best_of(t)) for t in c.told]
    # §5.3: silent where the stated unit, its outlier twin left out, weighs over .90.
    doubted = any(t.questioned or best[0] != t.meanings[0][0] or best[2] <= .9 for t, best in told)
    return out | {"vehicles": quantiles(c.fleet), "litres": quantiles(c.litres), "log_mean": c.litres[0],
                  "log_var": c.litres[1], "unit_question": doubted,
                  "told": [{"what": t.what, "declared": t.declared, "best": best[0], "weight": best[2],
                            "outlier": best[1], "stake": t.stake} for t, best in told]}


def read_answers(path):
    if path.endswith(".json"):
        return json.loads(Path(path).read_text(encoding="utf-8"))
    with open(path, encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


def estimates(folder, answers, stations=None, readings=()):
    """What is printed: folder of priors, file of answers, file of stations, {reading: choice}."""
    readings = {name: choices[0] for name, choices in READINGS.items()} | dict(readings)
    region = {r["code"]: r["region"] for r in read_answers(stations)} if stations else {}
    priors = Priors(folder)
    clients = [read_client(a, a.get("region") or region.get(a["station_code"], ""), priors, readings)
               for a in read_answers(answers)]
    clients = sorted((c for c in clients if c), key=lambda c: (c.path[2], c.id))
    estimate(clients, priors)
    return {"estimates": [described(c) for c in clients]}


def main():
    say = argparse.ArgumentParser(usage=__doc__)
    say.add_argument("priors")
    say.add_argument("answers")
    say.add_argument("--stations")
    say.add_argument("--reading", action="append", default=[])
    args = say.parse_args()
    readings = dict(r.split("=", 1) if "=" in r else (r, "") for r in args.reading)
    for name, choice in readings.items():
        if choice not in READINGS.get(name, ()):
            known = ", ".join(f"{n}={'|'.join(c)}" for n, c in READINGS.items())
            sys.exit(f"--reading {name}={choice}: not known; known are {known}")
    json.dump(estimates(args.priors, args.answers, args.stations, readings), sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()
