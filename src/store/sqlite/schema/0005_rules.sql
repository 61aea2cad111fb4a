-- Coefficients and decision tables of the company's own.

-- fact: rows of rule tables that somebody loaded; later versions stand on top of earlier ones.
CREATE TABLE rules_version (
  version_id BLOB NOT NULL PRIMARY KEY CHECK (length(version_id) = 16),
  at         TEXT NOT NULL,
  who        TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- fact: of one table, the rows that were other than what was in force; headings and rows as CSV.
CREATE TABLE rules_table (
  version_id BLOB    NOT NULL REFERENCES rules_version (version_id),
  file       TEXT    NOT NULL CHECK (file <> ''),
  csv        TEXT    NOT NULL,
  rows       INTEGER NOT NULL CHECK (rows >= 1),
  PRIMARY KEY (version_id, file)
) STRICT, WITHOUT ROWID;
