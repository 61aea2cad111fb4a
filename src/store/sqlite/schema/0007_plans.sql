-- Plans that were issued: what headquarters received must not change because a formula did.

-- fact: a station's plan as it was issued; of a station the newest day counts, then when, then id.
-- plan_id: hash of its content. plan_day: as of which it was made.
CREATE TABLE issued_plan (
  station_id   TEXT NOT NULL CHECK (station_id <> ''),
  plan_id      BLOB NOT NULL CHECK (length(plan_id) = 16),
  plan_day     TEXT NOT NULL,
  at           TEXT NOT NULL,
  who          TEXT NOT NULL,
  station_name TEXT NOT NULL,
  region       TEXT NOT NULL,
  run_id       BLOB NOT NULL CHECK (length(run_id) = 16),
  PRIMARY KEY (station_id, plan_id)
) STRICT, WITHOUT ROWID;

-- fact: a client's line of it. Litres are a month, money is yuan a year. grades: JSON, mean litres of
-- each grade in the order of fuel_priors.csv.
CREATE TABLE issued_line (
  station_id      TEXT    NOT NULL,
  plan_id         BLOB    NOT NULL,
  rank            INTEGER NOT NULL CHECK (rank >= 1),
  client_id       BLOB    NOT NULL CHECK (length(client_id) = 16),
  name            TEXT    NOT NULL,
  category        TEXT    NOT NULL,
  tier_now        TEXT    NOT NULL,
  tier_potential  TEXT    NOT NULL,
  stage           TEXT    NOT NULL,
  rule_id         TEXT    NOT NULL,
  strategy        TEXT    NOT NULL,
  owner           TEXT    NOT NULL,
  due_week        INTEGER NOT NULL CHECK (due_week >= 0),
  left_out        TEXT    NOT NULL,
  confidence      TEXT    NOT NULL,
  card_type       TEXT    NOT NULL,
  cards           REAL    NOT NULL,
  worst_risk      TEXT    NOT NULL,
  policy          TEXT    NOT NULL,
  policy_granted  INTEGER NOT NULL CHECK (policy_granted IN (0, 1)),
  policy_cost     REAL    NOT NULL,
  vehicles_p50    REAL    NOT NULL,
  litres_p10      REAL    NOT NULL,
  litres_p50      REAL    NOT NULL,
  litres_p90      REAL    NOT NULL,
  litres_mean     REAL    NOT NULL,
  grades          TEXT    NOT NULL,
  own_share       REAL    NOT NULL,
  access          REAL    NOT NULL,
  p_win           REAL    NOT NULL,
  winnable_litres REAL    NOT NULL,
  margin_yuan_l   REAL    NOT NULL,
  score_year      REAL    NOT NULL,
  score_hour      REAL    NOT NULL,
  hours           REAL    NOT NULL,
  PRIMARY KEY (station_id, plan_id, rank),
  FOREIGN KEY (station_id, plan_id) REFERENCES issued_plan (station_id, plan_id)
) STRICT, WITHOUT ROWID;
