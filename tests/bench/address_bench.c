/* address_bench.c - address_bench [PASSES]: microseconds to take an address apart, over the
 * addresses of tests/locate/addresses.csv, beside a plain decoding of the same UTF-8. Best of 300
 * short rounds, for other programs run on the machine. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../support/name_words_of.h"
#include "youka/base/text.h"
#include "youka/locate/address.h"

enum { ROUNDS = 300 };

static double now_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

struct work {
    const char **text;
    size_t n, times;
    const struct yk_address_book *book;
    size_t sum; /* so that no work is left out */
};
typedef void job(struct work *w, const char *text);

static void read_address(struct work *w, const char *text)
{
    struct yk_address a;
    yk_address_read(&a, w->book, text);
    w->sum += a.parts;
}

static void decode(struct work *w, const char *text)
{
    for (uint32_t c; (c = yk_utf8_next(&text));)
        w->sum += c;
}

static double best_us(struct work *w, job *one)
{
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
        double begin = now_us();
        for (size_t i = 0; i < w->n * w->times; i++)
            one(w, w->text[i % w->n]);
        double us = (now_us() - begin) / (double)(w->n * w->times);
        best = !round || us < best ? us : best;
    }
    return best;
}

int main(int argc, char **argv)
{
    struct yk_arena a = {0};
    const char *csv = csv_text_of(&a, "tests/locate/addresses.csv");
    if (!csv)
        YK_BUG("run it from the project's folder");
    struct yk_rows rows = csv_rows(&a, csv);
    struct yk_names all = towns_too(&a, districts_of(&a));
    double begin = now_us();
    struct yk_address_book *book = yk_address_book_new(&all);
    yk_address_book_ready(book);
    double laid_out = now_us() - begin;
    struct work w = {YK_ARENA_ARRAY(&a, const char *, rows.count), rows.count,
                     argc > 1 ? strtoul(argv[1], NULL, 10) : 2, book, 0};
    size_t bytes = 0;
    for (size_t i = 0; i < rows.count; i++) {
        w.text[i] = yk_rows_at(&rows, i, 1);
        bytes += strlen(w.text[i]);
    }
    double read = best_us(&w, read_address), decoded = best_us(&w, decode);
    printf("%zu divisions laid out in %.0f ms\n", all.districts, laid_out / 1e3);
    printf("%zu addresses of %.0f bytes: %.2f us each, decoding %.3f us, ratio %.0f (%zu)\n",
           rows.count, (double)bytes / (double)rows.count, read, decoded, read / decoded, w.sum);
    yk_address_book_free(book);
    yk_arena_release(&a);
    return 0;
}
