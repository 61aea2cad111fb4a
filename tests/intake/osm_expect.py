"""osm_expect.py FILE.osm|FILE.osm.pbf - what a map must give, worked out without youka.

Reads the map with xml.etree or, packed as .pbf, with struct and zlib alone, and writes a line for
each road, address and place that it names, tabs between: what (road, address, place), name, road,
number, latitude and longitude of the mean vertex, number of vertices (of a road).

Roads: ways with highway=* and a name. Addresses: objects with addr:housenumber and addr:street (or
addr:place). Places: objects with a name and one of KEYS. Relations: multipolygons and boundaries of
which at least half the ways are in the file; ways: at least half the vertices.
"""
import struct
import sys
import xml.etree.ElementTree as ET
import zlib

KEYS = """place amenity shop office building leisure tourism landuse industrial healthcare craft aeroway historic
man_made public_transport""".split()
STOPS = {"station", "halt", "tram_stop", "stop", "platform"}  # of railway=*: the others are lines


def read_xml(path):
    nodes, ways, relations = {}, {}, {}
    for e in ET.parse(path).getroot():
        if e.tag not in ("node", "way", "relation"):
            continue
        tags = {t.get("k"): t.get("v") for t in e if t.tag == "tag"}
        key = int(e.get("id"))
        if e.tag == "node":
            nodes[key] = (float(e.get("lat")), float(e.get("lon")), tags)
        elif e.tag == "way":
            ways[key] = ([int(n.get("ref")) for n in e if n.tag == "nd"], tags)
        else:
            relations[key] = ([int(m.get("ref")) for m in e if m.tag == "member" and m.get("type") == "way"], tags)
    return nodes, ways, relations


def varint(b, i):
    value = shift = 0
    while True:
        byte = b[i]
        i += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, i


def fields(b):
    i = 0
    while i < len(b):
        tag, i = varint(b, i)
        value, i = varint(b, i)
        if tag & 7 == 2:
            value, i = b[i:i + value], i + value
        yield tag >> 3, value


def packed(b):
    i = 0
    while i < len(b):
        value, i = varint(b, i)
        yield value


def deltas(b):
    total = 0
    for value in packed(b):
        total += (value >> 1) ^ -(value & 1)
        yield total


def read_pbf(path):
    nodes, ways, relations = {}, {}, {}
    data, at = open(path, "rb").read(), 0
    while at < len(data):
        (n,) = struct.unpack(">I", data[at:at + 4])
        head = dict(fields(data[at + 4:at + 4 + n]))
        at += 4 + n
        blob = dict(fields(data[at:at + head[3]]))
        at += head[3]
        if head[1] != b"OSMData":
            continue
        block = list(fields(blob[1] if 1 in blob else zlib.decompress(blob[3])))
        assert not {f for f, _ in block} & {17, 19, 20}
        text = [s.decode() for _, s in fields(dict(block)[1])]
        for group in (g for f, g in block if f == 2):
            for kind, message in fields(group):
                m = dict(fields(message))
                if kind == 2:
                    tags = iter(packed(m.get(10, b"")))
                    for key, lat, lon in zip(deltas(m[1]), deltas(m[8]), deltas(m[9])):
                        own = {}
                        for k in tags:
                            if k == 0:
                                break
                            own[text[k]] = text[next(tags)]
                        nodes[key] = (lat / 1e7, lon / 1e7, own)
                    continue
                own = {text[k]: text[v] for k, v in zip(packed(m.get(2, b"")), packed(m.get(3, b"")))}
                if kind == 3:
                    ways[m[1]] = (list(deltas(m.get(8, b""))), own)
                elif kind == 4:
                    members = zip(deltas(m.get(9, b"")), packed(m.get(10, b"")))
                    relations[m[1]] = ([ref for ref, type_ in members if type_ == 1], own)
    return nodes, ways, relations


def put(what, tags, points, vertices=0):
    lat = sum(p[0] for p in points) / len(points)
    lon = sum(p[1] for p in points) / len(points)
    name = tags.get("name:zh") or tags.get("name") or ""
    road = name if what == "road" else tags.get("addr:street") or tags.get("addr:place") or ""
    for number in tags.get("addr:housenumber", "").split(";") if what == "address" else [""]:
        print(what, name.strip(), road.strip(), number.strip(), f"{lat:.9f}", f"{lon:.9f}", vertices, sep="\t")


def judge(tags, points, is_way, line):
    named = tags.get("name:zh") or tags.get("name")
    if is_way and named and "highway" in tags:
        put("road", tags, points, len(line))
    elif "addr:housenumber" in tags and ("addr:street" in tags or "addr:place" in tags):
        put("address", tags, points)
    elif named and (any(k in tags for k in KEYS) or tags.get("railway") in STOPS):
        put("place", tags, points)


def main():
    path = sys.argv[1]
    nodes, ways, relations = read_pbf(path) if path.endswith(".pbf") else read_xml(path)
    for lat, lon, tags in nodes.values():
        judge(tags, [(lat, lon)], False, [])
    for refs, tags in ways.values():
        line = [nodes[r][:2] for r in refs if r in nodes]
        ring = line[:-1] if len(refs) > 1 and refs[0] == refs[-1] else line
        if line and (2 * len(line) >= len(refs) or "highway" in tags):
            judge(tags, ring or line, True, line)
    for members, tags in relations.values():
        here = [m for m in members if m in ways]
        points = [nodes[n][:2] for n in {n for m in here for n in ways[m][0]} if n in nodes]
        if points and 2 * len(here) >= len(members):
            if tags.get("type") == "multipolygon" or tags.get("boundary") == "administrative":
                judge(tags, points, False, [])


main()
