/* merge_statements.c - the statements by which another database's facts come in. */
#include "statements.h"

#include "issued_sql.h"

const char *const lite_merge_sql[LITE_STATEMENTS] = {
    [LITE_MERGE_ATTACH] = "ATTACH ?1 AS other",
    [LITE_MERGE_ERASURES] = "INSERT INTO erasure (erasure_key, at)"
                            " SELECT erasure_key, at FROM other.erasure WHERE true"
                            " ON CONFLICT (erasure_key) DO NOTHING",
    [LITE_MERGE_TOMBS] = "INSERT INTO tombstone (erasure_key, kind, hash, length)"
                         " SELECT erasure_key, kind, hash, length FROM other.tombstone WHERE true"
                         " ON CONFLICT (erasure_key, kind, hash) DO NOTHING",
    /* What counts on either side, where neither knows what the other says. */
    [LITE_MERGE_STATIONS_TOLD] =
        "SELECT h.station_id, h.since, t.since, h.name, t.name, h.region, t.region,"
        " h.area_manager, t.area_manager, h.station_class, t.station_class, h.lat, t.lat, h.lon,"
        " t.lon, h.radius_m, t.radius_m, h.hours_week, t.hours_week, h.fuels, t.fuels, h.opens,"
        " t.opens, h.closes, t.closes, h.target_litres_quarter, t.target_litres_quarter"
        " FROM (SELECT *, row_number() OVER (PARTITION BY station_id"
        "  ORDER BY since DESC, content DESC) AS nth FROM station) AS h"
        " JOIN (SELECT *, row_number() OVER (PARTITION BY station_id"
        "  ORDER BY since DESC, content DESC) AS nth FROM other.station) AS t"
        " ON t.station_id = h.station_id AND t.nth = 1 AND t.content <> h.content WHERE h.nth = 1"
        " AND NOT EXISTS (SELECT 1 FROM station AS s WHERE s.station_id = t.station_id"
        "  AND s.content = t.content)"
        " AND NOT EXISTS (SELECT 1 FROM other.station AS s WHERE s.station_id = h.station_id"
        "  AND s.content = h.content) ORDER BY h.station_id",
    [LITE_MERGE_STATIONS] =
        "INSERT INTO station (station_id, since, content, name, region, area_manager,"
        " station_class, lat, lon, radius_m, hours_week, fuels, opens, closes,"
        " target_litres_quarter) SELECT station_id, since, content, name, region, area_manager,"
        " station_class, lat, lon, radius_m, hours_week, fuels, opens, closes,"
        " target_litres_quarter FROM other.station WHERE true"
        " ON CONFLICT (station_id, since, content) DO NOTHING",
    [LITE_MERGE_COMPETITORS] =
        "INSERT INTO competitor (competitor_id, content, name, brand, lat, lon, answers,"
        " survey_date, since) SELECT competitor_id, content, name, brand, lat, lon, answers,"
        " survey_date, since FROM other.competitor WHERE true"
        " ON CONFLICT (competitor_id, content) DO UPDATE SET since = excluded.since"
        " WHERE excluded.since > competitor.since",
    [LITE_MERGE_GAZETTEERS_TOLD] =
        "SELECT h.source, h.since, t.since,"
        " (SELECT count(*) FROM gazetteer AS g WHERE g.source = h.source),"
        " (SELECT count(*) FROM other.gazetteer AS g WHERE g.source = h.source)"
        " FROM gazetteer_source AS h JOIN other.gazetteer_source AS t"
        " ON t.source = h.source AND t.content <> h.content ORDER BY h.source",
    [LITE_MERGE_GAZETTEER_DROP] =
        "DELETE FROM gazetteer WHERE source IN (SELECT h.source FROM gazetteer_source AS h"
        " JOIN other.gazetteer_source AS t ON t.source = h.source AND t.content <> h.content"
        " AND (t.since, t.content) > (h.since, h.content))",
    [LITE_MERGE_GAZETTEER_SOURCES] =
        "INSERT INTO gazetteer_source (source, since, content)"
        " SELECT source, since, content FROM other.gazetteer_source WHERE true"
        " ON CONFLICT (source) DO UPDATE SET since = excluded.since, content = excluded.content"
        " WHERE (excluded.since, excluded.content)"
        " > (gazetteer_source.since, gazetteer_source.content)",
    [LITE_MERGE_GAZETTEER] =
        "INSERT INTO gazetteer (source, nth, kind, name, address, road, number, lat, lon, datum,"
        " line) SELECT g.source, g.nth, g.kind, g.name, g.address, g.road, g.number, g.lat, g.lon,"
        " g.datum, g.line FROM other.gazetteer AS g JOIN other.gazetteer_source AS t ON t.source = "
        "g.source"
        " JOIN gazetteer_source AS h ON h.source = t.source AND h.since = t.since"
        " AND h.content = t.content WHERE true ON CONFLICT (source, nth) DO NOTHING",
    [LITE_MERGE_DECISIONS_TOLD] =
        "SELECT h.submission_a, h.submission_b, h.decided, t.decided, h.at, t.at, h.who, t.who"
        " FROM (SELECT *, row_number() OVER (PARTITION BY submission_a, submission_b"
        "  ORDER BY at DESC, decided DESC, who DESC) AS nth FROM decision) AS h"
        " JOIN (SELECT *, row_number() OVER (PARTITION BY submission_a, submission_b"
        "  ORDER BY at DESC, decided DESC, who DESC) AS nth FROM other.decision) AS t"
        " ON t.submission_a = h.submission_a AND t.submission_b = h.submission_b AND t.nth = 1"
        " AND t.decided <> h.decided WHERE h.nth = 1"
        " AND NOT EXISTS (SELECT 1 FROM decision AS d WHERE d.submission_a = t.submission_a"
        "  AND d.submission_b = t.submission_b AND d.at = t.at AND d.decided = t.decided)"
        " AND NOT EXISTS (SELECT 1 FROM other.decision AS d WHERE d.submission_a = h.submission_a"
        "  AND d.submission_b = h.submission_b AND d.at = h.at AND d.decided = h.decided)"
        " ORDER BY h.submission_a, h.submission_b",
    [LITE_MERGE_DECISIONS] =
        "INSERT INTO decision (submission_a, submission_b, at, decided, who)"
        " SELECT submission_a, submission_b, at, decided, who FROM other.decision WHERE true"
        " ON CONFLICT (submission_a, submission_b, at, decided, who) DO NOTHING",
    [LITE_MERGE_OVERRIDES_TOLD] =
        "SELECT h.submission_id, h.field, h.value, t.value, h.at, t.at, h.who, t.who"
        " FROM (SELECT *, row_number() OVER (PARTITION BY submission_id, field"
        "  ORDER BY at DESC, value DESC, who DESC) AS nth FROM override) AS h"
        " JOIN (SELECT *, row_number() OVER (PARTITION BY submission_id, field"
        "  ORDER BY at DESC, value DESC, who DESC) AS nth FROM other.override) AS t"
        " ON t.submission_id = h.submission_id AND t.field = h.field AND t.nth = 1"
        " AND t.value <> h.value WHERE h.nth = 1"
        " AND NOT EXISTS (SELECT 1 FROM override AS o WHERE o.submission_id = t.submission_id"
        "  AND o.field = t.field AND o.at = t.at AND o.value = t.value)"
        " AND NOT EXISTS (SELECT 1 FROM other.override AS o WHERE o.submission_id ="
        "  h.submission_id AND o.field = h.field AND o.at = h.at AND o.value = h.value)"
        " ORDER BY h.submission_id, h.field",
    [LITE_MERGE_OVERRIDES] =
        "INSERT INTO override (submission_id, field, at, value, who, reason)"
        " SELECT submission_id, field, at, value, who, reason FROM other.override WHERE true"
        " ON CONFLICT (submission_id, field, at, value, who) DO UPDATE"
        " SET reason = excluded.reason WHERE excluded.reason < override.reason",
    [LITE_MERGE_ISSUED] =
        "INSERT INTO issued (client_id, submission_id, at)"
        " SELECT client_id, submission_id, at FROM other.issued WHERE true"
        " ON CONFLICT (client_id) DO UPDATE SET submission_id = excluded.submission_id,"
        " at = excluded.at WHERE (excluded.at, excluded.submission_id)"
        " < (issued.at, issued.submission_id)",
    /* Tables of which either side has loaded rows that the other does not know. */
    [LITE_MERGE_RULES_TOLD] =
        "SELECT h.file, max(h.at), max(t.at) FROM (SELECT r.file, v.at FROM rules_table AS r"
        "  JOIN rules_version AS v ON v.version_id = r.version_id WHERE NOT EXISTS"
        "  (SELECT 1 FROM other.rules_version AS o WHERE o.version_id = v.version_id)) AS h"
        " JOIN (SELECT r.file, v.at FROM other.rules_table AS r"
        "  JOIN other.rules_version AS v ON v.version_id = r.version_id WHERE NOT EXISTS"
        "  (SELECT 1 FROM rules_version AS o WHERE o.version_id = v.version_id)) AS t"
        " ON t.file = h.file GROUP BY h.file ORDER BY h.file",
    [LITE_MERGE_RULES] = "INSERT INTO rules_version (version_id, at, who)"
                         " SELECT version_id, at, who FROM other.rules_version WHERE true"
                         " ON CONFLICT (version_id) DO NOTHING",
    [LITE_MERGE_RULES_TABLES] = "INSERT INTO rules_table (version_id, file, csv, rows)"
                                " SELECT version_id, file, csv, rows FROM other.rules_table"
                                " WHERE true ON CONFLICT (version_id, file) DO NOTHING",
    [LITE_MERGE_ISSUED_PLANS] =
        "INSERT INTO issued_plan (" ISSUED_PLAN_COLUMNS ") SELECT " ISSUED_PLAN_COLUMNS
        " FROM other.issued_plan WHERE true ON CONFLICT (station_id, plan_id) DO UPDATE SET"
        " at = excluded.at, who = excluded.who, station_name = excluded.station_name,"
        " region = excluded.region, run_id = excluded.run_id"
        " WHERE (excluded.at, excluded.who, excluded.station_name, excluded.region,"
        " excluded.run_id) < (issued_plan.at, issued_plan.who, issued_plan.station_name,"
        " issued_plan.region, issued_plan.run_id)",
    [LITE_MERGE_ISSUED_LINES] =
        "INSERT INTO issued_line (" ISSUED_LINE_COLUMNS ") SELECT " ISSUED_LINE_COLUMNS
        " FROM other.issued_line WHERE true ON CONFLICT (station_id, plan_id, rank) DO NOTHING",
    [LITE_MERGE_ISSUED_FUEL] =
        "INSERT INTO issued_fuel (" ISSUED_FUEL_COLUMNS ") SELECT " ISSUED_FUEL_COLUMNS
        " FROM other.issued_fuel WHERE true"
        " ON CONFLICT (station_id, plan_id, category, fuel_grade) DO NOTHING",
    [LITE_MERGE_AUDIT] = "INSERT INTO audit (at, who, what, reason, rows)"
                         " SELECT at, who, what, reason, rows FROM other.audit WHERE true"
                         " ON CONFLICT (at, who, what, reason, rows) DO NOTHING",
    [LITE_MERGE_PAYERS_TOLD] =
        "INSERT INTO payer_told (station_id, payer, at, client, client_name, who)"
        " SELECT station_id, payer, at, client, client_name, who FROM other.payer_told WHERE true"
        " ON CONFLICT (station_id, payer, at, client, client_name, who) DO NOTHING",
    /* The same file read by two programs: the reading with more rows, then the greater. */
    [LITE_MERGE_SALES] =
        "INSERT INTO sale (station_id, payer, month, grade, day, batch_id, line, rows, client,"
        " name, litres, yuan, times) SELECT station_id, payer, month, grade, day, batch_id, line,"
        " rows, client, name, litres, yuan, times FROM other.sale WHERE true"
        " ON CONFLICT (station_id, payer, month, grade, day, batch_id) DO UPDATE SET"
        " line = excluded.line, rows = excluded.rows, client = excluded.client,"
        " name = excluded.name, litres = excluded.litres, yuan = excluded.yuan,"
        " times = excluded.times WHERE (excluded.rows, excluded.litres, excluded.line,"
        " excluded.client, excluded.name, coalesce(excluded.yuan, 0), coalesce(excluded.times, 0))"
        " > (sale.rows, sale.litres, sale.line, sale.client, sale.name, coalesce(sale.yuan, 0),"
        " coalesce(sale.times, 0))",
    [LITE_MERGE_SALES_UNDONE] =
        "DELETE FROM sale WHERE batch_id IN (SELECT batch_id FROM batch WHERE undone = 1)",
    [LITE_OTHER_BATCHES] =
        "SELECT batch_id, station_id, file, content, encoding, separator, who, loaded_at,"
        " rows, loaded, superseded, unchanged, rejected, blank, undone, form, changed_at"
        " FROM other.batch ORDER BY loaded_at, batch_id",
    [LITE_MERGE_BATCH] =
        "INSERT INTO batch (batch_id, station_id, file, content, encoding, separator, who,"
        " loaded_at, form, changed_at, rows, loaded, superseded, unchanged, rejected, blank,"
        " undone) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"
        " ?17) ON CONFLICT (batch_id) DO UPDATE SET file = excluded.file,"
        " encoding = excluded.encoding, separator = excluded.separator, who = excluded.who,"
        " loaded_at = excluded.loaded_at, changed_at = excluded.changed_at, rows = excluded.rows,"
        " loaded = excluded.loaded, superseded = excluded.superseded,"
        " unchanged = excluded.unchanged, rejected = excluded.rejected, blank = excluded.blank,"
        " undone = excluded.undone",
    [LITE_MERGE_CLAIMS] =
        "SELECT batch_id, sum(lines) FROM (SELECT batch_id, count(*) AS lines FROM submission"
        " GROUP BY batch_id UNION ALL SELECT batch_id, count(*) FROM claim GROUP BY batch_id"
        " UNION ALL SELECT batch_id, sum(rows) FROM sale GROUP BY batch_id) AS all_rows"
        " GROUP BY batch_id ORDER BY batch_id",
    [LITE_BOTH_COPIES] =
        "SELECT 0 AS side, station_id, submission_id, content, batch_id, line, age, flags,"
        " survey_date, natural_key, answers, rowid FROM submission UNION ALL"
        " SELECT 1, station_id, submission_id, content, batch_id, line, age, flags,"
        " survey_date, natural_key, answers, rowid FROM other.submission"
        " ORDER BY station_id, submission_id, content, side",
    [LITE_BOTH_CLAIMS] =
        "SELECT 0 AS side, station_id, submission_id, content, batch_id, line, age, flags"
        " FROM claim UNION ALL SELECT 1, station_id, submission_id, content, batch_id, line, age,"
        " flags FROM other.claim"
        " ORDER BY station_id, submission_id, content, side, batch_id, line",
    [LITE_MERGE_FACTS] = "UPDATE facts SET version = version"
                         " + (SELECT o.version FROM other.facts AS o WHERE o.one = 1)"
                         " WHERE one = 1",
};
