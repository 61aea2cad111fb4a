"""golden_check.py - procedure.py beside the worked numbers: golden_check.py PRIORS GOLDEN.json

Prints, a line a part, how many numbers were compared, and every one that differs by more than 1e-9."""
import json
import math
import sys

import procedure as p

priors = p.Priors(sys.argv[1])
golden = json.load(open(sys.argv[2], encoding="utf-8"))
counted, differing = {}, 0


def near(part, what, got, want):
    global differing
    counted[part] = counted.get(part, 0) + 1
    if not abs(got - want) <= 1e-9 * max(1, abs(want)):
        differing += 1
        print(f"{part}: {what}: {got!r}, not {want!r}")


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
        counted["unit"] = counted.get("unit", 0) + 1
        if best[0] != case["best"] or best[1]:
            print(f"unit: {what}: {best[:2]}, not {case['best']}")
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
        if [p.best_of(t)[0] for t in c.told] != out["unit"]:
            print(f"whole: {c.id}: {[p.best_of(t)[:3] for t in c.told]}, not {out['unit']}")


for part in (arithmetic, fleets, units, tree, whole):
    part()
for part, numbers in counted.items():
    print(f"{part}: {numbers} numbers")
print(f"{differing} differ")
