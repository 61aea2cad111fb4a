/* coverage_words.c - states, remarks and estimates of coverage in the reader's words. */
#include "coverage_words.h"

#include <math.h>

#include "youka/base/say.h"

bool yk_area_blank(const struct yk_area *area)
{
    return area->state != YK_AREA_DONE && !yk_area_set_aside(area);
}

bool yk_area_unknown(const struct yk_area *area)
{
    return !area->listed && isnan(area->expected) && !area->done && !area->suspect;
}

const char *yk_word_state(const struct yk_view *v, const struct yk_area *area)
{
    return yk_word_choice(v, "cell_state", yk_cell_state_code(area->state));
}

const char *yk_word_area(const struct yk_view *v, const struct yk_area *area)
{
    const char *said = area->overdue ? _("overdue") : "";
    if (!area->listed)
        said = yk_word_join(v, said, _("in nobody's list"));
    else if (yk_area_blank(area) && isnan(area->expected))
        said = yk_word_join(v, said, _("nobody knows how many doors there are"));
    if (area->listed && isnan(area->centre.lat))
        said = yk_word_join(v, said, _("has no place in a known coordinate system"));
    if (area->suspect)
        said = yk_word_join(v, said,
                            yk_arena_printf(v->sheets->arena,
                                            _("the cells around suggest about %s doors"),
                                            yk_word_number(v, area->likely, 0)));
    return yk_word_join(v, said, area->reason);
}

enum yk_tone yk_tone_of_area(const struct yk_area *area)
{
    if (area->overdue)
        return YK_TONE_LATE;
    if (!area->listed && !area->done)
        return YK_TONE_NOBODYS;
    static const enum yk_tone tone[YK_AREA_STATES] = {
        [YK_AREA_NOT_YET] = YK_TONE_TODO,   [YK_AREA_ONGOING] = YK_TONE_BEGUN,
        [YK_AREA_DONE] = YK_TONE_DONE,      [YK_AREA_NO_ACCESS] = YK_TONE_ASIDE,
        [YK_AREA_NO_DOORS] = YK_TONE_ASIDE, [YK_AREA_EXCLUDED] = YK_TONE_ASIDE,
    };
    return tone[area->state];
}

const char *yk_word_missed(const struct yk_view *v, const struct yk_missed *m)
{
    struct yk_arena *a = v->sheets->arena;
    if (isnan(m->estimate))
        return _("no second list of clients is loaded, so nobody knows (youka gazetteer load)");
    if (isnan(m->high))
        return yk_arena_printf(a, _("at least %s; %zu are known, %zu of them from one list only"),
                               yk_word_number(v, m->estimate, 0), m->first, m->second);
    return yk_arena_printf(
        a, _("about %s (8 in 10: %s-%s); %zu on one list, %zu on the other, %zu on both"),
        yk_word_number(v, m->estimate, 0), yk_word_number(v, m->low, 0),
        yk_word_number(v, m->high, 0), m->first, m->second, m->both);
}
