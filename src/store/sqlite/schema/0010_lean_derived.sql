-- What follows from the facts, a row a client and a row a line: the numbers that people look up. Why
-- they are so is worked out again from the facts when somebody asks, and not kept a second time.

DROP TABLE plan_line;
DROP TABLE estimate;
DROP TABLE place;
DROP TABLE client;
DELETE FROM run;

-- derived: who is behind a surveyed door, where it is and whose, what it burns a month. submission_id:
-- the newest of its submissions. Places that are not known and estimates that there are none of are
-- NULL. (For a list of more than two after IN, SQLite lays out a table with every row that is added.)
CREATE TABLE client (
  station_id    TEXT NOT NULL,
  client_id     BLOB NOT NULL CHECK (length(client_id) = 16),
  submission_id BLOB NOT NULL CHECK (length(submission_id) = 16),
  name          TEXT NOT NULL,
  category      TEXT NOT NULL,
  lat           REAL CHECK (lat BETWEEN -90 AND 90),
  lon           REAL CHECK (lon BETWEEN -180 AND 180),
  place_class   TEXT NOT NULL,
  error_m       REAL,
  method        TEXT NOT NULL,
  verdict       TEXT NOT NULL
                CHECK (verdict = 'in' OR verdict = 'edge' OR verdict = 'out' OR verdict = 'unknown'),
  owner_id      TEXT NOT NULL,
  distance_m    REAL,
  vehicles_p50  REAL,
  litres_p10    REAL,
  litres_p50    REAL,
  litres_p90    REAL,
  litres_mean   REAL,
  confidence    TEXT NOT NULL
                CHECK (confidence = '' OR confidence BETWEEN 'A' AND 'D' AND length(confidence) = 1),
  PRIMARY KEY (station_id, client_id)
) STRICT, WITHOUT ROWID;

-- derived: a line of a station's draft plan. surveyed_by: the station whose survey found the client.
-- winnable_litres a month.
CREATE TABLE plan_line (
  station_id      TEXT    NOT NULL,
  rank            INTEGER NOT NULL CHECK (rank >= 1),
  surveyed_by     TEXT    NOT NULL,
  client_id       BLOB    NOT NULL,
  tier_now        TEXT    NOT NULL,
  tier_potential  TEXT    NOT NULL,
  rule_id         TEXT    NOT NULL,
  stage           TEXT    NOT NULL,
  owner           TEXT    NOT NULL,
  due_week        INTEGER NOT NULL CHECK (due_week >= 0),
  left_out        TEXT    NOT NULL,
  own_share       REAL,
  p_win           REAL,
  winnable_litres REAL,
  score_yuan_year REAL,
  PRIMARY KEY (station_id, rank),
  FOREIGN KEY (surveyed_by, client_id) REFERENCES client (station_id, client_id)
) STRICT, WITHOUT ROWID;
