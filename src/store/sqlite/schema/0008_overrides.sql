-- What people decided for clients in place of what the rules say.

-- fact: of a submission's client and a field; the newest counts, '' takes back. value: a code.
CREATE TABLE override (
  submission_id BLOB NOT NULL CHECK (length(submission_id) = 16),
  field         TEXT NOT NULL CHECK (field IN ('strategy', 'measures', 'policy', 'card_type', 'owner')),
  at            TEXT NOT NULL,
  value         TEXT NOT NULL,
  who           TEXT NOT NULL,
  reason        TEXT NOT NULL CHECK (reason <> ''),
  PRIMARY KEY (submission_id, field, at, value, who)
) STRICT, WITHOUT ROWID;
