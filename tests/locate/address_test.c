/* address_test.c - addresses taken apart: the table by hand (README.md), known roads, garbage. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/name_words_of.h"
#include "youka/base/text.h"
#include "youka/locate/address.h"

static struct yk_arena kept;
static struct yk_address_book *book;

static int lay_out(void **state)
{
    (void)state;
    struct yk_names all = towns_too(&kept, districts_of(&kept));
    book = yk_address_book_new(&all);
    yk_address_book_ready(book);
    return 0;
}

static int put_away(void **state)
{
    (void)state;
    yk_address_book_free(book);
    yk_arena_release(&kept);
    return 0;
}

/* As the table writes them: road=思明南路;number=195. */
static const char *parts_of(const struct yk_address *read, struct yk_arena *a)
{
    struct yk_buf out = {0};
    for (size_t i = 0; i < read->parts; i++) {
        const struct yk_address_part *p = &read->part[i];
        yk_buf_printf(&out, "%s%s=", i ? ";" : "", yk_part_code(p->part));
        for (size_t k = p->from; k < (size_t)p->from + p->n; k++) {
            char text[4];
            yk_buf_add(&out, text, yk_utf8_put(text, read->glyph[k]));
        }
    }
    const char *parts = yk_arena_text(a, out.text ? out.text : "", out.len);
    yk_buf_release(&out);
    return parts;
}

static const char *parts_in(const struct yk_address_book *by, const char *typed, struct yk_arena *a)
{
    struct yk_address read;
    memset(&read, 0xA5, sizeof read);
    yk_address_read(&read, by, typed);
    return parts_of(&read, a);
}

static void reads_the_table(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    const char *text = csv_text_of(&a, "tests/locate/addresses.csv");
    assert_non_null(text);
    struct yk_rows rows = csv_rows(&a, text);
    size_t other = 0;
    for (size_t i = 0; i < rows.count; i++) {
        const char *typed = yk_rows_at(&rows, i, 1), *want = yk_rows_at(&rows, i, 2);
        const char *got = parts_in(book, typed, &a);
        if (!strcmp(got, want))
            continue;
        print_message("%s %s\n  want %s\n  got  %s\n", yk_rows_at(&rows, i, 0), typed, want, got);
        other++;
    }
    assert_true(rows.count > 400);
    if (other)
        fail_msg("%zu of %zu addresses are read otherwise", other, rows.count);
    yk_arena_release(&a);
}

/* A road of the gazetteer goes before the rule that a road is what ends with 路. */
static void known_roads_come_first(void **state)
{
    (void)state;
    static const struct {
        const char *word, *typed, *without, *with;
    } rows[] = {
        {"place before it", "创新软件基地观日路52号", "road=创新软件基地观日路;number=52",
         "place=创新软件基地;road=观日路;number=52"},
        {"park before it", "软件园观日路52号", "place=软件园;road=观日路;number=52",
         "place=软件园;road=观日路;number=52"},
        {"no suffix", "海沧区厦蓉连接8号", "county=海沧区;place=厦蓉连接;number=8",
         "county=海沧区;road=厦蓉连接;number=8"},
        {"longer than known", "观日东路5号", "road=观日东路;number=5", "road=观日东路;number=5"},
        {"longest known", "观日路二段5号", "road=观日路二段;number=5", "road=观日路二段;number=5"},
        {"crossing", "软件园观日路望海路口", "place=软件园;road=观日路;cross=望海路",
         "place=软件园;road=观日路;cross=望海路"},
    };
    static const char *const known[] = {"观日路", "望海路", "厦蓉连接", "观日路二段"};
    struct yk_arena a = {0};
    struct yk_names all = districts_of(&a);
    struct yk_address_book *learned = yk_address_book_new(&all);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        yk_address_book_road(learned, known[i]);
    yk_address_book_ready(learned);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *without = parts_in(book, rows[i].typed, &a);
        const char *with = parts_in(learned, rows[i].typed, &a);
        if (strcmp(without, rows[i].without) != 0 || strcmp(with, rows[i].with) != 0)
            fail_msg("%s: %s, with the roads known %s", rows[i].word, without, with);
    }
    yk_address_book_free(learned);
    yk_arena_release(&a);
}

/* The smallest division, as the geocoder uses it: none where several bear the name. */
static void names_one_division_or_none(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *code;
    } rows[] = {
        {"厦门市集美区灌口镇", "350211102"},
        {"集美区石鼓路9号", "350211"},
        {"鼓楼区中山北路1号", ""},
        {"福州鼓楼区八一七路1号", "350102"},
        {"朝阳区建国路88号", ""},
        {"北京市朝阳区建国路88号", "110105"},
        {"吉林北京路12号", "220200"},
        {"福建", "350000"},
        {"杏前路204号", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct yk_address read;
        yk_address_read(&read, book, rows[i].typed);
        const char *code = read.district ? read.district->code : "";
        if (strcmp(code, rows[i].code) != 0)
            fail_msg("%s: %s", rows[i].typed, code);
    }
}

/* --- garbage -----------------------------------------------------------------------------------
 */

static uint64_t dice = 20260801;

static size_t below(size_t n)
{
    dice = dice * 6364136223846793005u + 1442695040888963407u;
    return (size_t)((dice >> 33) % n);
}

static void holds_together(const char *typed)
{
    struct yk_address read;
    memset(&read, 0xA5, sizeof read);
    yk_address_read(&read, book, typed);
    bool whole = read.parts <= YK_MOST_PARTS && read.glyphs <= 2 * YK_MOST_ADDRESS;
    for (size_t i = 0; whole && i < read.parts; i++) {
        const struct yk_address_part *p = &read.part[i];
        whole = p->part < YK_PARTS && *yk_part_why_code(p->why) && p->n &&
                (size_t)p->from + p->n <= read.glyphs;
    }
    if (!whole)
        fail_msg("parts do not hold together: %s", typed);
}

static const char *const pieces[] = {
    "福建省", "厦门", "思明区", "灌口", "街道", "镇",   "村",     "社",       "居委会", "路",
    "大道",   "街",   "里",     "巷",   "弄",   "号",   "号楼",   "栋",       "单元",   "层",
    "室",     "期",   "组",     "之",   "-",    "至",   "、",     "/",        "&",      "#",
    "(",      "（",   ")",      "】",   "与",   "近",   "交叉口", "路口",     "对面",   "旁",
    "东北角", "往东", "侧",     "米",   "公里", "K",    "+",      ".",        "G",      "国道",
    "线",     "第",   "负",     "地下", "附",   "甲",   "A",      "b",        "１",     "廿",
    "二十三", "一百", "〇",     "两",   "0",    "1234", "9",      "00000000", " ",      "　",
    "大厦",   "小区", "新村",   "医院", "政府", "不详", "无",     "电话",     "地址:",  "中国",
    "吉林",   "南",   "段",     "口",   "店面", "仓库", "码头",   "工业区",   "，",     "；"};

static void garbage_holds_together(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",
        "(",
        ")",
        "((((((((",
        ")))(((",
        "()()()()",
        "（【[〔",
        "\xff\xfe\x80",
        "路",
        "号",
        "-",
        "+",
        ".",
        "之",
        "第",
        "K+",
        "路(",
        "\xe8\xb7",
        "思明\xe8",
        "G",
        "附",
        "往",
        "负",
        "1",
        "AB12345678CDEF号",
        "新华路AB12345678CDEF号",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        holds_together(bad[i]);
    static const char *const again[] = {"1", "一", "路", "(", ")",   "之",   "A",
                                        "-", "号", "东", ",", "1号", "厦门", "\xf0\x9f\x98\x80"};
    for (size_t i = 0; i < sizeof again / sizeof *again; i++) {
        struct yk_buf text = {0};
        for (int k = 0; k < 2000; k++)
            yk_buf_add(&text, again[i], strlen(again[i]));
        holds_together(text.text);
        yk_buf_release(&text);
    }
    struct yk_buf text = {0};
    for (int i = 0; i < 10000; i++) {
        yk_buf_clear(&text);
        for (size_t left = 1 + below(40); left; left--) {
            char any[4];
            if (below(12))
                yk_buf_puts(&text, pieces[below(sizeof pieces / sizeof *pieces)]);
            else
                yk_buf_add(&text, any, yk_utf8_put(any, (uint32_t)below(0x110000) + 1));
        }
        holds_together(text.text);
    }
    yk_buf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_table),
        cmocka_unit_test(known_roads_come_first),
        cmocka_unit_test(names_one_division_or_none),
        cmocka_unit_test(garbage_holds_together),
    };
    return cmocka_run_group_tests(tests, lay_out, put_away);
}
