/* sample.c - who surveys whom and in which file it arrives. */
#include "sample.h"

#include <sys/stat.h>

enum { HC, XL, JM };

/* `count` doors of a station. The first `shared` lie in the trading area of `also` too. */
static struct batch doors(struct census *cs, int station, enum coordinates how, size_t count,
                          size_t shared, int also)
{
    struct batch b = {YK_ARENA_ARRAY(cs->arena, struct entry, count), count};

    for (size_t i = 0; i < count; i++)
        b.entry[i] = census_door(cs, station, how, i < shared ? also : -1);
    return b;
}

/* The last `count` rows of `b` become the clients that another station found: its rows `from` on.
 */
static void again(struct census *cs, struct batch *b, int station, enum coordinates how,
                  const struct entry *from, size_t count)
{
    for (size_t i = 0; i < count; i++)
        b->entry[b->count - count + i] = census_again(cs, &from[i], station, how);
}

bool sample_write(const char *form_dir, const char *dir)
{
    struct yk_arena arena = {0};
    struct census *cs = YK_ARENA_ARRAY(&arena, struct census, 1);
    bool good = false;

    cs->arena = &arena;
    cs->chance.state = SAMPLE_SEED;
    if (form_read(&cs->form, &arena, form_dir)) {
        struct batch gbk = doors(cs, HC, TYPED, 120, 20, XL);
        struct batch utf8 = doors(cs, XL, TYPED, 110, 20, JM);
        struct batch odk = doors(cs, JM, PHONE, 110, 8, XL);
        struct batch kobo = doors(cs, HC, PHONE, 110, 0, -1);
        struct batch unicode = doors(cs, JM, TYPED, 110, 0, -1);
        struct batch mistakes = doors(cs, XL, TYPED, 100, 100, XL);

        again(cs, &utf8, XL, TYPED, gbk.entry, 12);
        again(cs, &odk, JM, PHONE, utf8.entry, 10);
        again(cs, &unicode, JM, TYPED, utf8.entry + 10, 6);
        const struct batch *const all[] = {&gbk, &utf8, &odk, &kobo, &unicode, &mistakes};
        enum { ALL = sizeof all / sizeof *all };
        const char *survey = yk_arena_printf(&arena, "%s/survey", dir);
        mkdir(survey, 0777); /* when it fails, so do the files */
        good = stations_write(dir) && rivals_write(dir) && excel_gbk(cs, &gbk, survey) &&
               excel_utf8(cs, &utf8, survey) && odk_write(cs, &odk, survey) &&
               kobo_write(cs, &kobo, survey) && excel_unicode(cs, &unicode, survey) &&
               mistakes_write(cs, &mistakes, survey, dir) && walk_write(&arena, all, ALL, dir) &&
               gazetteer_write(cs, all, ALL, dir) && staff_write(dir) && traffic_write(dir) &&
               sales_write(cs, all, 4, dir);
    }
    yk_arena_release(&arena);
    return good;
}
