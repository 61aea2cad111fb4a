/* name.h - what a client's name says once its spelling is put aside: the normalising ladder of
 * survey.md, «Who is who». */
#ifndef YOUKA_MODEL_NAME_H
#define YOUKA_MODEL_NAME_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "youka/base/arena.h"
#include "youka/base/glyphs.h"
#include "youka/model/rules.h"

/* A province, city or county of GB/T 2260: six digits (350000, 350200, 350205) and the full name;
 * a town has nine. */
struct yk_district {
    const char *code, *name;
};
/* 延边 of 延边朝鲜族自治州; the full name where nothing shorter is used. */
const char *yk_district_brief(const char *full, struct yk_arena *a);
struct yk_names {
    const struct yk_district *district; /* may be none: then no region is taken off a name */
    size_t districts;
};

enum { YK_SORT_WORDS = 2 }; /* of 64 sorts of trade each */

/* One reading of a name: 厦门顺达国际物流有限公司 has the core 顺达国际物流, its own part 顺达 and
 * the trade 国际物流. Where nothing is left beside the trade, the place is the own part: 厦门,
 * 实验小学. */
struct yk_core {
    struct yk_glyphs whole, own, trade;
    uint64_t sorts[YK_SORT_WORDS]; /* what the trade words mean: 物流 and 货运 are of one sort */
};
enum yk_name_place { YK_NAME_PROVINCE, YK_NAME_CITY, YK_NAME_COUNTY, YK_NAME_PLACES };
struct yk_name {
    struct yk_glyphs folded; /* width, case, spaces, punctuation, numbers made one */
    struct yk_core core[2];  /* without what stands in brackets; with it, where there is such */
    size_t cores;
    struct yk_glyphs place[YK_NAME_PLACES]; /* taken off the front, without 省, 市, 区, 县; the
                                               city also where only its county was named */
    struct yk_glyphs branch;                /* 海沧 of X公司海沧分公司 and X(海沧店) */
    struct yk_glyphs numbers; /* 1, 2期, A座, 东区 of the core: they tell clients apart */
    bool common;              /* an own part that many firms share, or a core of two characters */
};

/* Words and places laid out for reading names. Lives as long as the arena; words and names are
 * lent. Not for two threads at a time. */
struct yk_name_book;
struct yk_name_book *yk_name_book_new(const struct yk_names *names, const struct yk_rules *words,
                                      struct yk_arena *a);
void yk_name_book_release(struct yk_name_book *book);

void yk_name_read(struct yk_name *out, const struct yk_name_book *book, const char *typed,
                  struct yk_arena *a);
/* An address without the region before it, folded like a name; empty where it holds no number. */
struct yk_glyphs yk_name_address(const struct yk_name_book *book, const char *typed,
                                 struct yk_arena *a);

/* 0..1. The own parts by Jaro's measure (M. A. Jaro, JASA 84 (1989) 414-420), which suits words of
 * two to four characters, times how well the trades agree. Where one name has brackets, the
 * better of its readings counts; where both have, they must agree outside and with them. A short
 * name made of characters of the longer one in their order, from the first (厦工, 厦门工程 机械),
 * is likely to be meant for it, no more. Branch, numbers and places do not enter. */
double yk_name_likeness(const struct yk_name *a, const struct yk_name *b);
/* Jaro's measure itself. */
double yk_name_jaro(struct yk_glyphs a, struct yk_glyphs b);
/* Both name a place, and not the same. */
bool yk_name_other_place(const struct yk_name *a, const struct yk_name *b);
/* Both name a branch, and not the same: 海沧 and 厦门海沧 are. */
bool yk_name_other_branch(const struct yk_name *a, const struct yk_name *b);
/* Categories of the form that no client can have both: school and logistics. */
bool yk_name_other_category(const struct yk_name_book *book, const char *one, const char *other);

#endif
