/* hq_sheets.h - the sheets of headquarters' report, one file each. */
#ifndef YOUKA_SRC_REPORT_HQ_SHEETS_H
#define YOUKA_SRC_REPORT_HQ_SHEETS_H

#include "words.h"
#include "youka/report/hq.h"

/* Beside enum yk_figure what adds up over stations. «Since»: of stations that have a plan before,
 * so that both sides speak of the same stations. */
enum yk_hq_figure {
    YK_HQ_STATIONS = YK_FIGURES,
    YK_HQ_ISSUED,
    YK_HQ_CELLS, /* to walk: those set aside left out */
    YK_HQ_CELLS_DONE,
    YK_HQ_DOORS_EXPECTED,
    YK_HQ_DOORS_DONE, /* where it is known how many are expected */
    YK_HQ_UNVISITED,
    YK_HQ_FOUND,     /* clients of stations whose lists suggest how many there are in all */
    YK_HQ_SUGGESTED, /* in all */
    YK_HQ_COMPARED,  /* stations with a plan before */
    YK_HQ_CLIENTS_BEFORE,
    YK_HQ_CLIENTS_SINCE,
    YK_HQ_MEAN_BEFORE,
    YK_HQ_MEAN_SINCE,
    YK_HQ_OURS_BEFORE,
    YK_HQ_OURS_SINCE,
    YK_HQ_BUYING_BEFORE,
    YK_HQ_BUYING_SINCE,
    YK_HQ_NEW, /* clients against the plan before */
    YK_HQ_GONE,
    YK_HQ_MOVED,
    YK_HQ_UP,
    YK_HQ_DOWN,
    YK_HQ_STAGED,
    YK_HQ_CUT_YUAN,     /* support asked for and not granted */
    YK_HQ_GONE_CLIENTS, /* silent and lost */
    YK_HQ_FIGURES
};

/* A station, a region, or all. */
struct yk_hq_part {
    const char *code, *name, *region; /* code "" of a region, all "" of the whole */
    yk_day oldest, newest, before;    /* plan days; NONE */
    double figure[YK_HQ_FIGURES];
};

struct yk_hq_sums {
    const struct yk_hq *hq;
    struct yk_hq_part whole;
    struct yk_hq_part *region; /* by falling winnable litres, then name */
    size_t regions;
    struct yk_hq_part *station; /* with a plan; the same order, then code */
    size_t stations;
    const struct yk_station **without; /* stations without a plan, by code */
    size_t withouts;
};
/* A station with a plan. */
const struct yk_hq_part *yk_hq_station(const struct yk_hq_sums *s, const char *code);
void yk_hq_sums_of(struct yk_hq_sums *out, const struct yk_view *v, const struct yk_hq *hq);

/* A column that shows a figure, or how much it is of another one (NAN over 0 is a blank cell). */
struct yk_hq_column {
    const char *key, *heading; /* N_() */
    enum yk_format format;
    int of, per; /* per < 0: the figure itself */
    enum yk_hq_look { YK_HQ_PLAIN, YK_HQ_BAR, YK_HQ_HIDDEN } look;
};
#define YK_HQ_ITSELF (-1)
void yk_hq_columns(struct yk_column *out, const struct yk_hq_column *from, size_t count);
void yk_hq_cells(struct yk_cell *out, const struct yk_hq_column *from, size_t count,
                 const double *figure);
double yk_hq_share(const double *figure, int of, int per); /* NAN over 0 */

/* One row a region and the whole as the last one ("*"); figures after the region's name. A region
 * without a plan has blank cells. */
struct yk_table *yk_hq_region_table(struct yk_view *v, struct yk_sheet *sheet, const char *name,
                                    const char *title, const struct yk_hq_column *column,
                                    size_t count, const struct yk_hq_sums *s);

struct yk_sheet *yk_hq_cover_sheet(struct yk_view *v, const struct yk_hq_sums *s);
/* The charts under the cover; their numbers stand on the sheets that tell them in full. */
void yk_hq_charts(struct yk_view *v, struct yk_sheet *cover, const struct yk_hq_sums *s);
void yk_hq_ranks_sheets(struct yk_view *v, const struct yk_hq_sums *s);
void yk_hq_fuel_sheet(struct yk_view *v, const struct yk_hq_sums *s);
void yk_hq_clients_sheets(struct yk_view *v, const struct yk_hq_sums *s);
void yk_hq_cards_sheet(struct yk_view *v, const struct yk_hq_sums *s);
void yk_hq_policy_sheet(struct yk_view *v, const struct yk_hq_sums *s);
void yk_hq_changes_sheet(struct yk_view *v, const struct yk_hq_sums *s);
void yk_hq_missing_sheet(struct yk_view *v, const struct yk_hq_sums *s);
void yk_hq_method_sheets(struct yk_view *v, const struct yk_hq_sums *s);
/* hq_clients.c: who went silent or is lost, by name; «what: 12 户», or how many of them are named.
 */
void yk_hq_lost_sheet(struct yk_view *v, const struct yk_hq_sums *s);
const char *yk_hq_how_many(const struct yk_view *v, const char *what, double all, size_t shown);
/* The plans that were read, as one name: who has the same digest has the same plans. */
const char *yk_hq_digest(const struct yk_view *v, const struct yk_hq *hq);

#endif
