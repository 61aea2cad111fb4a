-- What several databases need to become one, whatever the order, and what people say and see: which
-- form a batch is of, when each fact came, decisions, handed-out ids, gazetteers, a record of what was
-- shown in full or erased.

-- form: the folder of survey-forms. changed_at: when the batch was last loaded or taken back.
ALTER TABLE batch ADD COLUMN form TEXT NOT NULL DEFAULT 'client_survey' CHECK (form <> '');
ALTER TABLE batch ADD COLUMN changed_at TEXT NOT NULL DEFAULT '';
UPDATE batch SET changed_at = loaded_at;

-- fact: one of our stations as it was put; of a code the newest since counts, then the content.
CREATE TABLE station_by_time (
  station_id    TEXT NOT NULL CHECK (station_id <> ''),
  since         TEXT NOT NULL,
  content       BLOB NOT NULL CHECK (length(content) = 16),
  name          TEXT NOT NULL,
  region        TEXT NOT NULL,
  area_manager  TEXT NOT NULL,
  station_class TEXT NOT NULL,
  lat           REAL CHECK (lat BETWEEN -90 AND 90),
  lon           REAL CHECK (lon BETWEEN -180 AND 180),
  radius_m      REAL CHECK (radius_m > 0),
  hours_week    REAL CHECK (hours_week >= 0),
  fuels         TEXT NOT NULL,
  opens         TEXT NOT NULL,
  closes        TEXT NOT NULL,
  target_litres_quarter REAL CHECK (target_litres_quarter >= 0),
  PRIMARY KEY (station_id, since, content)
) STRICT, WITHOUT ROWID;
-- A revision whose clock did not go on gets a time that follows the one before it.
INSERT INTO station_by_time
SELECT station_id,
       CASE WHEN before IS NULL OR since > before THEN since
            ELSE before || '+' || substr('000000', 1, 6 - length(CAST(revision AS TEXT)))
                 || CAST(revision AS TEXT) END,
       content, name, region, area_manager, station_class, lat, lon, radius_m, hours_week, fuels,
       opens, closes, target_litres_quarter
FROM (SELECT *, max(since) OVER (PARTITION BY station_id ORDER BY revision
             ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM station) AS s;
DROP TABLE station;
ALTER TABLE station_by_time RENAME TO station;

-- since: when it was put last; of one survey date the newest counts, then the content.
ALTER TABLE competitor ADD COLUMN since TEXT NOT NULL DEFAULT '';

-- fact: a list of places by name and address; loading its file again replaces its entries.
CREATE TABLE gazetteer_source (
  source  TEXT NOT NULL PRIMARY KEY CHECK (source <> ''),
  since   TEXT NOT NULL,
  content BLOB NOT NULL CHECK (length(content) = 16)
) STRICT, WITHOUT ROWID;
-- fact: an entry of it, numbered in the order of name, address, place and the rest.
CREATE TABLE gazetteer (
  source  TEXT    NOT NULL REFERENCES gazetteer_source (source),
  nth     INTEGER NOT NULL CHECK (nth >= 1),
  kind    TEXT    NOT NULL,
  name    TEXT    NOT NULL,
  address TEXT    NOT NULL,
  road    TEXT    NOT NULL,
  number  TEXT    NOT NULL,
  lat     REAL    CHECK (lat BETWEEN -90 AND 90),
  lon     REAL    CHECK (lon BETWEEN -180 AND 180),
  PRIMARY KEY (source, nth)
) STRICT, WITHOUT ROWID;

-- fact: what a person said of two submissions; the newest of a pair counts.
CREATE TABLE decision (
  submission_a BLOB NOT NULL CHECK (length(submission_a) = 16),
  submission_b BLOB NOT NULL CHECK (length(submission_b) = 16 AND submission_b > submission_a),
  at           TEXT NOT NULL,
  decided      TEXT NOT NULL CHECK (decided IN ('none', 'same', 'apart')),
  who          TEXT NOT NULL,
  PRIMARY KEY (submission_a, submission_b, at, decided, who)
) STRICT, WITHOUT ROWID;

-- fact: a client id that was handed out, and the submission it stays with.
CREATE TABLE issued (
  client_id     BLOB NOT NULL PRIMARY KEY CHECK (length(client_id) = 16),
  submission_id BLOB NOT NULL CHECK (length(submission_id) = 16),
  at            TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- fact: something personal was shown in full, or erased.
CREATE TABLE audit (
  at     TEXT    NOT NULL,
  who    TEXT    NOT NULL,
  what   TEXT    NOT NULL,
  reason TEXT    NOT NULL,
  rows   INTEGER NOT NULL CHECK (rows >= 0),
  PRIMARY KEY (at, who, what, reason, rows)
) STRICT, WITHOUT ROWID;

-- fact: contacts were erased; the key of the hashes below, random.
CREATE TABLE erasure (
  erasure_key BLOB NOT NULL PRIMARY KEY CHECK (length(erasure_key) = 16),
  at          TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- fact: what must not come back: a phone (its digits), a name (in texts of the same erasure's
-- submissions), the contacts of a submission; keyed hashes. length: digits or characters.
CREATE TABLE tombstone (
  erasure_key BLOB    NOT NULL REFERENCES erasure (erasure_key),
  kind        TEXT    NOT NULL CHECK (kind IN ('phone', 'name', 'submission')),
  hash        BLOB    NOT NULL CHECK (length(hash) = 16),
  length      INTEGER NOT NULL CHECK (length >= 0),
  PRIMARY KEY (erasure_key, kind, hash)
) STRICT, WITHOUT ROWID;
