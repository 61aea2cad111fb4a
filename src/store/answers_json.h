/* answers_json.h - answers as one JSON object, the form in which every engine keeps them. */
#ifndef YOUKA_STORE_ANSWERS_JSON_H
#define YOUKA_STORE_ANSWERS_JSON_H

#include "youka/base/texts.h"
#include "youka/model/answer.h"

/* {"code":"text",…,"fleet":[{…},…],"_typed":{"code":"as typed"}}: a text is an answer, a list a
 * repeat, an object what was typed; lines of a repeat look the same. Appended to the buffer. */
void yk_answers_pack(struct yk_buf *to, const struct yk_answers *answers);
/* [["missing","phone"],…] */
void yk_flags_pack(struct yk_buf *to, const struct yk_flag *flag, size_t flags);
/* A number, null for NAN and infinity. */
void yk_json_number(struct yk_buf *to, double value);

/* Reads packed text back, into the arena. Owner's room is reused from row to row; init with {0}.
 * texts, codes: of the same arena; NULL: every text is kept by itself. Codes are few and looked up
 * again and again: among other texts they would be forgotten and lie about in hundreds of copies.
 */
struct yk_unpacker {
    struct yk_texts *texts, *codes;
    struct yk_answer *answer;
    struct yk_answer_line *line;
    struct yk_repeat *repeat;
    size_t answers, lines, repeats, answer_room, line_room, repeat_room;
};
/* False when the text is not what pack writes: the database is damaged. */
bool yk_answers_unpack(struct yk_answers *out, struct yk_unpacker *u, const char *json,
                       struct yk_arena *a);
bool yk_flags_unpack(struct yk_flag **out, size_t *flags, struct yk_unpacker *u, const char *json,
                     struct yk_arena *a);
void yk_unpacker_release(struct yk_unpacker *u);

#endif
