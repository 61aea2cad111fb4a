/* territory.h - one of the five shapes: what is known of an area as of a day. Read-only facts. */
#ifndef YOUKA_MODEL_TERRITORY_H
#define YOUKA_MODEL_TERRITORY_H

#include "youka/model/batch.h"
#include "youka/model/gazetteer.h"
#include "youka/model/override.h"
#include "youka/model/past.h"
#include "youka/model/rules.h"
#include "youka/model/sale.h"
#include "youka/model/station.h"
#include "youka/model/vocabulary.h"

/* Where an answer came from. */
struct yk_origin {
    const char *batch, *file;
    size_t line;
};

/* A submission that is part of a client. */
struct yk_member {
    struct yk_id id;         /* the door's own, before joining: hash of first date and key */
    struct yk_id submission; /* hash of the natural key */
    const char *station_code, *key;
    yk_day survey_date;
};

/* One surveyed door: the copies of a submission already put together, per field the newest. After
 * joining (survey/join.h) one client: the doors that are the same organisation put together. */
struct yk_door {
    struct yk_id id;          /* client id */
    struct yk_id submission;  /* hash of the natural key; of the newest member after joining */
    const char *key;          /* natural key of the submission */
    const char *station_code; /* who surveyed it */
    yk_day survey_date;
    struct yk_answers answers; /* irrelevant ones left out */
    struct yk_flag *flag;
    size_t flags;
    struct yk_origin *origin; /* newest last */
    size_t origins;
    struct yk_member *member; /* after joining: by survey date, then id; before: NULL */
    size_t members;
};

/* A row of another form (walk_list, traffic, staff, …), its copies put together as a door's are. */
struct yk_record {
    const char *form;         /* folder of survey-forms */
    const char *key;          /* natural key */
    const char *station_code; /* "" where the form names no station */
    struct yk_answers answers;
    struct yk_origin *origin; /* newest last */
    size_t origins;
};

/* What a person decided of two submissions; the newest of a pair counts. */
enum yk_decided { YK_DECIDED_NONE, YK_DECIDED_SAME, YK_DECIDED_APART };
struct yk_decision {
    struct yk_id a, b;       /* submissions, a < b */
    enum yk_decided decided; /* NONE: taken back */
    const char *who, *at;    /* ISO-8601 UTC */
};
/* A client id that was handed out: it stays with the client that holds this submission. */
struct yk_issued {
    struct yk_id client, submission;
    const char *at;
};

struct yk_territory {
    yk_day today;
    long long facts;            /* their version: another after every change */
    struct yk_station *station; /* by code */
    size_t stations;
    struct yk_competitor *competitor; /* by name, then place */
    size_t competitors;
    struct yk_door *door; /* by station code, then id */
    size_t doors;
    struct yk_record *record; /* by form, station code, key */
    size_t records;
    struct yk_gazetteer_entry *gazetteer; /* by source, name, address, place */
    size_t gazetteers;
    struct yk_decision *decision; /* by a, b; NONE left out */
    size_t decisions;
    struct yk_override *override; /* by submission, field; what was taken back is left out */
    size_t overrides;
    struct yk_issued *issued; /* by at, then client */
    size_t issues;
    struct yk_past_plan *past; /* the plan issued last, by station code */
    size_t pasts;
    const struct yk_payer *payer; /* by station code, then key */
    size_t payers;
    const struct yk_payer_told *payer_told; /* by station code, then payer; the newest of each */
    size_t payers_told;
    const struct yk_rules *rules;
};

#endif
