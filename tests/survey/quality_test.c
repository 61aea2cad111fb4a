/* quality_test.c - the flags of survey.md, «Quality flags», at their limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "../support/answers_of.h"
#include "youka/survey/quality.h"

#define MOST 4

static struct yk_arena arena;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

/* Doors of one station, with what is needed to judge them. */
struct street {
    struct yk_door door[MOST];
    struct yk_place place[MOST];
    struct yk_estimate estimate[MOST];
    struct yk_quality quality[MOST];
    struct yk_territory t;
};

static void add_door(struct street *s, const char *answers)
{
    struct yk_door *d = &s->door[s->t.doors++];
    d->station_code = "S1";
    d->answers = answers_of(&arena, answers);
    s->t.door = s->door;
}

static void judge(struct street *s)
{
    yk_quality_all(s->quality, &s->t, s->place, s->estimate, &arena);
}

/* "code:field code:field" */
static const char *flags_of(const struct yk_quality *q)
{
    const char *said = "";
    for (size_t i = 0; i < q->flags; i++)
        said = yk_arena_printf(&arena, "%s%s%s:%s", said, i ? " " : "", q->flag[i].code,
                               q->flag[i].field);
    return said;
}

static void times_and_points(void **state)
{
    static const struct {
        const char *answers, *flags;
    } row[] = {
        {"visit_result=completed;start=2026-03-05T10:00:00+08:00;end=2026-03-05T10:01:29+08:00",
         "short_interview:end"},
        {"visit_result=completed;start=2026-03-05T10:00:00+08:00;end=2026-03-05T10:01:30+08:00",
         ""},
        {"visit_result=partial;start=2026-03-05T10:00:00+08:00;end=2026-03-05T02:00:10Z",
         "short_interview:end"},
        {"visit_result=refused;start=2026-03-05T10:00:00Z;end=2026-03-05T10:00:05Z", ""},
        {"visit_result=completed;start=2026-03-05T10:00:00Z;end=2026-03-05T09:59:00Z", ""},
        {"visit_result=completed;end=2026-03-05T09:59:00Z", ""},
        {"location=24.5 118.1 0 100", ""},
        {"location=24.5 118.1 0 100.5", "weak_gps:location"},
        {"location=24.5 118.1", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct street s = {0};
        add_door(&s, row[i].answers);
        judge(&s);
        if (strcmp(flags_of(&s.quality[0]), row[i].flags) != 0)
            fail_msg("%s: %s", row[i].answers, flags_of(&s.quality[0]));
    }
}

static void outside_every_circle(void **state)
{
    struct street s = {0};
    (void)state;
    add_door(&s, "category=hotel");
    add_door(&s, "category=hotel");
    s.place[0] = (struct yk_place){.located = true, .verdict = YK_VERDICT_OUT};
    s.place[1] = (struct yk_place){.located = false, .verdict = YK_VERDICT_UNKNOWN};
    judge(&s);
    assert_string_equal(flags_of(&s.quality[0]), "outside:");
    assert_string_equal(flags_of(&s.quality[1]), "");
}

static void volumes(void **state)
{
    static const struct {
        const char *word, *other;
        double told, value;
        bool off;
    } row[] = {
        {"3 times is not more than 3 times", "fleet_lines", 3000, 1000, false},
        {"above", "fleet_lines", 3001, 1000, true},
        {"below", "vehicle_total", 1000, 3001, true},
        {"its like may differ more", "peers", 9000, 1000, false},
        {"told nothing", "peers", 0, 1000, false},
        {"nothing to compare with", "fills", 9000, 1000, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_piece piece[] = {{.piece = "told_volume", .value = row[i].told},
                                   {.piece = row[i].other, .value = row[i].value}};
        struct street s = {0};
        add_door(&s, "diesel_month=1");
        s.estimate[0] = (struct yk_estimate){.piece = piece, .pieces = 2};
        judge(&s);
        const char *want = row[i].off ? "volume_off:diesel_month" : "";
        if (strcmp(flags_of(&s.quality[0]), want) != 0)
            fail_msg("%s: %s", row[i].word, flags_of(&s.quality[0]));
    }
}

#define SEVEN                                                                                      \
    "category=hotel;vehicle_total=3;vehicle_source=guess;payment=cash;sensitivity=price;intent=b;" \
    "difficulty=2;surveyor="
static void copies(void **state)
{
    static const struct {
        const char *word, *one, *other;
        bool copied;
    } row[] = {
        {"eight answers alike", SEVEN "w;risk=none;client_name=x", SEVEN "w;risk=none;address=y",
         true},
        {"seven alike", SEVEN "w;client_name=x", SEVEN "w;client_name=y", false},
        {"one differs", SEVEN "w;risk=none", SEVEN "w;risk=credit", false},
        {"another surveyor", SEVEN "w;risk=none", SEVEN "v;risk=none", false},
        {"other people", SEVEN "w;risk=none;contact:contact_name=x",
         SEVEN "w;risk=none;contact:contact_name=y", true},
        {"another fleet", SEVEN "w;risk=none;fleet:veh_class=car,veh_count=2",
         SEVEN "w;risk=none;fleet:veh_class=car,veh_count=3", false},
        {"answers of one line, lines of another", SEVEN "w;risk=none;fleet:a=1;fleet:b=2",
         SEVEN "w;risk=none;fleet:a=1,b=2", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct street s = {0};
        add_door(&s, row[i].one);
        add_door(&s, row[i].other);
        judge(&s);
        for (size_t d = 0; d < 2; d++)
            if (strcmp(flags_of(&s.quality[d]), row[i].copied ? "copied:" : "") != 0)
                fail_msg("%s: %s", row[i].word, flags_of(&s.quality[d]));
    }
}

static void own_flags_come_first(void **state)
{
    struct yk_flag own[] = {{"missing", "intent"}, {"check_digit", "uscc"}};
    struct street s = {0};
    (void)state;
    add_door(&s, "gas_month=2;location=24.5 118.1 0 150");
    s.door[0].flag = own;
    s.door[0].flags = 2;
    judge(&s);
    assert_string_equal(flags_of(&s.quality[0]),
                        "missing:intent check_digit:uscc weak_gps:location");
    assert_int_equal(s.quality[0].known, 1u << YK_FACT_VOLUME);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_and_points),
        cmocka_unit_test(outside_every_circle),
        cmocka_unit_test(volumes),
        cmocka_unit_test(copies),
        cmocka_unit_test(own_flags_come_first),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
