-- What clients bought from us.

-- fact: what one payer bought at one station of one grade in one month, or on one day of it (day 0:
-- the row told of the whole month), as one batch told it; rows of a file that say the same key are
-- summed. Of one key the batch loaded last counts. payer: 'card:', 'id:' or 'name:' and the folded
-- text. client, name: as told, '' where not.
CREATE TABLE sale (
  station_id TEXT    NOT NULL CHECK (station_id <> ''),
  payer      TEXT    NOT NULL CHECK (payer <> ''),
  month      TEXT    NOT NULL CHECK (length(month) = 7),
  grade      TEXT    NOT NULL,
  day        INTEGER NOT NULL CHECK (day BETWEEN 0 AND 31),
  batch_id   BLOB    NOT NULL REFERENCES batch (batch_id),
  line       INTEGER NOT NULL CHECK (line >= 0),
  rows       INTEGER NOT NULL CHECK (rows >= 1),
  client     TEXT    NOT NULL,
  name       TEXT    NOT NULL,
  litres     REAL    NOT NULL,
  yuan       REAL,
  times      REAL,
  PRIMARY KEY (station_id, payer, month, grade, day, batch_id)
) STRICT, WITHOUT ROWID;

-- fact: a person said whose card this is, or whose name; the newest of a payer and station counts.
-- station_id '': wherever it buys. client: an id or its beginning; else client_name.
CREATE TABLE payer_told (
  station_id  TEXT NOT NULL,
  payer       TEXT NOT NULL CHECK (payer <> ''),
  at          TEXT NOT NULL,
  client      TEXT NOT NULL,
  client_name TEXT NOT NULL,
  who         TEXT NOT NULL,
  PRIMARY KEY (station_id, payer, at, client, client_name, who)
) STRICT, WITHOUT ROWID;
