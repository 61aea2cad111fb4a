-- What was found out: added or superseded, never edited. Ids are the 16 bytes of a hash, days and
-- times ISO-8601 text, "" where unknown; numbers NULL where unknown.

-- fact: how often the facts have changed; derived rows tell by it whether they are out of date.
CREATE TABLE facts (
  one     INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  version INTEGER NOT NULL CHECK (version >= 0)
) STRICT;
INSERT INTO facts (one, version) VALUES (1, 0);

-- fact: one of our stations as it was put; the highest revision of a code counts.
CREATE TABLE station (
  station_id    TEXT    NOT NULL CHECK (station_id <> ''),
  revision      INTEGER NOT NULL CHECK (revision >= 1),
  since         TEXT    NOT NULL,
  content       BLOB    NOT NULL CHECK (length(content) = 16),
  name          TEXT    NOT NULL,
  region        TEXT    NOT NULL,
  area_manager  TEXT    NOT NULL,
  station_class TEXT    NOT NULL,
  lat           REAL    CHECK (lat BETWEEN -90 AND 90),
  lon           REAL    CHECK (lon BETWEEN -180 AND 180),
  radius_m      REAL    CHECK (radius_m > 0),
  hours_week    REAL    CHECK (hours_week >= 0),
  fuels         TEXT    NOT NULL,
  opens         TEXT    NOT NULL,
  closes        TEXT    NOT NULL,
  target_litres_quarter REAL CHECK (target_litres_quarter >= 0),
  PRIMARY KEY (station_id, revision)
) STRICT, WITHOUT ROWID;

-- fact: a rival's station as somebody saw it; the newest survey date of one name and place counts.
CREATE TABLE competitor (
  competitor_id BLOB NOT NULL CHECK (length(competitor_id) = 16),
  content       BLOB NOT NULL CHECK (length(content) = 16),
  name          TEXT NOT NULL CHECK (name <> ''),
  brand         TEXT NOT NULL,
  lat           REAL CHECK (lat BETWEEN -90 AND 90),
  lon           REAL CHECK (lon BETWEEN -180 AND 180),
  answers       TEXT NOT NULL,
  survey_date   TEXT NOT NULL,
  PRIMARY KEY (competitor_id, content)
) STRICT, WITHOUT ROWID;

-- fact: a file that was loaded. station_id is --station, "" where each row names its own.
-- An undone batch claims nothing any more.
CREATE TABLE batch (
  batch_id   BLOB    NOT NULL PRIMARY KEY CHECK (length(batch_id) = 16),
  station_id TEXT    NOT NULL,
  file       TEXT    NOT NULL,
  content    BLOB    NOT NULL CHECK (length(content) = 16),
  encoding   TEXT    NOT NULL,
  separator  TEXT    NOT NULL CHECK (length(separator) <= 1),
  who        TEXT    NOT NULL,
  loaded_at  TEXT    NOT NULL,
  rows       INTEGER NOT NULL CHECK (rows >= 0),
  loaded     INTEGER NOT NULL CHECK (loaded >= 0),
  superseded INTEGER NOT NULL CHECK (superseded >= 0),
  unchanged  INTEGER NOT NULL CHECK (unchanged >= 0),
  rejected   INTEGER NOT NULL CHECK (rejected >= 0),
  blank      INTEGER NOT NULL CHECK (blank >= 0),
  undone     INTEGER NOT NULL CHECK (undone IN (0, 1))
) STRICT, WITHOUT ROWID;

-- fact: one copy of what a door answered, and the claim of the line that brought it first. Rows lie in
-- order of arrival, which is what makes loading fast; the key is an index beside them.
CREATE TABLE submission (
  station_id    TEXT    NOT NULL CHECK (station_id <> ''),
  submission_id BLOB    NOT NULL CHECK (length(submission_id) = 16),
  content       BLOB    NOT NULL CHECK (length(content) = 16),
  batch_id      BLOB    NOT NULL REFERENCES batch (batch_id),
  line          INTEGER NOT NULL CHECK (line >= 0),
  age           TEXT    NOT NULL,
  flags         TEXT    NOT NULL,
  survey_date   TEXT    NOT NULL,
  natural_key   TEXT    NOT NULL,
  answers       TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX submission_key ON submission (station_id, submission_id, content);

-- fact: a further line, of this or another batch, that says what a copy says already.
CREATE TABLE claim (
  station_id    TEXT    NOT NULL,
  submission_id BLOB    NOT NULL,
  content       BLOB    NOT NULL,
  batch_id      BLOB    NOT NULL REFERENCES batch (batch_id),
  line          INTEGER NOT NULL CHECK (line >= 0),
  age           TEXT    NOT NULL,
  flags         TEXT    NOT NULL,
  PRIMARY KEY (station_id, submission_id, content, batch_id, line),
  FOREIGN KEY (station_id, submission_id, content)
    REFERENCES submission (station_id, submission_id, content)
) STRICT, WITHOUT ROWID;
