/* statements.c - every statement the engine runs but those of merging. Values are bound, never
 * pasted. */
#include "statements.h"

#include "issued_sql.h"

static const char *const text[LITE_STATEMENTS] = {
    [LITE_FACTS] = "SELECT version FROM facts WHERE one = 1",
    [LITE_FACTS_CHANGED] = "UPDATE facts SET version = version + 1 WHERE one = 1",

    [LITE_STATION_NOW] = "SELECT content, since FROM station WHERE station_id = ?1"
                         " ORDER BY since DESC, content DESC LIMIT 1",
    [LITE_STATION_ADD] = "INSERT INTO station (station_id, since, content, name, region,"
                         " area_manager, station_class, lat, lon, radius_m, hours_week, fuels,"
                         " opens, closes, target_litres_quarter)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,"
                         " ?15)",
    [LITE_STATIONS] = "SELECT station_id, name, region, area_manager, station_class, lat, lon,"
                      " radius_m, hours_week, fuels, opens, closes, target_litres_quarter"
                      " FROM (SELECT *, row_number() OVER (PARTITION BY station_id"
                      " ORDER BY since DESC, content DESC) AS nth FROM station) AS s"
                      " WHERE nth = 1 ORDER BY station_id",
    [LITE_COMPETITOR_NOW] = "SELECT content, since FROM competitor"
                            " WHERE competitor_id = ?1 AND survey_date = ?2"
                            " ORDER BY since DESC, content DESC LIMIT 1",
    [LITE_COMPETITOR_ADD] =
        "INSERT INTO competitor (competitor_id, content, name, brand, lat, lon,"
        " answers, survey_date, since) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
        " ON CONFLICT (competitor_id, content) DO UPDATE SET since = excluded.since",
    [LITE_COMPETITORS] =
        "SELECT name, brand, lat, lon, answers, survey_date"
        " FROM (SELECT *, row_number() OVER (PARTITION BY competitor_id"
        " ORDER BY survey_date DESC, since DESC, content DESC) AS nth FROM competitor) AS c"
        " WHERE nth = 1 ORDER BY name, lat, lon, competitor_id",

    [LITE_GAZETTEER_NOW] = "SELECT content, since FROM gazetteer_source WHERE source = ?1",
    [LITE_GAZETTEER_PUT] = "INSERT INTO gazetteer_source (source, since, content)"
                           " VALUES (?1, ?2, ?3) ON CONFLICT (source)"
                           " DO UPDATE SET since = excluded.since, content = excluded.content",
    [LITE_GAZETTEER_CLEAR] = "DELETE FROM gazetteer WHERE source = ?1",
    [LITE_GAZETTEER_ADD] =
        "INSERT INTO gazetteer (source, nth, kind, name, address, road, number, lat, lon, datum,"
        " line) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    [LITE_GAZETTEER] = "SELECT source, kind, name, address, road, number, lat, lon, datum, line"
                       " FROM gazetteer ORDER BY source, nth",

    [LITE_DECISION_NOW] = "SELECT decided, at FROM decision"
                          " WHERE submission_a = ?1 AND submission_b = ?2"
                          " ORDER BY at DESC, decided DESC, who DESC LIMIT 1",
    [LITE_DECISION_ADD] = "INSERT INTO decision (submission_a, submission_b, at, decided, who)"
                          " VALUES (?1, ?2, ?3, ?4, ?5)",
    [LITE_DECISIONS] = "SELECT submission_a, submission_b, decided, who, at FROM"
                       " (SELECT *, row_number() OVER (PARTITION BY submission_a, submission_b"
                       " ORDER BY at DESC, decided DESC, who DESC) AS nth FROM decision) AS d"
                       " WHERE nth = 1 AND decided <> 'none' ORDER BY submission_a, submission_b",
    [LITE_OVERRIDE_NOW] = "SELECT value, at FROM override WHERE submission_id = ?1 AND field = ?2"
                          " ORDER BY at DESC, value DESC, who DESC LIMIT 1",
    [LITE_OVERRIDE_ADD] = "INSERT INTO override (submission_id, field, at, value, who, reason)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    [LITE_OVERRIDES] = "SELECT submission_id, field, value, who, at, reason FROM"
                       " (SELECT *, row_number() OVER (PARTITION BY submission_id, field"
                       " ORDER BY at DESC, value DESC, who DESC) AS nth FROM override) AS o"
                       " WHERE nth = 1 AND value <> '' ORDER BY submission_id, field",
    [LITE_ISSUED_ADD] = "INSERT INTO issued (client_id, submission_id, at) VALUES (?1, ?2, ?3)"
                        " ON CONFLICT (client_id) DO NOTHING",
    [LITE_ISSUED] = "SELECT client_id, submission_id, at FROM issued ORDER BY at, client_id",
    [LITE_RULES_LAST] = "SELECT at FROM rules_version ORDER BY at DESC, version_id DESC LIMIT 1",
    [LITE_RULES_ADD] = "INSERT INTO rules_version (version_id, at, who) VALUES (?1, ?2, ?3)",
    [LITE_RULES_TABLE_ADD] = "INSERT INTO rules_table (version_id, file, csv, rows)"
                             " VALUES (?1, ?2, ?3, ?4)",
    [LITE_RULES] = "SELECT version_id, at, who FROM rules_version ORDER BY at, version_id",
    [LITE_RULES_TABLES] = "SELECT t.version_id, t.file, t.csv, t.rows FROM rules_table AS t"
                          " JOIN rules_version AS v ON v.version_id = t.version_id"
                          " ORDER BY v.at, v.version_id, t.file",
    [LITE_ISSUED_PLAN_ADD] =
        "INSERT INTO issued_plan (" ISSUED_PLAN_COLUMNS ") VALUES ("
        "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, "
        "?17"
        ") ON CONFLICT (station_id, plan_id) DO NOTHING",
    [LITE_ISSUED_LINE_ADD] =
        "INSERT INTO issued_line (" ISSUED_LINE_COLUMNS ") VALUES ("
        "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, "
        "?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, "
        "?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41, ?42, ?43, ?44, ?45, ?46, ?47, ?48, "
        "?49, ?50, ?51, ?52, ?53, ?54, ?55"
        ")",
    [LITE_ISSUED_FUEL_ADD] = "INSERT INTO issued_fuel (" ISSUED_FUEL_COLUMNS ") VALUES ("
                             "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    [LITE_ISSUED_PLANS] =
        "SELECT station_id, plan_id, plan_day, at, who FROM (SELECT *, row_number() OVER"
        " (PARTITION BY station_id ORDER BY plan_day DESC, at DESC, plan_id DESC) AS nth"
        " FROM issued_plan) AS p WHERE nth = 1 ORDER BY station_id",
    [LITE_ISSUED_LINES] =
        "SELECT client_id, rank, tier_potential, stage, rule_id, litres_mean, own_share, access,"
        " p_win, margin_yuan_l, score_year FROM issued_line"
        " WHERE station_id = ?1 AND plan_id = ?2 ORDER BY client_id, rank",

    /* issued_sql.h */
    [LITE_TOTALS_PLANS] = TOTALS_PLANS,
    [LITE_TOTALS_FIGURES] = TOTALS_FIGURES,
    [LITE_TOTALS_BEFORE] = TOTALS_BEFORE,
    [LITE_TOTALS_FUEL] = TOTALS_FUEL,
    [LITE_TOTALS_POLICIES] = TOTALS_POLICIES,
    [LITE_TOTALS_RISKS] = TOTALS_RISKS,
    [LITE_TOTALS_MOVES] = TOTALS_MOVES,
    [LITE_TOTALS_LEFT] = TOTALS_LEFT,
    [LITE_TOTALS_TWICE] = TOTALS_TWICE,
    [LITE_TOTALS_BIG] = TOTALS_BIG,
    [LITE_TOTALS_DESIGNATED] = TOTALS_DESIGNATED,
    [LITE_TOTALS_LOST] = TOTALS_LOST,

    [LITE_AUDIT_ADD] = "INSERT INTO audit (at, who, what, reason, rows) VALUES (?1, ?2, ?3, ?4, ?5)"
                       " ON CONFLICT (at, who, what, reason, rows) DO NOTHING",
    [LITE_AUDIT] = "SELECT at, who, what, reason, rows FROM audit"
                   " ORDER BY at, who, what, reason, rows",

    [LITE_BATCH_FIND] = "SELECT undone, changed_at, loaded_at FROM batch WHERE batch_id = ?1",
    [LITE_BATCH_LAST] = "SELECT loaded_at FROM batch ORDER BY loaded_at DESC LIMIT 1",
    [LITE_BATCH_ADD] =
        "INSERT INTO batch (batch_id, station_id, file, content, encoding, separator,"
        " who, loaded_at, form, changed_at, rows, loaded, superseded, unchanged, rejected, blank,"
        " undone) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, 0, 0, 0, 0, 0, 0)",
    [LITE_BATCH_AGAIN] =
        "UPDATE batch SET station_id = ?2, file = ?3, content = ?4, encoding = ?5,"
        " separator = ?6, who = ?7, loaded_at = ?8, form = ?9, changed_at = ?10, undone = 0"
        " WHERE batch_id = ?1",
    [LITE_BATCH_COUNTS] =
        "UPDATE batch SET rows = ?2, loaded = ?3, superseded = ?4, unchanged = ?5,"
        " rejected = ?6, blank = ?7, changed_at = ?8 WHERE batch_id = ?1",
    /* ?5: claims that the batch did not have; all of them were counted as loaded or superseded, or
     * said nothing new. */
    [LITE_BATCH_MORE] = "UPDATE batch SET rows = ?2, loaded = loaded + ?3,"
                        " superseded = superseded + ?4, unchanged = unchanged + ?5 - ?3 - ?4,"
                        " rejected = ?6, blank = ?7, changed_at = ?8 WHERE batch_id = ?1",
    [LITE_BATCHES] =
        "SELECT batch_id, station_id, file, content, encoding, separator, who, loaded_at,"
        " rows, loaded, superseded, unchanged, rejected, blank, undone, form, changed_at"
        " FROM batch ORDER BY loaded_at, batch_id",

    [LITE_COPIES_OF] =
        "SELECT content FROM submission WHERE station_id = ?1 AND submission_id = ?2",
    [LITE_COPY_ADD] =
        "INSERT INTO submission (station_id, submission_id, content, batch_id, line, age,"
        " flags, survey_date, natural_key, answers)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    [LITE_ANY_COPY] = "SELECT 1 FROM submission LIMIT 1",
    [LITE_LATE_ADD] =
        "INSERT INTO temp.late (station_id, submission_id, content, batch_id, line, age,"
        " flags, survey_date, natural_key, answers)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    [LITE_LATE] =
        "SELECT station_id, submission_id, content, batch_id, line, age, flags, survey_date,"
        " natural_key, answers FROM temp.late ORDER BY nth",
    [LITE_CLAIM_KNOWN] = "SELECT 1 FROM submission WHERE station_id = ?1 AND submission_id = ?2"
                         " AND content = ?3 AND batch_id = ?4 AND line = ?5",
    [LITE_CLAIM_ADD] =
        "INSERT INTO claim (station_id, submission_id, content, batch_id, line, age,"
        " flags) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
        " ON CONFLICT (station_id, submission_id, content, batch_id, line) DO NOTHING",
    [LITE_COPIES] = "SELECT station_id, submission_id, content, batch_id, line, age, flags,"
                    " survey_date, natural_key, answers FROM submission"
                    " ORDER BY station_id, submission_id, content",
    [LITE_SEVERAL] = "SELECT station_id, submission_id FROM submission"
                     " GROUP BY station_id, submission_id HAVING count(*) > 1"
                     " UNION SELECT station_id, submission_id FROM claim",
    [LITE_COPIES_OF_KEY] =
        "SELECT s.station_id, s.submission_id, s.content, s.batch_id, s.line, s.age, s.flags,"
        " s.survey_date, s.natural_key, s.answers, b.loaded_at"
        " FROM submission AS s JOIN batch AS b ON b.batch_id = s.batch_id"
        " WHERE s.station_id = ?1 AND s.submission_id = ?2",
    [LITE_CLAIMS_OF_KEY] =
        "SELECT c.station_id, c.submission_id, c.content, c.batch_id, c.line, c.age, c.flags,"
        " b.loaded_at FROM claim AS c JOIN batch AS b ON b.batch_id = c.batch_id"
        " WHERE c.station_id = ?1 AND c.submission_id = ?2",

    /* The last that came, first; what cannot be read is left to youka db check. */
    [LITE_PLACES] =
        "SELECT s.station_id, submission_id, file, json_extract(answers, '$.address'),"
        " json_extract(answers, '$.client_name'), json_extract(answers, '$.coord_system'),"
        " json_extract(answers, '$.lat_manual'), json_extract(answers, '$.location'),"
        " json_extract(answers, '$.lon_manual') FROM submission AS s JOIN batch AS b"
        " ON b.batch_id = s.batch_id WHERE s.batch_id <> ?1 AND b.form = ?2"
        " AND json_valid(answers) AND (json_type(answers, '$.location') = 'text'"
        " OR json_type(answers, '$.lon_manual') = 'text') ORDER BY s.rowid DESC LIMIT ?3",

    /* Rows of a file in the order of their keys, to be summed one after another. */
    [LITE_SALE_PUT_BY] =
        "INSERT INTO temp.sale_in (station_id, payer, month, grade, day, line, client, name,"
        " litres, yuan, times) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    [LITE_SALES_PUT_BY] =
        "SELECT station_id, payer, month, grade, day, line, client, name, litres, yuan, times"
        " FROM temp.sale_in ORDER BY station_id, payer, month, grade, day, nth",
    /* What counts of a key without batch ?6. */
    [LITE_SALE_BEFORE] =
        "SELECT litres, yuan, times FROM sale AS s JOIN batch AS b ON b.batch_id = s.batch_id"
        " WHERE s.station_id = ?1 AND payer = ?2 AND month = ?3 AND grade = ?4 AND day = ?5"
        " AND s.batch_id <> ?6 ORDER BY b.loaded_at DESC, b.batch_id DESC LIMIT 1",
    [LITE_SALE_CLEAR] = "DELETE FROM sale WHERE batch_id = ?1",
    [LITE_SALE_ADD] =
        "INSERT INTO sale (station_id, payer, month, grade, day, batch_id, line, rows, client,"
        " name, litres, yuan, times) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
        " ?13)",
    [LITE_SALES_LEFT] =
        "SELECT count(*), coalesce(sum(most), 0) FROM (SELECT max(litres) AS most FROM sale AS s"
        " WHERE batch_id <> ?1 AND EXISTS (SELECT 1 FROM temp.sale_month AS m"
        "  WHERE m.station_id = s.station_id AND m.month = s.month)"
        " AND NOT EXISTS (SELECT 1 FROM sale AS n WHERE n.station_id = s.station_id"
        "  AND n.payer = s.payer AND n.month = s.month AND n.grade = s.grade AND n.day = s.day"
        "  AND n.batch_id = ?1) GROUP BY station_id, payer, month, grade, day) AS keys",
    [LITE_SALES] = "SELECT station_id, payer, month, grade, day, batch_id, client, name, litres,"
                   " yuan, times FROM sale"
                   " ORDER BY station_id, payer, month, grade, day, batch_id",
    [LITE_PAYER_TOLD_NOW] =
        "SELECT client, client_name, at FROM payer_told WHERE station_id = ?1 AND payer = ?2"
        " ORDER BY at DESC, client DESC, client_name DESC, who DESC LIMIT 1",
    [LITE_PAYER_TOLD_ADD] =
        "INSERT INTO payer_told (station_id, payer, at, client, client_name, who)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    [LITE_PAYERS_TOLD] =
        "SELECT station_id, payer, client, client_name, at, who FROM"
        " (SELECT *, row_number() OVER (PARTITION BY station_id, payer"
        " ORDER BY at DESC, client DESC, client_name DESC, who DESC) AS nth FROM payer_told) AS p"
        " WHERE nth = 1 ORDER BY station_id, payer",

    [LITE_UNDO_CLAIMS] = "DELETE FROM claim WHERE batch_id = ?1",
    /* A copy that another line says too goes over to that line. */
    [LITE_UNDO_PROMOTE] =
        "UPDATE submission SET (batch_id, line, age, flags) ="
        " (SELECT c.batch_id, c.line, c.age, c.flags FROM claim AS c"
        "  WHERE c.station_id = submission.station_id"
        "  AND c.submission_id = submission.submission_id AND c.content = submission.content"
        "  ORDER BY c.batch_id, c.line LIMIT 1)"
        " WHERE batch_id = ?1 AND EXISTS (SELECT 1 FROM claim AS c"
        "  WHERE c.station_id = submission.station_id"
        "  AND c.submission_id = submission.submission_id AND c.content = submission.content)",
    [LITE_UNDO_PROMOTED] =
        "DELETE FROM claim WHERE EXISTS (SELECT 1 FROM submission AS s"
        " WHERE s.station_id = claim.station_id AND s.submission_id = claim.submission_id"
        " AND s.content = claim.content AND s.batch_id = claim.batch_id AND s.line = claim.line)",
    [LITE_UNDO_COPIES] = "DELETE FROM submission WHERE batch_id = ?1",
    [LITE_UNDO_SALES] = "DELETE FROM sale WHERE batch_id = ?1",
    [LITE_UNDO_BATCH] = "UPDATE batch SET undone = 1, changed_at = ?2 WHERE batch_id = ?1",

    [LITE_RUN] = "SELECT run_id FROM run WHERE one = 1",
    [LITE_RUN_ADD] = "INSERT INTO run (one, run_id, facts, clients) VALUES (1, ?1, ?2, ?3)",
    [LITE_CLIENT_ADD] =
        "INSERT INTO client (station_id, client_id, submission_id, name, category, lat, lon,"
        " place_class, error_m, method, verdict, owner_id, distance_m, vehicles_p50, litres_p10,"
        " litres_p50, litres_p90, litres_mean, confidence)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,"
        " ?19)",
    [LITE_PLAN_FORGET] = "DELETE FROM plan_line WHERE station_id = ?1",
    [LITE_PLAN_ADD] =
        "INSERT INTO plan_line (station_id, rank, surveyed_by, client_id, tier_now,"
        " tier_potential, rule_id, stage, owner, due_week, left_out, own_share, p_win,"
        " winnable_litres, score_yuan_year)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",

    [LITE_TOMBS] = "SELECT erasure_key, kind, hash, length FROM tombstone"
                   " ORDER BY erasure_key, kind, hash",

    [LITE_ERASURE_ADD] = "INSERT INTO erasure (erasure_key, at) VALUES (?1, ?2)",
    [LITE_TOMB_ADD] = "INSERT INTO tombstone (erasure_key, kind, hash, length)"
                      " VALUES (?1, ?2, ?3, ?4)",
    [LITE_ERASE_COPIES] = "SELECT answers FROM submission WHERE submission_id = ?1",
    [LITE_ERASE_ALL] = "SELECT rowid, submission_id, natural_key, answers FROM submission"
                       " ORDER BY rowid",
    [LITE_ERASE_ROW] = "UPDATE submission SET natural_key = ?2, answers = ?3 WHERE rowid = ?1",

    [LITE_CHECK_INTEGRITY] = "PRAGMA integrity_check",
    [LITE_CHECK_FOREIGN] = "PRAGMA foreign_key_check",
    [LITE_CHECK_LEDGER] =
        "SELECT b.file, b.loaded + b.superseded + b.unchanged, coalesce(c.lines, 0), b.undone"
        " FROM batch AS b LEFT JOIN (SELECT batch_id, sum(lines) AS lines FROM"
        " (SELECT batch_id, count(*) AS lines FROM submission GROUP BY batch_id"
        " UNION ALL SELECT batch_id, count(*) FROM claim GROUP BY batch_id"
        " UNION ALL SELECT batch_id, sum(rows) FROM sale GROUP BY batch_id) AS all_rows"
        " GROUP BY batch_id) AS c ON c.batch_id = b.batch_id"
        " WHERE coalesce(c.lines, 0) <> CASE b.undone WHEN 1 THEN 0"
        " ELSE b.loaded + b.superseded + b.unchanged END ORDER BY b.loaded_at, b.batch_id",
    [LITE_CHECK_ISSUED] =
        "SELECT p.station_id, p.plan_day, p.lines, count(l.rank) FROM issued_plan AS p"
        " LEFT JOIN issued_line AS l ON l.station_id = p.station_id AND l.plan_id = p.plan_id"
        " WHERE p.lines IS NOT NULL GROUP BY p.station_id, p.plan_id, p.plan_day, p.lines"
        " HAVING count(l.rank) <> p.lines ORDER BY p.station_id, p.plan_day, p.plan_id",
    [LITE_CHECK_DERIVED] =
        "SELECT (SELECT coalesce(sum(clients), 0) FROM run), (SELECT count(*) FROM client)",
};

const char *lite_sql_text(enum lite_sql which)
{
    return lite_merge_sql[which] ? lite_merge_sql[which] : text[which];
}
