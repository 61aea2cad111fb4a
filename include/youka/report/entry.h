/* entry.h - the Excel entry workbook of a station: made from the form alone, filled in by hand,
 * loaded back as it is (workbooks.md). */
#ifndef YOUKA_REPORT_ENTRY_H
#define YOUKA_REPORT_ENTRY_H

#include "youka/model/question.h"
#include "youka/report/report.h"

struct yk_entry {
    const struct yk_questions *questions;
    size_t station;     /* of the territory */
    const size_t *door; /* the known clients, in the order of their rows: yk_entry_clients */
    size_t doors;
};

/* The clients that a station owns and that are worth another visit, in walking order: by grid cell,
 * address, name, id. `out` has room for all doors of the territory. */
size_t yk_entry_clients(size_t *out, const struct yk_view *view, size_t station);

/* Adds the sheets 客户, one for each repeat, 未走访 (where the view's coverage knows of any) and
 * 说明. A data sheet begins with a hidden row of field names; 客户 has `_index` and the hidden
 * `client_id`, a repeat's `_parent_index` and, for the eye, the client's name under a heading that
 * loading passes over. What a visit finds anew stays blank; contacts of known clients are there
 * only when the view is unmasked. */
void yk_report_entry(struct yk_view *view, const struct yk_entry *entry);

#endif
