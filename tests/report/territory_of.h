/* territory_of.h - for tests: a station with a few doors, placed, estimated and planned by hand. */
#ifndef YOUKA_TESTS_TERRITORY_OF_H
#define YOUKA_TESTS_TERRITORY_OF_H

#include <math.h>
#include <stdio.h>

#include "../support/answers_of.h"
#include "../support/rules_of.h"
#include "youka/report/report.h"

#define DOORS 3

/* Everything a view needs; ends with small_world_release. */
struct small_world {
    struct yk_arena arena;
    struct yk_sheets sheets;
    struct yk_rules rules;
    struct yk_vocabulary vocabulary;
    struct yk_territory territory;
    struct yk_derived derived;
    struct yk_plan plan;
    struct yk_view view;
};

static inline void small_world_choices(struct small_world *w)
{
    static const struct yk_choice choice[] = {
        {"category", "hotel", {"宾馆", "Hotel"}},
        {"category", "logistics", {"物流运输", "Logistics"}},
        {"brand", "sinopec", {"中国石化", "Sinopec"}},
        {"info_source", "manager", {"负责人、财务", "Manager"}},
        {"volume_unit", "t", {"吨", "tonne"}},
        {"sensitivity", "price", {"价格、优惠", "Price"}},
        {"sensitivity", "invoice", {"开票", "Invoicing"}},
        {"visit_result", "completed", {"调查完成", "Completed"}},
        {"visit_result", "refused", {"拒访", "Refused"}},
        {"fuel_grade", "g92", {"92号汽油", "Gasoline 92"}},
        {"fuel_grade", "d0", {"0号柴油", "Diesel 0"}},
        {"vehicle_class", "heavy_truck", {"重型货车", "Heavy truck"}},
        {"contact_role", "finance", {"财务", "Finance"}},
        {"yes_no", "yes", {"是", "Yes"}},
        {"visit_outcome", "met_decider", {"见到决策人", "Met the decision maker"}},
        {"visit_outcome", "met_other", {"见到经办人", "Met somebody else"}},
        {"stage", "surveyed", {"起点:已普查", "Surveyed"}},
    };
    for (size_t i = 0; i < sizeof choice / sizeof *choice; i++)
        yk_vocabulary_add(&w->vocabulary, &w->arena, &choice[i]);
}

static inline void small_world_door(struct small_world *w, size_t i, const char *answers)
{
    struct yk_door *door = &w->territory.door[i];
    struct yk_origin *origin = YK_ARENA_ARRAY(&w->arena, struct yk_origin, 1);
    *origin = (struct yk_origin){"b1", "census.csv", 10 + i};
    *door = (struct yk_door){.key = "k",
                             .station_code = "S1",
                             .survey_date = yk_day_of(2026, 1, 5),
                             .answers = answers_of(&w->arena, answers),
                             .origin = origin,
                             .origins = 1};
    snprintf(door->id.text, sizeof door->id.text, "c%zu", i);
}

static inline void small_world_numbers(struct small_world *w)
{
    static struct yk_piece piece[] = {
        {"peers", "", 3000, .21, "", 0, "", 0, false, false, 0},
        {"told_volume", "manager", 12000, .79, "t", 9, "t_month", .98, false, false, 400}};
    for (size_t i = 0; i < DOORS; i++) {
        double litres = 1000 * (double)(DOORS - i);
        w->derived.estimate[i] = (struct yk_estimate){
            .vehicles = {2, 4, 8, 5},
            .litres = {litres * .5, litres, litres * 2, litres * 1.2},
            .grade = {{0, litres, 0, litres * .9}, {0}, {0}, {0, 0, 0, litres * .3}},
            .log_mean = 8,
            .log_var = .3,
            .confidence = 'B',
            .unit_question = i == 1,
            .piece = piece,
            .pieces = 2,
        };
        w->derived.place[i] = (struct yk_place){
            .located = i < 2,
            .point = {24.5 + .01 * (double)i, 118.1},
            .place_class = i < 2 ? "A0" : "E",
            .error_m = i < 2 ? 5 : NAN,
            .method = i < 2 ? "gps" : "none",
            .verdict = i < 2 ? YK_VERDICT_IN : YK_VERDICT_UNKNOWN,
            .distance_m = i < 2 ? 1100 * (double)i : NAN,
        };
    }
}

static inline void small_world_plan(struct small_world *w, size_t lines)
{
    static const char *const tier[] = {"platinum", "gold", "lead"};
    w->plan = (struct yk_plan){.line = YK_ARENA_ARRAY(&w->arena, struct yk_plan_line, DOORS),
                               .lines = lines};
    for (size_t i = 0; i < lines; i++)
        w->plan.line[i] = (struct yk_plan_line){
            .door = i,
            .rank = i + 1,
            .tier_now = "",
            .tier_potential = tier[i],
            .own_share = .25,
            .access = .8,
            .p_win = .5,
            .winnable_litres = 720 * (double)(DOORS - i),
            .margin_yuan_l = .45,
            .score_yuan_year = 1000,
            .score_yuan_hour = 100,
            .hours = 6,
            .rule = &w->rules.strategy[0],
            .stage = "target",
            .claimed = i == 1 ? "won" : "",
            .wants = i == 1 ? "deal" : "sensitivity role trial",
            .next_step = i == 1 ? "complaint" : "sensitivity",
            .forced = i == 1 ? "complaint" : "",
            .last_seen = i == 1 ? yk_day_of(2026, 2, 20) : YK_DAY_NONE,
            .missing = "current_brand",
            .ask = i == 1 ? "gas_month" : "",
            .ask_value_yuan = i == 1 ? 250 : 0,
            .owner = "area_manager",
            .due_week = i < 2 ? (int)i + 1 : 0,
            .left_out = i < 2 ? "" : "not_located",
        };
    w->plan.resurvey = YK_ARENA_ARRAY(&w->arena, size_t, 1);
    w->plan.resurvey[0] = 1;
    w->plan.resurveys = lines > 1;
}

/* Door 0 on the first day, door 1 a week later; 1.5 hours each; metres as the crow flies. */
static inline void small_world_calendar(struct small_world *w)
{
    static const double metres[] = {0, 1107.7};
    struct yk_calendar *c = &w->plan.calendar;
    c->day = YK_ARENA_ARRAY(&w->arena, struct yk_plan_day, 2);
    for (size_t i = 0; i < 2 && i < w->plan.lines; i++) {
        struct yk_plan_visit *visit = YK_ARENA_ARRAY(&w->arena, struct yk_plan_visit, 1);
        *visit = (struct yk_plan_visit){.line = i,
                                        .hours = 1.5,
                                        .metres_from_previous = metres[i],
                                        .arrives_min = 545,
                                        .out_of_hours = i == 1,
                                        .forced = i == 1 ? "complaint" : "",
                                        .visitor = i == 0 ? "S11" : ""};
        c->day[c->days++] = (struct yk_plan_day){.week = (int)i + 1,
                                                 .day = w->territory.today + 7 * (yk_day)i,
                                                 .visit = visit,
                                                 .visits = 1,
                                                 .hours = 1.5 + 2 * metres[i] / 30000,
                                                 .metres = 2 * metres[i]};
        c->week[i] = (struct yk_plan_week){1, c->day[i].hours, c->day[i].metres, 1, i, i == 1};
    }
}

/* A plan with the first `lines` doors; the second, if it is there, is worth asking again. */
static inline void small_world_init(struct small_world *w, enum yk_lang lang, size_t lines)
{
    static const char *const question[][2] = {{"client_name", "客户名称"},
                                              {"current_brand", "目前加油地点(品牌)"},
                                              {"own_tank", "有无自备油罐"},
                                              {NULL, NULL}};
    static const char *const list[] = {"", "brand", "yes_no", ""};
    *w = (struct small_world){0};
    yk_sheets_init(&w->sheets, &w->arena, lang, "plan", yk_day_of(2026, 3, 2));
    w->rules = rules_of(&w->arena);
    small_world_choices(w);
    static struct yk_station station = {.code = "S1",
                                        .name = "一号站",
                                        .region = "R",
                                        .area_manager = "王经理",
                                        .station_class = "urban",
                                        .point = {24.5, 118.1},
                                        .radius_m = 3000,
                                        .hours_week = 20,
                                        .fuels = "",
                                        .opens = "",
                                        .closes = "",
                                        .target_litres_quarter = NAN};
    static struct yk_competitor rival = {"对手站", "sinopec", {24.505, 118.105}, {0}, YK_DAY_NONE};
    w->territory = (struct yk_territory){.today = yk_day_of(2026, 3, 2),
                                         .station = &station,
                                         .stations = 1,
                                         .competitor = &rival,
                                         .competitors = 1,
                                         .door = YK_ARENA_ARRAY(&w->arena, struct yk_door, DOORS),
                                         .doors = lines,
                                         .rules = &w->rules};
    small_world_door(w, 0,
                     "client_name=顺达物流;category=logistics;address=海沧路1号;own_tank=yes;"
                     "current_brand=sinopec;sensitivity=price invoice;visit_result=completed;"
                     "fleet:veh_class=heavy_truck,veh_count=5,veh_fuel=d0;"
                     "contact:contact_role=finance,contact_name=王小明,contact_phone=13800005678");
    small_world_door(w, 1, "client_name==cmd|calc;category=hotel;visit_result=completed");
    small_world_door(w, 2, "client_name=海景宾馆;category=hotel;visit_result=refused");
    w->derived =
        (struct yk_derived){.place = YK_ARENA_ARRAY(&w->arena, struct yk_place, DOORS),
                            .estimate = YK_ARENA_ARRAY(&w->arena, struct yk_estimate, DOORS),
                            .prospect = YK_ARENA_ARRAY(&w->arena, struct yk_prospect, DOORS),
                            .quality = YK_ARENA_ARRAY(&w->arena, struct yk_quality, DOORS),
                            .count = DOORS};
    small_world_numbers(w);
    small_world_plan(w, lines);
    small_world_calendar(w);
    w->view = (struct yk_view){.sheets = &w->sheets,
                               .territory = &w->territory,
                               .derived = &w->derived,
                               .vocabulary = &w->vocabulary,
                               .question = question,
                               .question_list = list};
}

static inline void small_world_release(struct small_world *w)
{
    yk_vocabulary_release(&w->vocabulary);
    yk_arena_release(&w->arena);
}

/* The table of that name on any sheet, or NULL. */
static inline struct yk_table *table_named(const struct yk_sheets *s, const char *name)
{
    for (size_t i = 0; i < s->count; i++)
        for (size_t t = 0; t < s->sheet[i]->tables; t++)
            if (!strcmp(s->sheet[i]->table[t]->name, name))
                return s->sheet[i]->table[t];
    return NULL;
}

/* The cell under a heading, or under a key where `by_key`. */
static inline const struct yk_cell *cell_under(const struct yk_table *t, size_t row,
                                               const char *heading)
{
    for (size_t c = 0; t && row < t->rows && c < t->columns; c++)
        if ((t->column[c].heading && !strcmp(t->column[c].heading, heading)) ||
            (t->column[c].key && !strcmp(t->column[c].key, heading)))
            return &t->cell[row * t->columns + c];
    YK_BUG("no row %zu under %s", row, heading);
}

#endif
