/* issued_sql.h - the statements on issued plans that add up, and pieces that several share. Private
 * to statements.c. */
#ifndef YOUKA_STORE_SQLITE_ISSUED_SQL_H
#define YOUKA_STORE_SQLITE_ISSUED_SQL_H

/* Twice in one statement: where they come from and where they go. */
#define ISSUED_PLAN_COLUMNS                                                                        \
    "station_id, plan_id, plan_day, at, who, station_name, region, run_id, rules_version, lines, " \
    "cells, cells_done, cells_aside, doors_expected, doors_done, unvisited, missed"
#define ISSUED_LINE_COLUMNS                                                                        \
    "station_id, plan_id, rank, client_id, name, category, tier_now, tier_potential, "             \
    "stage, rule_id, strategy, owner, left_out, confidence, card_type, worst_risk, "               \
    "policy, grades, supplier, procurement, designated_until, contract_until, "                    \
    "agreement_until, card_now, sales_status, risks, policy_unit, policy_approver, "               \
    "policy_refused, due_week, cards, policy_granted, policy_cost, vehicles_p50, "                 \
    "litres_p10, litres_p50, litres_p90, litres_mean, own_share, access, p_win, "                  \
    "winnable_litres, margin_yuan_l, score_year, score_hour, hours, policy_amount, "               \
    "ours_litres, card_litres, lost_litres, paid_yuan, list_yuan, tonnes_mean, "                   \
    "ours_tonnes, winnable_tonnes"
#define ISSUED_FUEL_COLUMNS                                                                        \
    "station_id, plan_id, category, fuel_grade, litres_mean, ours_litres, winnable_litres, "       \
    "density_kg_l"

/* Of every station the plan that counts on day ?1. */
#define ISSUED_NEWEST                                                                              \
    "(SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY station_id"                         \
    " ORDER BY plan_day DESC, at DESC, plan_id DESC) AS nth"                                       \
    " FROM issued_plan WHERE plan_day <= ?1) AS q WHERE nth = 1)"

/* What a line bought from us; before it was frozen, its share as told. */
#define ISSUED_OURS "coalesce(ours_litres, litres_mean * own_share)"
#define ISSUED_BOUND "(procurement IN ('designated', 'tender') OR designated_until <> '')"
#define ISSUED_GONE "sales_status IN ('silent', 'lost')"

/* In the order of enum yk_figure. ?3, ?4: tonnes of a big and a great client; ?5: the plan's day.
 */
#define ISSUED_FIGURES                                                                             \
    "count(*), count(*) FILTER (WHERE due_week > 0), count(*) FILTER (WHERE tier_now <> ''),"      \
    " sum(litres_p50), sum(litres_mean), sum(" ISSUED_OURS "), sum(winnable_litres),"              \
    " sum(winnable_litres * p_win), coalesce(sum(tonnes_mean), 0),"                                \
    " coalesce(sum(ours_tonnes), 0), coalesce(sum(winnable_tonnes), 0),"                           \
    " count(*) FILTER (WHERE tonnes_mean IS NULL), sum(score_year),"                               \
    " count(*) FILTER (WHERE tonnes_mean >= ?3),"                                                  \
    " coalesce(sum(tonnes_mean) FILTER (WHERE tonnes_mean >= ?3), 0),"                             \
    " count(*) FILTER (WHERE tonnes_mean >= ?4),"                                                  \
    " coalesce(sum(tonnes_mean) FILTER (WHERE tonnes_mean >= ?4), 0),"                             \
    " count(*) FILTER (WHERE " ISSUED_BOUND "),"                                                   \
    " coalesce(sum(litres_mean) FILTER (WHERE " ISSUED_BOUND "), 0),"                              \
    " coalesce(sum(" ISSUED_OURS ") FILTER (WHERE " ISSUED_BOUND "), 0),"                          \
    " count(*) FILTER (WHERE " ISSUED_BOUND " AND " ISSUED_OURS " > 0),"                           \
    " count(*) FILTER (WHERE agreement_until >= ?5),"                                              \
    " count(*) FILTER (WHERE card_now NOT IN ('', 'none')"                                         \
    " OR sales_status NOT IN ('', 'none')),"                                                       \
    " coalesce(sum(card_litres), 0), count(*) FILTER (WHERE sales_status NOT IN ('', 'none')),"    \
    " count(*) FILTER (WHERE sales_status = 'falling'),"                                           \
    " count(*) FILTER (WHERE sales_status = 'silent'),"                                            \
    " count(*) FILTER (WHERE sales_status = 'lost'),"                                              \
    " count(*) FILTER (WHERE sales_status = 'back'),"                                              \
    " coalesce(sum(lost_litres) FILTER (WHERE " ISSUED_GONE "), 0),"                               \
    " coalesce(sum(paid_yuan) FILTER (WHERE list_yuan > 0), 0),"                                   \
    " coalesce(sum(list_yuan) FILTER (WHERE paid_yuan > 0), 0),"                                   \
    " count(*) FILTER (WHERE policy <> ''),"                                                       \
    " coalesce(sum(policy_cost) FILTER (WHERE policy <> ''), 0),"                                  \
    " count(*) FILTER (WHERE policy <> '' AND policy_granted = 1),"                                \
    " coalesce(sum(policy_cost) FILTER (WHERE policy <> '' AND policy_granted = 1), 0),"           \
    " count(*) FILTER (WHERE worst_risk = 'red'), count(*) FILTER (WHERE worst_risk = 'amber')"

/* A client of a list; ?1: the day that plans must not come after, ?2 a bound, ?3 how many. */
#define ISSUED_CLIENT                                                                              \
    "SELECT p.station_id, name, category, tier_now, tier_potential,"                               \
    " stage, strategy, owner, confidence, supplier, procurement, designated_until,"                \
    " agreement_until, sales_status, worst_risk, due_week, litres_p50, litres_mean, " ISSUED_OURS  \
    ", winnable_litres, lost_litres, tonnes_mean, ours_tonnes, winnable_tonnes"                    \
    " FROM " ISSUED_NEWEST " AS p JOIN issued_line AS l"                                           \
    " ON l.station_id = p.station_id AND l.plan_id = p.plan_id"

/* The plans of every station that count on day ?1: the newest, and the newest of a day before.
 */
#define TOTALS_PLANS                                                                               \
    "SELECT station_id, plan_id, plan_day, at, who, station_name, region, rules_version, cells,"   \
    " cells_done, cells_aside, doors_expected, doors_done, unvisited, missed FROM"                 \
    " (SELECT *, row_number() OVER (PARTITION BY station_id ORDER BY plan_day DESC) AS nth_day"    \
    "  FROM (SELECT *, row_number() OVER (PARTITION BY station_id, plan_day"                       \
    "   ORDER BY at DESC, plan_id DESC) AS nth FROM issued_plan WHERE plan_day <= ?1) AS d"        \
    "  WHERE nth = 1) AS p WHERE nth_day <= 2 ORDER BY station_id, nth_day"

#define TOTALS_FIGURES                                                                             \
    "SELECT category, " ISSUED_FIGURES " FROM issued_line"                                         \
    " WHERE station_id = ?1 AND plan_id = ?2"                                                      \
    " GROUP BY category ORDER BY category"

/* Of the plan before, as far as it is compared. */
#define TOTALS_BEFORE                                                                              \
    "SELECT count(*), count(*) FILTER (WHERE tier_now <> ''), sum(litres_mean), sum(" ISSUED_OURS  \
    ") FROM issued_line WHERE station_id = ?1 AND plan_id = ?2"

#define TOTALS_FUEL                                                                                \
    "SELECT category, fuel_grade, litres_mean, ours_litres, winnable_litres,"                      \
    " coalesce(litres_mean * density_kg_l / 1000, 0),"                                             \
    " coalesce(ours_litres * density_kg_l / 1000, 0),"                                             \
    " coalesce(winnable_litres * density_kg_l / 1000, 0) FROM issued_fuel"                         \
    " WHERE station_id = ?1 AND plan_id = ?2 ORDER BY category, fuel_grade"

#define TOTALS_POLICIES                                                                            \
    "SELECT policy, CASE policy_granted WHEN 1 THEN '' ELSE policy_refused END AS refused,"        \
    " count(*), sum(policy_cost) FROM issued_line"                                                 \
    " WHERE station_id = ?1 AND plan_id = ?2 AND policy <> ''"                                     \
    " GROUP BY policy, refused ORDER BY policy, refused"

/* By the letters of all risks: few such words there are. */
#define TOTALS_RISKS                                                                               \
    "SELECT risks, count(*), sum(litres_mean) FROM issued_line"                                    \
    " WHERE station_id = ?1 AND plan_id = ?2 AND worst_risk <> 'green'"                            \
    " GROUP BY risks ORDER BY risks"

/* ?2: the newest plan, ?3: the one before it. Both are read once: a join would look for each client
 * through the other plan. */
#define TOTALS_MOVES                                                                               \
    "SELECT before, now, count(*), sum(litres), count(*) FILTER (WHERE before <> ''"               \
    " AND stage_before <> stage_now) FROM (SELECT client_id,"                                      \
    "  max(CASE WHEN plan_id = ?3 THEN tier_potential ELSE '' END) AS before,"                     \
    "  max(CASE WHEN plan_id = ?2 THEN tier_potential ELSE '' END) AS now,"                        \
    "  max(CASE WHEN plan_id = ?3 THEN stage ELSE '' END) AS stage_before,"                        \
    "  max(CASE WHEN plan_id = ?2 THEN stage ELSE '' END) AS stage_now,"                           \
    "  sum(CASE WHEN plan_id = ?2 THEN litres_mean ELSE 0 END) AS litres FROM issued_line"         \
    "  WHERE station_id = ?1 AND plan_id IN (?2, ?3) GROUP BY client_id) AS c"                     \
    " WHERE now <> '' GROUP BY before, now ORDER BY before, now"

/* ?4: the day of the plan before, ?5: the day that plans must not come after. Only who left is
 * looked for at other stations. */
#define TOTALS_LEFT                                                                                \
    "SELECT before, moved, count(*), sum(litres) FROM"                                             \
    " (SELECT c.before, c.litres, CASE WHEN EXISTS (SELECT 1"                                      \
    "   FROM issued_line AS o JOIN issued_plan AS p"                                               \
    "   ON p.station_id = o.station_id AND p.plan_id = o.plan_id"                                  \
    "   WHERE o.client_id = c.client_id AND o.station_id <> ?1"                                    \
    "   AND p.plan_day > ?4 AND p.plan_day <= ?5) THEN 1 ELSE 0 END AS moved"                      \
    "  FROM (SELECT client_id, max(tier_potential) AS before, sum(litres_mean) AS litres"          \
    "   FROM issued_line WHERE station_id = ?1 AND plan_id IN (?2, ?3) GROUP BY client_id"         \
    "   HAVING max(CASE WHEN plan_id = ?2 THEN 1 ELSE 0 END) = 0) AS c) AS gone"                   \
    " GROUP BY before, moved ORDER BY before, moved"

/* Lines whose client the newest plan of another station, of a later day, holds too. The index gives
 * those of several stations in one go, few as they are. */
#define TOTALS_TWICE                                                                               \
    "SELECT count(*), coalesce(sum(l.litres_mean), 0) FROM " ISSUED_NEWEST " AS p"                 \
    " JOIN issued_line AS l ON l.station_id = p.station_id AND l.plan_id = p.plan_id"              \
    " WHERE l.client_id IN (SELECT client_id FROM issued_line GROUP BY client_id"                  \
    "  HAVING min(station_id) <> max(station_id))"                                                 \
    " AND EXISTS (SELECT 1 FROM issued_line AS o JOIN issued_plan AS q"                            \
    "  ON q.station_id = o.station_id AND q.plan_id = o.plan_id"                                   \
    "  WHERE o.client_id = l.client_id AND o.station_id <> l.station_id AND q.plan_day <= ?1"      \
    "  AND (q.plan_day, q.station_id) > (p.plan_day, p.station_id) AND NOT EXISTS"                 \
    "  (SELECT 1 FROM issued_plan AS z WHERE z.station_id = q.station_id AND z.plan_day <= ?1"     \
    "   AND (z.plan_day, z.at, z.plan_id) > (q.plan_day, q.at, q.plan_id)))"

#define TOTALS_BIG                                                                                 \
    ISSUED_CLIENT " WHERE tonnes_mean >= ?2"                                                       \
                  " ORDER BY tonnes_mean DESC, p.station_id, client_id"                            \
                  " LIMIT ?3"

#define TOTALS_DESIGNATED                                                                          \
    ISSUED_CLIENT " WHERE " ISSUED_BOUND " AND litres_mean >= ?2"                                  \
                  " ORDER BY litres_mean DESC, p.station_id, client_id"                            \
                  " LIMIT ?3"

#define TOTALS_LOST                                                                                \
    ISSUED_CLIENT " WHERE " ISSUED_GONE " AND coalesce(lost_litres, 0) >= ?2"                      \
                  " ORDER BY coalesce(lost_litres, 0) DESC, p.station_id,"                         \
                  " client_id LIMIT ?3"

#endif
