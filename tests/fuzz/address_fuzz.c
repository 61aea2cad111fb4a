/* address_fuzz.c - any bytes as an address, read with the divisions of geodata and a few roads. */
#include "fuzz.h"

#include <string.h>

#include "../support/name_words_of.h"
#include "youka/locate/address.h"

static struct yk_address_book *book_of(struct yk_arena *a)
{
    static const char *const road[] = {"思明南路", "新华路", "环城路二段", "312国道"};
    struct yk_names all = towns_too(a, districts_of(a));
    struct yk_address_book *book = yk_address_book_new(&all);
    for (size_t i = 0; i < sizeof road / sizeof *road; i++)
        yk_address_book_road(book, road[i]);
    yk_address_book_ready(book);
    return book;
}

/* Every part lies within the text, in its order, and is of a sort and a reason that have names. */
static void look_at(const struct yk_address *read, struct yk_arena *a)
{
    if (read->parts > YK_MOST_PARTS || read->glyphs > 2 * YK_MOST_ADDRESS)
        __builtin_trap();
    for (size_t i = 0; i < read->parts; i++) {
        const struct yk_address_part *p = &read->part[i];
        if ((size_t)p->from + p->n > read->glyphs || !*yk_part_code(p->part) ||
            !*yk_part_why_code(p->why) || !yk_address_text(read, p->part, a))
            __builtin_trap();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    static struct yk_arena kept;
    static struct yk_address_book *book;
    struct yk_arena a = {0};
    struct yk_address read, again;
    if (!book)
        book = book_of(&kept);
    const char *typed = yk_arena_text(&a, (const char *)bytes, n);
    memset(&read, 0xA5, sizeof read);
    memset(&again, 0x5A, sizeof again);
    yk_address_read(&read, book, typed);
    yk_address_read(&again, book, typed);
    look_at(&read, &a);
    if (again.parts != read.parts || again.district != read.district)
        __builtin_trap(); /* what was in the struct before changes nothing */
    yk_arena_release(&a);
    return 0;
}
