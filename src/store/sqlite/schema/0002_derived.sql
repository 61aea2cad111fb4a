-- What follows from the facts. Dropping all of it loses nothing.

-- derived: the run the rows below come from, and the facts it read.
CREATE TABLE run (
  one     INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  run_id  BLOB    NOT NULL CHECK (length(run_id) = 16),
  facts   INTEGER NOT NULL,
  clients INTEGER NOT NULL CHECK (clients >= 0)
) STRICT;

-- derived: who is behind a surveyed door.
CREATE TABLE client (
  station_id  TEXT NOT NULL,
  client_id   BLOB NOT NULL CHECK (length(client_id) = 16),
  natural_key TEXT NOT NULL,
  name        TEXT NOT NULL,
  category    TEXT NOT NULL,
  PRIMARY KEY (station_id, client_id)
) STRICT, WITHOUT ROWID;

-- derived: where the client is and whose it is. other: JSON list of further stations' codes.
CREATE TABLE place (
  station_id  TEXT NOT NULL,
  client_id   BLOB NOT NULL,
  lat         REAL CHECK (lat BETWEEN -90 AND 90),
  lon         REAL CHECK (lon BETWEEN -180 AND 180),
  place_class TEXT NOT NULL,
  error_m     REAL,
  method      TEXT NOT NULL,
  verdict     TEXT NOT NULL CHECK (verdict IN ('in', 'out', 'unknown')),
  owner_id    TEXT NOT NULL,
  distance_m  REAL,
  other       TEXT NOT NULL,
  PRIMARY KEY (station_id, client_id),
  FOREIGN KEY (station_id, client_id) REFERENCES client (station_id, client_id)
) STRICT, WITHOUT ROWID;

-- derived: litres a month; no row where there is no estimate. why: JSON, vehicles, grades and pieces.
CREATE TABLE estimate (
  station_id    TEXT    NOT NULL,
  client_id     BLOB    NOT NULL,
  litres_p10    REAL    NOT NULL,
  litres_p50    REAL    NOT NULL,
  litres_p90    REAL    NOT NULL,
  litres_mean   REAL    NOT NULL,
  confidence    TEXT    NOT NULL CHECK (confidence IN ('A', 'B', 'C', 'D')),
  unit_question INTEGER NOT NULL CHECK (unit_question IN (0, 1)),
  why           TEXT    NOT NULL,
  PRIMARY KEY (station_id, client_id),
  FOREIGN KEY (station_id, client_id) REFERENCES client (station_id, client_id)
) STRICT, WITHOUT ROWID;

-- derived: a line of a station's draft plan. surveyed_by: the station whose survey found the client.
-- why: JSON, the numbers that ranked it.
CREATE TABLE plan_line (
  station_id     TEXT    NOT NULL,
  rank           INTEGER NOT NULL CHECK (rank >= 1),
  surveyed_by    TEXT    NOT NULL,
  client_id      BLOB    NOT NULL,
  tier_now       TEXT    NOT NULL,
  tier_potential TEXT    NOT NULL,
  rule_id        TEXT    NOT NULL,
  stage          TEXT    NOT NULL,
  missing        TEXT    NOT NULL,
  owner          TEXT    NOT NULL,
  due_week       INTEGER NOT NULL CHECK (due_week >= 0),
  left_out       TEXT    NOT NULL,
  why            TEXT    NOT NULL,
  PRIMARY KEY (station_id, rank),
  FOREIGN KEY (surveyed_by, client_id) REFERENCES client (station_id, client_id)
) STRICT, WITHOUT ROWID;
