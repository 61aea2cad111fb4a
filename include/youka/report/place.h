/* place.h - where an address is thought to be, for those who ask why. */
#ifndef YOUKA_REPORT_PLACE_H
#define YOUKA_REPORT_PLACE_H

#include "youka/model/geocoded.h"
#include "youka/report/report.h"

/* A flat object with the keys of «place find»; tables parts, tries, evidence. */
void yk_report_place(struct yk_view *view, const struct yk_place_story *story);
/* Only the tables, on a sheet of somebody else's. */
void yk_report_place_steps(struct yk_view *view, struct yk_sheet *sheet,
                           const struct yk_place_story *story);

#endif
