/* statements.h - every statement the engine runs, by name. */
#ifndef YOUKA_STORE_SQLITE_STATEMENTS_H
#define YOUKA_STORE_SQLITE_STATEMENTS_H

enum lite_sql {
    LITE_FACTS,
    LITE_FACTS_CHANGED,

    LITE_STATION_NOW,
    LITE_STATION_ADD,
    LITE_STATIONS,
    LITE_COMPETITOR_NOW,
    LITE_COMPETITOR_ADD,
    LITE_COMPETITORS,

    LITE_GAZETTEER_NOW,
    LITE_GAZETTEER_PUT,
    LITE_GAZETTEER_CLEAR,
    LITE_GAZETTEER_ADD,
    LITE_GAZETTEER,

    LITE_DECISION_NOW,
    LITE_DECISION_ADD,
    LITE_DECISIONS,
    LITE_OVERRIDE_NOW,
    LITE_OVERRIDE_ADD,
    LITE_OVERRIDES,
    LITE_ISSUED_ADD,
    LITE_ISSUED,
    LITE_RULES_LAST,
    LITE_RULES_ADD,
    LITE_RULES_TABLE_ADD,
    LITE_RULES,
    LITE_RULES_TABLES,
    LITE_ISSUED_PLAN_ADD,
    LITE_ISSUED_LINE_ADD,
    LITE_ISSUED_PLANS,
    LITE_ISSUED_LINES,
    LITE_AUDIT_ADD,
    LITE_AUDIT,

    LITE_BATCH_FIND,
    LITE_BATCH_LAST,
    LITE_BATCH_ADD,
    LITE_BATCH_AGAIN,
    LITE_BATCH_COUNTS,
    LITE_BATCH_MORE,
    LITE_BATCHES,

    LITE_COPIES_OF,
    LITE_COPY_ADD,
    LITE_ANY_COPY,
    LITE_LATE_ADD,
    LITE_LATE,
    LITE_CLAIM_KNOWN,
    LITE_CLAIM_ADD,
    LITE_SUBMISSIONS,
    LITE_COPIES,
    LITE_CLAIMS,
    LITE_COPIES_OF_KEY,
    LITE_CLAIMS_OF_KEY,
    LITE_PLACES,

    LITE_SALE_PUT_BY,
    LITE_SALES_PUT_BY,
    LITE_SALE_BEFORE,
    LITE_SALE_CLEAR,
    LITE_SALE_ADD,
    LITE_SALES_LEFT,
    LITE_SALES,
    LITE_PAYER_TOLD_NOW,
    LITE_PAYER_TOLD_ADD,
    LITE_PAYERS_TOLD,

    LITE_UNDO_CLAIMS,
    LITE_UNDO_PROMOTE,
    LITE_UNDO_PROMOTED,
    LITE_UNDO_COPIES,
    LITE_UNDO_SALES,
    LITE_UNDO_BATCH,

    LITE_RUN,
    LITE_RUN_ADD,
    LITE_CLIENT_ADD,
    LITE_PLACE_ADD,
    LITE_ESTIMATE_ADD,
    LITE_PLAN_FORGET,
    LITE_PLAN_ADD,

    LITE_TOMBS,
    LITE_ERASURE_ADD,
    LITE_TOMB_ADD,
    LITE_ERASE_COPIES,
    LITE_ERASE_ALL,
    LITE_ERASE_ROW,

    LITE_MERGE_ATTACH,
    LITE_MERGE_ERASURES,
    LITE_MERGE_TOMBS,
    LITE_MERGE_STATIONS_TOLD,
    LITE_MERGE_STATIONS,
    LITE_MERGE_COMPETITORS,
    LITE_MERGE_GAZETTEERS_TOLD,
    LITE_MERGE_GAZETTEER_DROP,
    LITE_MERGE_GAZETTEER_SOURCES,
    LITE_MERGE_GAZETTEER,
    LITE_MERGE_DECISIONS_TOLD,
    LITE_MERGE_DECISIONS,
    LITE_MERGE_OVERRIDES_TOLD,
    LITE_MERGE_OVERRIDES,
    LITE_MERGE_ISSUED,
    LITE_MERGE_RULES_TOLD,
    LITE_MERGE_RULES,
    LITE_MERGE_RULES_TABLES,
    LITE_MERGE_ISSUED_PLANS,
    LITE_MERGE_ISSUED_LINES,
    LITE_MERGE_AUDIT,
    LITE_MERGE_PAYERS_TOLD,
    LITE_MERGE_SALES,
    LITE_MERGE_SALES_UNDONE,
    LITE_OTHER_BATCHES,
    LITE_MERGE_BATCH,
    LITE_MERGE_CLAIMS,
    LITE_BOTH_COPIES,
    LITE_BOTH_CLAIMS,
    LITE_MERGE_FACTS,

    LITE_CHECK_INTEGRITY,
    LITE_CHECK_FOREIGN,
    LITE_CHECK_LEDGER,
    LITE_CHECK_DERIVED,

    LITE_STATEMENTS
};

/* Written once for those who put lines down and those who carry them over. */
#define ISSUED_LINE_COLUMNS                                                                        \
    "station_id, plan_id, rank, client_id, name, category, tier_now, tier_potential, "             \
    "stage, rule_id, strategy, owner, left_out, confidence, card_type, worst_risk, "               \
    "policy, grades, due_week, cards, policy_granted, policy_cost, vehicles_p50, "                 \
    "litres_p10, litres_p50, litres_p90, litres_mean, own_share, access, p_win, "                  \
    "winnable_litres, margin_yuan_l, score_year, score_hour, hours"

extern const char *const lite_merge_sql[LITE_STATEMENTS]; /* NULL: not of merging */
const char *lite_sql_text(enum lite_sql which);

#endif
