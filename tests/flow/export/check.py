"""What other programs read in the three map files: check.py FOLDER, which holds list.json, said.json
(of client list and export geojson --json), m.geojson, m.kml, m.gpkg and the same as g.* in GCJ-02."""
import json, sqlite3, struct, sys, xml.etree.ElementTree as xml

folder = sys.argv[1]
LAYERS = ["clients", "stations", "trading_areas", "competitors", "blanks"]
KML = "{http://www.opengis.net/kml/2.2}"


def load(name):
    with open(f"{folder}/{name}", encoding="utf-8") as f:
        return json.load(f)


def say(what, ok):
    print(what if ok else f"NOT: {what}")


def corners(geometry):
    c = geometry["coordinates"]
    return [c] if geometry["type"] == "Point" else c[0]


def is_ring(c):
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(c, c[1:]))
    return len(c) >= 4 and c[0] == c[-1] and area > 0


def by_layer(collection):
    out = {name: [] for name in LAYERS}
    for f in collection["features"]:
        out[f["properties"]["layer"]].append(f)
    return out


def blob_corners(blob):
    magic, version, flags, srs = struct.unpack("<2sBBi", blob[:8])
    assert magic == b"GP" and version == 0 and flags & 1
    body = blob[8 + (32 if flags >> 1 & 7 else 0):]
    order, kind = struct.unpack("<BI", body[:5])
    n = 1 if kind == 1 else struct.unpack("<II", body[5:13])[1]
    flat = struct.unpack(f"<{2 * n}d", body[5 if kind == 1 else 13:])
    return srs, list(zip(flat[::2], flat[1::2]))


def near(a, b, degrees=6e-8):
    return len(a) == len(b) and all(abs(p - q) <= degrees for s, t in zip(a, b) for p, q in zip(s, t))


def check(prefix, datum, srs):
    collection = load(f"{prefix}.geojson")
    layers = by_layer(collection)
    say(f"{datum}: rings closed and counter-clockwise",
        all(is_ring(corners(f["geometry"])) for fs in layers.values() for f in fs
            if f["geometry"]["type"] == "Polygon"))
    say(f"{datum}: named", collection["datum"] == datum)
    db = sqlite3.connect(f"{folder}/{prefix}.gpkg")
    same, srs_same = True, True
    for name, features in layers.items():
        rows = db.execute(f'SELECT * FROM "{name}" ORDER BY fid')
        keys = [d[0] for d in rows.description][2:]
        rows = rows.fetchall()
        same = same and len(rows) == len(features)
        for row, f in zip(rows, features):
            got_srs, got = blob_corners(row[1])
            srs_same = srs_same and got_srs == srs
            same = same and near(got, corners(f["geometry"]))
            same = same and dict(zip(keys, row[2:])) == {
                k: v for k, v in f["properties"].items() if k != "layer"}
    say(f"{datum}: the GeoPackage holds the same", same and srs_same)
    folders = xml.parse(f"{folder}/{prefix}.kml").getroot().findall(f"{KML}Document/{KML}Folder")
    same = len(folders) == len(LAYERS)
    for f, features in zip(folders, layers.values()):
        marks = f.findall(f"{KML}Placemark")
        same = same and len(marks) == len(features)
        for mark, feature in zip(marks, features):
            text = next(mark.iter(f"{KML}coordinates")).text
            got = [tuple(map(float, p.split(","))) for p in text.split()]
            same = same and near(got, corners(feature["geometry"]))
    say(f"{datum}: the KML holds the same", same)
    return layers


true, moved = check("m", "wgs84", 4326), check("g", "gcj02", 100000)
said, listed = load("said.json"), load("list.json")["clients"]
say("counts as told", said["layers"] == [
    {"name": n, "features": len(true[n]), "without_place": w["without_place"]}
    for n, w in zip(LAYERS, said["layers"])])
placed = {c["id"]: c for c in listed if c["lon"] is not None}
say("every client on the map or counted",
    len(true["clients"]) == len(placed) and said["not_located"] == len(listed) - len(placed))
say("where the list says", all(
    near([f["geometry"]["coordinates"]], [(placed[f["properties"]["id"]]["lon"],
                                           placed[f["properties"]["id"]]["lat"])])
    and f["properties"]["name"] == placed[f["properties"]["id"]]["name"] for f in true["clients"]))
say("moved by some hundred metres", all(
    .002 < abs(a["geometry"]["coordinates"][0] - b["geometry"]["coordinates"][0]) < .01
    for a, b in zip(true["clients"], moved["clients"])))
phones = [f["properties"]["contact_phone"] for f in true["clients"]]
say("phones masked", all(p is None or "****" in p for p in phones))
for f in true["clients"]:
    if "🛢" in f["properties"]["name"]:
        print(repr(f["properties"]["name"]), repr(f["properties"]["address"]))
