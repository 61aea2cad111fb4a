-- Addresses become places: the course of a road and the datum of a list's coordinates, places on the
-- edge of a trading area, the distance to the next best candidate. What follows from the facts is
-- made again.

-- datum: what the source's coordinates were in before they came to WGS-84, '' where not told.
ALTER TABLE gazetteer ADD COLUMN datum TEXT NOT NULL DEFAULT '';
-- line: a road's course in WGS-84, "lat lon" of each vertex, separated by commas; '' for a point.
ALTER TABLE gazetteer ADD COLUMN line TEXT NOT NULL DEFAULT '';

DELETE FROM plan_line;
DELETE FROM estimate;
DROP TABLE place;
DELETE FROM client;
DELETE FROM run;

-- derived: where the client is and whose it is. other: JSON list of further stations' codes.
CREATE TABLE place (
  station_id  TEXT NOT NULL,
  client_id   BLOB NOT NULL,
  lat         REAL CHECK (lat BETWEEN -90 AND 90),
  lon         REAL CHECK (lon BETWEEN -180 AND 180),
  place_class TEXT NOT NULL,
  error_m     REAL,
  method      TEXT NOT NULL,
  verdict     TEXT NOT NULL CHECK (verdict IN ('in', 'edge', 'out', 'unknown')),
  owner_id    TEXT NOT NULL,
  distance_m  REAL,
  runner_up_m REAL,
  other       TEXT NOT NULL,
  PRIMARY KEY (station_id, client_id),
  FOREIGN KEY (station_id, client_id) REFERENCES client (station_id, client_id)
) STRICT, WITHOUT ROWID;
