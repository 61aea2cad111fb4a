-- What headquarters reads of issued plans beside what 0007 froze. NULL and '' in plans issued
-- before: nobody froze it then; a plan issued again has it.

-- Which coefficients it rests on ('': the defaults), how many lines it has, and how far the trading
-- area had been walked: cells, doors, places that nobody had visited, clients in all as two lists
-- suggest (survey/coverage.h).
ALTER TABLE issued_plan ADD COLUMN rules_version  TEXT NOT NULL DEFAULT '';
ALTER TABLE issued_plan ADD COLUMN lines          INTEGER CHECK (lines >= 0);
ALTER TABLE issued_plan ADD COLUMN cells          INTEGER;
ALTER TABLE issued_plan ADD COLUMN cells_done     INTEGER;
ALTER TABLE issued_plan ADD COLUMN cells_aside    INTEGER;
ALTER TABLE issued_plan ADD COLUMN doors_expected REAL;
ALTER TABLE issued_plan ADD COLUMN doors_done     INTEGER;
ALTER TABLE issued_plan ADD COLUMN unvisited      INTEGER;
ALTER TABLE issued_plan ADD COLUMN missed         REAL;

-- Who supplies the client and how that is decided (codes of the form; days as text). risks: a
-- letter (g, a, r) for each risk in the order of the form's list. Litres and tonnes are a month,
-- paid_yuan and list_yuan too: what it paid for card_litres, and what the list price would be.
ALTER TABLE issued_line ADD COLUMN supplier         TEXT NOT NULL DEFAULT '';
ALTER TABLE issued_line ADD COLUMN procurement      TEXT NOT NULL DEFAULT '';
ALTER TABLE issued_line ADD COLUMN designated_until TEXT NOT NULL DEFAULT '';
ALTER TABLE issued_line ADD COLUMN contract_until   TEXT NOT NULL DEFAULT '';
ALTER TABLE issued_line ADD COLUMN agreement_until  TEXT NOT NULL DEFAULT '';
ALTER TABLE issued_line ADD COLUMN card_now         TEXT NOT NULL DEFAULT '';
ALTER TABLE issued_line ADD COLUMN sales_status     TEXT NOT NULL DEFAULT '';
ALTER TABLE issued_line ADD COLUMN risks            TEXT NOT NULL DEFAULT '';
ALTER TABLE issued_line ADD COLUMN policy_unit      TEXT NOT NULL DEFAULT '';
ALTER TABLE issued_line ADD COLUMN policy_approver  TEXT NOT NULL DEFAULT '';
ALTER TABLE issued_line ADD COLUMN policy_refused   TEXT NOT NULL DEFAULT '';
ALTER TABLE issued_line ADD COLUMN policy_amount    REAL;
ALTER TABLE issued_line ADD COLUMN ours_litres      REAL;
ALTER TABLE issued_line ADD COLUMN card_litres      REAL;
ALTER TABLE issued_line ADD COLUMN lost_litres      REAL;
ALTER TABLE issued_line ADD COLUMN paid_yuan        REAL;
ALTER TABLE issued_line ADD COLUMN list_yuan        REAL;
ALTER TABLE issued_line ADD COLUMN tonnes_mean      REAL;
ALTER TABLE issued_line ADD COLUMN ours_tonnes      REAL;
ALTER TABLE issued_line ADD COLUMN winnable_tonnes  REAL;

-- Where a client stands in other plans.
CREATE INDEX issued_line_client ON issued_line (client_id, station_id, plan_id);

-- fact: what a plan's clients of a category need of a grade, with the density that its tonnes come
-- from. The sums of its lines.
CREATE TABLE issued_fuel (
  station_id      TEXT NOT NULL,
  plan_id         BLOB NOT NULL,
  category        TEXT NOT NULL,
  fuel_grade      TEXT NOT NULL CHECK (fuel_grade <> ''),
  litres_mean     REAL NOT NULL,
  ours_litres     REAL NOT NULL,
  winnable_litres REAL NOT NULL,
  density_kg_l    REAL,
  PRIMARY KEY (station_id, plan_id, category, fuel_grade),
  FOREIGN KEY (station_id, plan_id) REFERENCES issued_plan (station_id, plan_id)
) STRICT, WITHOUT ROWID;
