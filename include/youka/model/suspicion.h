/* suspicion.h - whether coordinates are in the datum that was declared for them: what comparing
 * them with places of the same name or address, known from elsewhere, has shown. */
#ifndef YOUKA_MODEL_SUSPICION_H
#define YOUKA_MODEL_SUSPICION_H

#include <stddef.h>

#include "youka/geo/datum.h"

/* What the numbers may really be. CGCS2000 counts as WGS-84. */
enum yk_reading {
    YK_READ_WGS84,
    YK_READ_GCJ02,
    YK_READ_BD09,
    YK_READ_EXCHANGED, /* of the declared datum, longitude and latitude exchanged */
    YK_READINGS,
};
enum yk_doubt {
    YK_DOUBT_TOO_FEW, /* too few places are known from elsewhere */
    YK_DOUBT_NONE,    /* the declared datum fits best */
    YK_DOUBT_OPEN,    /* none fits clearly better than the others */
    YK_DOUBT_DATUM,   /* another reading than the declared one fits clearly better; of coordinates
                         without a datum: `best` does */
};
/* Of the places that one source declares in one datum. */
struct yk_suspicion {
    const char *source;     /* file */
    enum yk_datum declared; /* YK_DATUM_UNKNOWN: none */
    size_t places;          /* compared: that others know too */
    size_t near; /* spots of about a hundred metres on which some reading brings a place near the
                    known one; elsewhere they are namesakes */
    double metres[YK_READINGS]; /* median distance on these; NAN where there is none */
    enum yk_reading best;       /* means nothing where there are too few */
    enum yk_doubt doubt;
};
/* The datum that a reading stands for; of YK_READ_EXCHANGED the declared one. */
enum yk_datum yk_suspicion_datum(const struct yk_suspicion *s);

#endif
