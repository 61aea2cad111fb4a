/* address.h - a Chinese address taken apart (geocoding.md, «Address grammar»).
 *
 * Parts come in the order they stand in the address, each with its text made one: width, case and
 * spaces folded, numerals that count something as digits («二十三号» 23, «廿号» 20, «二期» 2), the
 * word that only says what sort of part it is taken off («195号» number 195, «3栋» building 3,
 * «2层» floor 2, «A座» building A, «3单元» unit 3, «205室» room 205, «5弄» lane 5, «3组» group 3).
 * Names keep theirs: 福建省, 思明区, 思明南路, 香莲里, 江头街道, 蔡塘村. */
#ifndef YOUKA_LOCATE_ADDRESS_H
#define YOUKA_LOCATE_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "youka/base/arena.h"
#include "youka/model/name.h"

enum yk_part {
    YK_PART_PROVINCE, /* 福建省; as the division's own full name, also where typed «福建» */
    YK_PART_CITY,     /* 厦门市 */
    YK_PART_COUNTY,   /* 思明区, 同安县 */
    YK_PART_TOWN,     /* 江头街道, 灌口镇, 某某乡 */
    YK_PART_VILLAGE,  /* 村, 社区, 居委会, 社 (hamlet) */
    YK_PART_ROAD, /* 路 街 大道 巷 里 胡同 …, with its 段: 人民南路四段; 里 only before a number */
    YK_PART_CROSS,     /* the other road of a crossing: X路与Y路(交叉口|交汇处|路口) */
    YK_PART_HIGHWAY,   /* G312, S201, X405: also from «312国道», «国道312» */
    YK_PART_KM,        /* 123.4 of K123+400 */
    YK_PART_LANE,      /* 弄, or a numbered 巷 behind a road */
    YK_PART_NUMBER,    /* house number behind a road, lane, village, group or place */
    YK_PART_NUMBER_TO, /* the end of a range: 1668-1676号; 76-132号 */
    YK_PART_SUB, /* 之1, 之10C, -1 behind 号 or not above the number (12-3号), 甲 乙 丙 丁 */
    YK_PART_GROUP, /* 组, 队, 生产队 */
    YK_PART_PLACE, /* estate, building, park, organisation: 世茂海峡大厦, 香山小区, 市第二医院 */
    YK_PART_PHASE,    /* 期 */
    YK_PART_BUILDING, /* 栋 幢 座 号楼 # */
    YK_PART_UNIT,     /* 单元, 梯 */
    YK_PART_FLOOR,    /* 层 楼 F; B1 below ground */
    YK_PART_ROOM,     /* 室 房 */
    YK_PART_ANCHOR,   /* what the address stands beside: 厦门大学 of 厦门大学对面 */
    YK_PART_RELATION, /* opposite 对面, beside 旁 侧 隔壁, near 附近, front 门口 前, behind 后面,
                         corner 角 of a crossing */
    YK_PART_BEARING, /* N NE E SE S SW W NW: 东北角, 往东, 东侧 */
    YK_PART_METRES,  /* 200 of 往东200米 */
    YK_PART_ASIDE,   /* what stood in brackets: a second address or a place name */
    YK_PARTS,
};
const char *yk_part_code(enum yk_part part); /* "province" …: as above, in small letters */

/* Why a run of characters is what it is called. */
enum yk_part_why {
    YK_BY_DIVISION, /* stands in the tree of divisions, below those before it */
    YK_BY_ROAD,     /* a road that the gazetteer knows */
    YK_BY_SUFFIX,   /* by its last characters: 路, 号, 大厦 */
    YK_BY_PATTERN,  /* by its shape: G312, K123+400, 12-3, 往东200米 */
    YK_BY_REST,     /* nothing else took it */
};
const char *yk_part_why_code(enum yk_part_why why); /* "division", "road", … */

enum { YK_MOST_PARTS = 24, YK_MOST_ADDRESS = 128 /* characters that are read */ };

/* Taken apart without the heap: the texts lie in `glyph`, so copies need yk_address_parts again. */
struct yk_address_part {
    enum yk_part part;
    enum yk_part_why why;
    uint16_t from, n; /* in glyph */
};
struct yk_address {
    uint32_t glyph[2 * YK_MOST_ADDRESS];
    size_t glyphs;
    struct yk_address_part part[YK_MOST_PARTS];
    size_t parts;
    /* The smallest division it names, else NULL; NULL also where several bear that name (鼓楼区).
     */
    const struct yk_district *district;
};

/* Divisions and known roads laid out for reading addresses. Reading does not change it: any number
 * of threads may. Districts are lent. */
struct yk_address_book;
struct yk_address_book *yk_address_book_new(const struct yk_names *divisions);
/* A road that addresses may name; folded by the book. */
void yk_address_book_road(struct yk_address_book *book, const char *name);
/* After the last road, before reading. More may follow, and then this again. */
void yk_address_book_ready(struct yk_address_book *book);
void yk_address_book_free(struct yk_address_book *book);

void yk_address_read(struct yk_address *out, const struct yk_address_book *book, const char *typed);
/* The first part of this sort, or n = 0. */
struct yk_glyphs yk_address_part(const struct yk_address *a, enum yk_part part);
/* As UTF-8, in the arena; "" where there is none. */
const char *yk_address_text(const struct yk_address *a, enum yk_part part, struct yk_arena *arena);

#endif
