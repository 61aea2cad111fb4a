"""golden_check.py - procedure.py beside the worked numbers and what others have printed.

  golden_check.py PRIORS GOLDEN.json PUBLISHED.json

Prints, a line a part, how many numbers were compared, and every one that differs by more than 1e-9 (of
published ones: by more than they are rounded)."""
import json
import math
import sys

import procedure as p

priors = p.Priors(sys.argv[1])
golden = json.load(open(sys.argv[2], encoding="utf-8"))
published = json.load(open(sys.argv[3], encoding="utf-8"))["cases"]
counted, differing = {}, 0


def same(part, what, got, want, agree=None):
    global differing
    counted[part] = counted.get(part, 0) + 1
    if not (got == want if agree is None else agree):
        differing += 1
        print(f"{part}: {what}: {got!r}, not {want!r}")


def near(part, what, got, want, tolerance=1e-9):
    """Relative, absolute below 1."""
    same(part, what, got, want, abs(got - want) <= tolerance * max(1, abs(want)))


def near_normal(part, what, got, want):
    near(part, what + " m", got[0], want[0])
    near(part, what + " s2", got[1], want[1])


def near_quantiles(part, what, normal, want):
    for key, value in p.quantiles(normal).items():
        near(part, f"{what} {key}", value, want[key])


def arithmetic():
    for x, want in golden["heap_var"]["cases"]:
        near("heap_var", x, p.heap_var(x), want)
    for grade, want in golden["litres_per_tonne"]["cases"]:
        near("litres_per_tonne", grade, p.in_litres(1, "t", priors.fuel[grade]), want)
    for x, psi, psi1 in golden["digamma_trigamma"]["cases"]:
        near("digamma_trigamma", x, p.digamma(x), psi)
        near("digamma_trigamma", x, p.trigamma(x), psi1)
    for case in golden["fleet_prior"]["cases"]:
        near_normal("fleet_prior", str(case["in"]), p.fleet_prior(*case["in"]), case["out"])
    m, s2, told = golden["combine"]["in"]
    normal = (m, s2)
    for value, variance in told:
        normal = p.combine(normal, value, variance)
    near_normal("combine", "two", normal, golden["combine"]["out"])


def fleets():
    for case in golden["fleet_update"]["cases"]:
        n, what = case["n"], f"{case['n']} by {case['src']}"
        bias, v = priors.declared(case["src"], n)
        seen = (math.log(n) - bias, v) if n else (math.log(.5), v + 1)
        near_normal("fleet_update", what + ", observed", seen, case["obs"])
        post = p.combine(golden["fleet_update"]["prior"], *seen)
        near_normal("fleet_update", what, post, case["post"])
        near_quantiles("fleet_update", what, post, case)


def units():
    row = {"density_kg_l": .84, "price_yuan_l": 7.2}
    for case in golden["unit"]["cases"]:
        what = str(case["declared"])
        # The worked numbers give v = .04, without what rounding adds: a number no one rounded.
        told = p.Told("told", case["declared"] * (1 + 1e-15), "l", "manager")
        prior = (case["prior_m"], case["prior_s2"])
        told.meanings = p.weigh(told, priors, row, *prior, 12)
        best = p.best_of(told)
        same("unit", what, best[:2], (case["best"], False))
        near("unit", what + " weight", best[2], case["w"])
        # These keep meanings of any weight; §13.5 drops those below 1e-6, which moves them by up to 1e-6.
        post = p.observe_volume(prior, told.meanings, 0)
        near_normal("unit", what, post, (case["post_m"], case["post_s2"]))
        near_quantiles("unit", what, post, case)


def tree():
    want = golden["tree"]
    fitted = p.Tree(want["leaves"], want["tau2"], 0.0)
    for name, node in want["post"].items():
        near_normal("tree", name, fitted.at(tuple(name.split("/")) if name else ()), node)
    for name in ("a/r1/s9", "c/r1/s1"):
        near_normal("tree", name, fitted.at(tuple(name.split("/"))), want["unseen " + name])


def whole():
    want = golden["whole"]
    clients = []
    for c in want["clients"]:
        cat = want["cats"][c["path"][0]]
        row = {"rate": cat["rate"], "typical_size": cat["typ"], "litres_per_vehicle": cat["lpv"],
               "density_kg_l": cat["rho"], "price_yuan_l": 7.2, "phi": 1.0}
        clients.append(p.Client(c["id"], tuple(c["path"]), row, c["size"], tuple(c["counts"][0]) if c["counts"] else None,
                                [p.Told("told", d, "l", source) for d, source in c["vols"]]))
    p.estimate(clients, priors)
    for c in clients:
        out = want["out"][c.id]
        near_normal("whole", c.id + " fleet", c.fleet, (out["mN"], out["sN2"]))
        near_normal("whole", c.id, c.litres, (out["m"], out["s2"]))
        near_quantiles("whole", c.id, c.litres, out)
        same("whole", c.id + " unit", [p.best_of(t)[0] for t in c.told], out["unit"])


def printed_premiums():
    for case in published:
        fitted = p.Tree([(path, mean, case["within"] / weight) for path, mean, weight in case["leaves"]],
                        case["tau2"], case["prior"])
        for name, premium in case["premium"].items():
            near("published", f"{case['what']}, {name}", fitted.at(tuple(name.split("/")))[0], premium, case["tolerance"])


def answers():
    """What the form's answers become, worked by hand from the shipped tables: 113 L a car, 300 a light truck."""
    car, truck, sd2 = 113, 300, .25
    lines = {"fleet_summary": "car*10*g92; light_truck*5*d0"}
    gas = {"fleet_summary": "car*10*g92; light_truck*5*d0; nev*2*electric; heavy_truck*2*lng", "nev_count": "2"}
    litres = 10 * car + 5 * truck
    mix = (litres / 15, math.log(1 + (10 * car**2 + 5 * truck**2) * math.expm1(sd2) / litres**2))
    rows = [  # category, answers, vehicles, mix, told: (declared, unit, share)
        ("hotel", {"gas_month": "450"}, None, None, [(450, "l", .8)]),
        ("hotel", {"diesel_month": "450"} | lines, 15, mix, [(450, "l", 1500 / 2630)]),
        ("community", {"diesel_month": "9"}, None, None, [(9, "l", .05)]),
        ("hotel", {"gas_month": "450", "diesel_month": "0", "diesel_unit": "t"}, None, None, [(450, "l", 1)]),
        ("hotel", {"gas_month": "450", "diesel_month": "50"}, None, None, [(500, "l", 1)]),
        ("hotel", {"gas_month": "0", "diesel_month": "0"}, None, None, []),
        ("enterprise", {"gas_month": "10", "gas_unit": "t", "diesel_month": "7200", "diesel_unit": "cny"}, None, None,
         [(10000 / .74 + 1000, "t", 1)]),
        ("hotel", {"litres_fill": "40", "fills_week": "3"}, None, None, [(520, "l", 1)]),
        ("hotel", {"vehicle_total": "16"} | lines, 16, None, []),
        ("hotel", {"vehicle_total": "15"} | lines, 15, mix, []),
        ("enterprise", {"vehicle_total": "19"} | gas, 15, mix, []),
        ("hotel", {"vehicle_total": "0"}, 0, None, []),
        ("private_station", {"vehicle_total": "2", "resale_month_t": "120"}, None, None, [(120, "t", 1)]),
    ]
    ours = {name: choices[0] for name, choices in p.READINGS.items()}
    for category, told, count, mix_want, volumes in rows:
        row = {"client_id": "x", "station_code": "s", "category": category, "visit_result": "completed"} | told
        c = p.read_client(row, "r", priors, ours)
        what = f"{category} {told}"
        same("answers", what + " count", c.count and c.count[0], count)
        same("answers", what + " mix", c.mix is None, mix_want is None)
        if mix_want:
            near_normal("answers", what + " mix", c.mix, mix_want)
        same("answers", what + " unit", [t.unit for t in c.told], [u for _, u, _ in volumes])
        for t, (declared, _, share) in zip(c.told, volumes):
            near("answers", what + " declared", t.declared, declared)
            near("answers", what + " share", t.share, share)


for part in (arithmetic, fleets, units, tree, whole, printed_premiums, answers):
    part()
for part, numbers in counted.items():
    print(f"{part}: {numbers} numbers")
print(f"{differing} differ")
