/* past.c - looking a client up in the plan that was issued last. */
#include "youka/model/past.h"

#include <stdlib.h>
#include <string.h>

#include "youka/model/territory.h"

const struct yk_past_plan *yk_past_of(const struct yk_territory *t, const char *station_code)
{
    for (size_t i = 0; i < t->pasts; i++)
        if (strcmp(t->past[i].station_code, station_code) == 0)
            return &t->past[i];
    return NULL;
}

static int by_client(const void *key, const void *line)
{
    const struct yk_id *id = key;

    return strcmp(id->text, ((const struct yk_past_line *)line)->client.text);
}

const struct yk_past_line *yk_past_line(const struct yk_past_plan *plan, const struct yk_id *client)
{
    if (!plan || plan->lines == 0)
        return NULL;
    return bsearch(client, plan->line, plan->lines, sizeof *plan->line, by_client);
}
