/* words.h - what the views share: codes in the reader's words, numbers as people write them. */
#ifndef YOUKA_SRC_REPORT_WORDS_H
#define YOUKA_SRC_REPORT_WORDS_H

#include "youka/model/rival.h"
#include "youka/report/report.h"

#define YK_COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* What people read instead of a code: an N_() sentence; the code itself where the table lacks it.
 */
struct yk_word {
    const char *code, *said;
};
const char *yk_word_of(const struct yk_word *table, size_t count, const char *code);

/* All texts lie in the sheets' arena or are lent. */
const char *yk_word_choice(const struct yk_view *v, const char *list, const char *codes);
const char *yk_word_rule(const struct yk_view *v, const char *list, const char *codes);
const char *yk_word_question(const struct yk_view *v, const char *code);
/* An answer in words: choices by label, dates and numbers as they are. */
const char *yk_word_answer(const struct yk_view *v, const char *code, const char *text);
/* words_place.c: how a place was found, what an address is made of, all by code. */
const char *yk_word_verdict(enum yk_verdict verdict);
const char *yk_word_method(const char *code);
const char *yk_word_outcome(const char *code);
const char *yk_word_part(const char *code);
/* Directions and relations in words, other texts as they are. */
const char *yk_word_part_text(const char *part, const char *text);
const char *yk_word_part_why(const char *code);
const char *yk_word_source(const char *code); /* of an entry that gave evidence */
const char *yk_word_flag(const char *code);
/* "4/6": how many of the six facts are known of a door. */
const char *yk_word_facts(const struct yk_view *v, size_t door);
/* 12,345 with `decimals` places; "" for NAN. */
const char *yk_word_number(const struct yk_view *v, double value, int decimals);
const char *yk_word_clock(const struct yk_view *v, int minutes); /* after midnight: "09:05" */
const char *yk_word_day(const struct yk_view *v, yk_day day);
/* 王**, 138****5678 unless the view is unmasked. */
const char *yk_word_person(const struct yk_view *v, const char *name);
const char *yk_word_phone(const struct yk_view *v, const char *phone);
/* "a; b" in the reader's punctuation; either may be "". */
const char *yk_word_join(const struct yk_view *v, const char *a, const char *b);
/* One reason of an estimate: 「负责人:9 吨/月 → 12,000 升/月,占 79%」. */
const char *yk_word_piece(const struct yk_view *v, const struct yk_piece *piece);
/* All reasons, the weightiest first. */
const char *yk_word_reasons(const struct yk_view *v, const struct yk_estimate *e);
/* The same in short: 「门卫 18 辆 79%;同类客户 21%」. */
const char *yk_word_weights(const struct yk_view *v, const struct yk_estimate *e);
/* What a told amount may have been meant as: 「36,000 升/月:更像 升/年(60%)」; "" of others.
 * as_stated: its likeliest unit is the one that was written down, a month. */
bool yk_piece_as_stated(const struct yk_piece *piece);
const char *yk_word_meant(const struct yk_view *v, const struct yk_piece *piece);
const char *yk_word_grades(const struct yk_view *v, const struct yk_estimate *e);

/* The rules in force: 「系数版本 de5098c2d48d」, 「随程序的默认系数」. */
/* Confidence letters of rules.h in words. */
const char *yk_word_standing(const char *letters);
/* The source of a coefficient; one that is judgement alone in the reader's words. */
const char *yk_word_basis(const char *source);
const char *yk_word_rules(const struct yk_view *v);
/* words_plan.c: 「单价优惠 200 元/吨,一年 21,312 元;公司领导」; "" where nothing is asked for. */
const char *yk_word_request(const struct yk_view *v, const struct yk_request *request);
/* 「200 元/吨」: its amount. Of a request with terms. */
const char *yk_word_amount(const struct yk_view *v, const struct yk_request *request);
const char *yk_word_card(const struct yk_view *v, const struct yk_card_advice *card);
/* Red ones first, "" where all is green. */
const char *yk_word_risks(const struct yk_view *v, const enum yk_risk_level level[YK_RISKS]);
/* 「蓝屿加油站」, 「中国石化(未说明哪座站)」, 「本公司」. */
const char *yk_word_rival(const struct yk_view *v, const struct yk_rival *rival);
/* What speaks for its stance: first what speaks for a push. */
const char *yk_word_rival_why(const struct yk_view *v, const struct yk_rival *rival);
const char *yk_word_change_why(const struct yk_view *v, const struct yk_change *change);
/* sales_words.c: what a client bought from us: 「12,000 升/月,下滑,环比 -35%」; "" without sales.
 */
const char *yk_word_sales(const struct yk_view *v, size_t client);
const char *yk_word_sales_status(enum yk_sales_status status);

/* Why two doors may be one client: 「名称相似 95%;相距 40 米;…」. */
const char *yk_word_pair(const struct yk_view *v, const struct yk_pair *pair);
/* File and line of the last answers of a door: 「census.csv 第 12 行」; "" where none is known. */
const char *yk_word_origin(const struct yk_view *v, const struct yk_door *door);
/* The pairs of some kinds (bits 1 << enum yk_pair_kind), with ids to type. */
void yk_pairs_table(struct yk_view *v, struct yk_sheet *sheet, const char *name, const char *title,
                    unsigned kinds, const bool *chosen);
/* The start of an id, long enough to type. */
const char *yk_word_id(const struct yk_view *v, const struct yk_id *id);

enum yk_tone yk_tone_of_tier(const char *tier);
const char *yk_door_text(const struct yk_door *door, const char *code); /* "" when not answered */
/* chosen: a flag a station, by owner; NULL: all. */
bool yk_client_chosen(const struct yk_view *v, size_t client, const bool *chosen);
struct yk_cell yk_door_number(const struct yk_door *door, const char *code);
/* Means a number that is not there is an empty cell. */
struct yk_cell yk_some_number(double value);
struct yk_cell yk_toned(struct yk_cell cell, enum yk_tone tone);
/* The last day of a week of the schedule; the first week begins today. */
yk_day yk_week_end(const struct yk_territory *t, int week);

#endif
