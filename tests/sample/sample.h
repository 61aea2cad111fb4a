/* sample.h - the invented survey: three stations, their clients, and the files in which six
 * people send them. Everything follows from one constant seed. */
#ifndef YOUKA_TESTS_SAMPLE_H
#define YOUKA_TESTS_SAMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "youka/base/arena.h"
#include "youka/base/day.h"
#include "youka/geo/datum.h"

#define SAMPLE_SEED 20260801u
#define FIELDS_MAX 192
#define CHOICES_MAX 400
#define STATIONS 3

/* --- chance.c: splitmix64 (Steele, Lea, Flood 2014) ----------------------------------------------
 */
struct chance {
    uint64_t state;
};
uint64_t chance_bits(struct chance *c);
int chance_below(struct chance *c, int n);               /* 0 .. n-1 */
int chance_between(struct chance *c, int low, int high); /* both may come */
bool chance_percent(struct chance *c, int percent);

/* --- form.c: the census form, read from survey-forms/client_survey -------------------------------
 */
struct field {
    const char *type, *list, *name, *label; /* type "select_one", list "category" */
    const char *group, *repeat;             /* "" outside of any */
};
struct choice {
    const char *list, *name, *label;
};
struct form {
    struct field field[FIELDS_MAX];
    struct choice choice[CHOICES_MAX];
    size_t fields, choices;
};
bool form_read(struct form *form, struct yk_arena *a, const char *dir);
size_t form_at(const struct form *form, const char *name); /* ends the program when there is none */
/* The Chinese labels of one code, or of several codes parted by spaces; a copy of text where the
 * field has no choices. */
const char *form_label(const struct form *form, struct yk_arena *a, size_t field, const char *text);

/* --- places.c: roads of Haicang and Jimei, Xiamen ------------------------------------------------
 */
struct station {
    const char *code, *name, *area_manager, *class_code, *fuels, *opens, *closes;
    struct yk_point point;
    int radius_m, hours_week, target_litres;
};
extern const struct station sample_stations[STATIONS];

struct place {
    struct yk_point point;
    const char *road, *district, *town;
    int number;
};
/* A numbered door on a road whose distance from station `s` is at most `share` percent of its
 * radius; with `also` >= 0, within that station's radius as well. */
struct place place_near(struct chance *c, int s, int also, int share);
size_t place_roads(void);
int place_numbers(size_t road); /* the highest */
struct place place_on(size_t road, int number);
/* Where a number would be, on the side of the odd or the even ones. */
struct place place_along(size_t road, double number, bool odd);
/* Where two roads cross; false when they do not. */
bool place_crossing(struct yk_point *out, size_t road, size_t other);

/* --- kinds.c: what a client of each category has -------------------------------------------------
 */
struct fleet_kind {
    const char *vehicle, *fuel;
    int least, most, percent;
};
struct size_kind {
    const char *field;
    int least, most;
};
struct kind {
    const char *category;
    int share; /* of 200 rows */
    const char *suffix[4];
    struct fleet_kind fleet[4];
    struct size_kind size[5];
    const char *sensitive[4];
    const char *procurement;
};
#define KINDS 22
extern const struct kind sample_kinds[KINDS];
/* What one vehicle of the class does: kilometres and litres a month, litres per 100 km. */
struct use {
    const char *vehicle;
    int km_month, litres_month, l_100km;
};
const struct use *use_of(const char *vehicle);

/* --- names.c: invented names
 * ---------------------------------------------------------------------- */
/* The client's name; the `n`-th gets a core of its own. `other`: as a second surveyor writes it. */
const char *name_of_client(struct yk_arena *a, struct chance *c, const struct kind *k, int n,
                           const char *district);
const char *name_otherwise(struct yk_arena *a, const char *name);
const char *name_of_person(struct yk_arena *a, struct chance *c);
const char *name_of_phone(struct yk_arena *a, int n); /* 1380000xxxx and 0592-0000xxx */
/* A code that passes both checks of GB 32100-2015; organisation codes begin with YY. */
const char *name_of_credit_code(struct yk_arena *a, const char *category, int n);
const char *name_of_surveyor(int station, int n);

/* --- census.c: one door after the other
 * ------------------------------------------------------------ */
struct vehicle {
    const char *class_code, *fuel, *owner;
    int count, km_month, l_100km;
};
struct contact {
    const char *name, *role, *title, *phone, *consent, *note;
};
struct entry {
    const char *value[FIELDS_MAX]; /* codes as stored; NULL: blank */
    struct vehicle fleet[4];
    struct contact contact[2];
    size_t vehicles, contacts;
    const struct kind *kind;
    struct place place;
    int station, client; /* client: the number that names and phones come from */
    yk_day day;
};
struct census {
    struct yk_arena *arena;
    struct form form;
    struct chance chance;
    int clients; /* numbers given so far */
};
enum coordinates { TYPED, PHONE };
void put(struct census *cs, struct entry *e, const char *field, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
const char *got(const struct census *cs, const struct entry *e, const char *field);
struct entry census_door(struct census *cs, int station, enum coordinates how, int also);
/* The same client as the station `station` wrote it down: another spelling, another day. */
struct entry census_again(struct census *cs, const struct entry *first, int station,
                          enum coordinates how);
void census_locate(struct census *cs, struct entry *e, enum coordinates how);

/* --- answers.c: sections B to F
 * ---------------------------------------------------------------------- */
void answer_fleet(struct census *cs, struct entry *e);
void answer_habits(struct census *cs, struct entry *e);
void answer_people(struct census *cs, struct entry *e);
void answer_judgement(struct census *cs, struct entry *e);
const char *pack_fleet(struct yk_arena *a, const struct entry *e);
const char *pack_contacts(struct yk_arena *a, const struct entry *e);

/* --- write.c: cells, separators, encodings
 * ---------------------------------------------------------- */
struct writer {
    FILE *f;
    char *text;
    size_t size;
    char separator;
    bool quote_all;
    const char *line_end;
    size_t column, line; /* line: that the next row begins on */
};
void writer_open(struct writer *w, char separator, bool quote_all, const char *line_end);
void writer_cell(struct writer *w, const char *text); /* NULL: blank */
void writer_end(struct writer *w);                    /* of a row */
/* Writes DIR/NAME in the encoding (an iconv name), after `mark` (a BOM or ""). */
bool writer_save(struct writer *w, const char *dir, const char *name, const char *encoding,
                 const char *mark);

/* --- excel.c, phones.c, mistakes.c, stations.c: the files
 * -------------------------------------------- */
struct batch {
    struct entry *entry;
    size_t count;
};
enum excel_dates { DATES_SLASH, DATES_ISO, DATES_CHINESE };
/* The columns of a sheet kept by hand: of contacts either one packed cell or the first one's own.
 */
enum excel_people { PEOPLE_PACKED, PEOPLE_FIRST };
void excel_headings(struct writer *w, const struct census *cs, enum excel_people people);
bool excel_has_column(const struct field *f, enum excel_people people);
/* One cell as its typist writes it; `row` decides on the typist's habits. */
const char *excel_text(struct census *cs, const struct entry *e, size_t field, size_t row,
                       enum excel_dates dates);
bool excel_gbk(struct census *cs, const struct batch *b, const char *dir);
bool excel_utf8(struct census *cs, const struct batch *b, const char *dir);
bool excel_unicode(struct census *cs, const struct batch *b, const char *dir);
bool odk_write(struct census *cs, const struct batch *b, const char *dir);
bool kobo_write(struct census *cs, const struct batch *b, const char *dir);
/* The list of the bad cells goes into a directory of its own. */
bool mistakes_write(struct census *cs, const struct batch *b, const char *dir,
                    const char *list_dir);
bool stations_write(const char *dir);
bool rivals_write(const char *dir);

/* --- walk.c: cells, places that others list, people, traffic
 * -------------------------------------------- */
/* 1 .. 36: the cell of the station's walk list that holds a point. */
int walk_cell(int station, struct yk_point p);
bool walk_write(struct yk_arena *a, const struct batch *const *batch, size_t batches,
                const char *dir);
bool gazetteer_write(struct census *cs, const struct batch *const *batch, size_t batches,
                     const char *dir);
bool staff_write(const char *dir);
bool traffic_write(const char *dir);

/* --- sales.c: card transactions of some clients of these batches
 * -------------------------------------------- */
bool sales_write(struct census *cs, const struct batch *const *batch, size_t batches,
                 const char *dir);

/* --- city.c: what a map would hold of these streets; labels.c: addresses to find on it
 * -------------------------------------------- */
struct city_place {
    const char *kind, *name, *road; /* kind landmark, estate, park, village */
    int number;
    int north_m, east_m; /* from that door to its middle */
};
size_t city_places(void);
const struct city_place *city_place(size_t i);
size_t city_road(const struct city_place *p);
struct place city_where(const struct city_place *p);
/* Where the door really is: numbers do not run as evenly as place_on says. */
struct place city_door(size_t road, int number);
/* The first number above `after` that the map holds, or 0. */
int city_next(size_t road, int after);
bool city_lists_crossing(size_t road, size_t other);
/* So far off, or up to `metres` to either side by what `salt` says. */
struct yk_point city_off(struct yk_point p, double north_m, double east_m);
struct yk_point city_about(struct yk_point p, uint64_t salt, int metres);
/* How a surveyor without a coordinate may say where this is, or NULL: by a landmark, a crossing, an
 * estate, a village beside it. */
const char *city_saying(struct yk_arena *a, const struct place *p);
bool city_write(const char *dir);   /* DIR/xiamen_sample.csv */
bool labels_write(const char *dir); /* DIR/addresses.csv */

/* --- sample.c
 * ------------------------------------------------------------------------------------------ */
/* Everything into an existing directory. False, after a line on stderr, when a file cannot be
 * read or written. */
bool sample_write(const char *form_dir, const char *dir);

#endif
