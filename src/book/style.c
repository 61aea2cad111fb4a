/* style.c - fonts, number formats and colours of a workbook. */
#include "parts.h"

const char yk_style_font[] = "微软雅黑";

enum {
    INK = 0x1F2933,
    GREY_INK = 0x6B7785,
    LINE = 0xC8D0D9,
    HEADING_GROUND = 0xDCE6F1,
    GROUP_GROUND_1 = 0xD9EAD8,
    GROUP_GROUND_2 = 0xFBE9D0,
    NEED_INK = 0xA61B12,
    INPUT_GROUND = 0xFFFBE0,
    INPUT_LINE = 0xC9A227,
};

static const char *const number_format[YK_FORMATS] = {
    [YK_AS_TEXT] = "@",          [YK_AS_WRAP] = "@",        [YK_AS_COUNT] = "#,##0",
    [YK_AS_DECIMAL] = "#,##0.0", [YK_AS_PERCENT] = "0%",    [YK_AS_DEGREES] = "0.000000",
    [YK_AS_DAY] = "yyyy-mm-dd",  [YK_AS_RATE] = "#,##0.00", [YK_AS_NUMBER] = "General",
};

static const struct {
    lxw_color_t ground, ink, mark; /* mark: in charts; ground 0: none */
    bool bold;
} tones[YK_TONES] = {
    [YK_TONE_PLAIN] = {0, INK, 0x3E6FA8, false},
    [YK_TONE_PLATINUM] = {0x7F8FA9, 0xFFFFFF, 0x4F6A94, true},
    [YK_TONE_GOLD] = {0xF6C445, 0x4A3600, 0xF0A81C, true},
    [YK_TONE_IRON] = {0xB4BEC8, 0x22303C, 0x8795A1, false},
    [YK_TONE_LEAD] = {0xE9ECEF, 0x5C6773, 0xC9CFD6, false},
    [YK_TONE_WARN] = {0xFBDCDC, 0x8C1C13, 0xD64545, false},
    [YK_TONE_MUTED] = {0, GREY_INK, 0x9AA5B1, false},
    [YK_TONE_STRONG] = {0, INK, 0x1F3A5F, true},
    [YK_TONE_LATE] = {0xC8372D, 0xFFFFFF, 0xC8372D, true},
    [YK_TONE_TODO] = {0xF4A79D, 0x5A120C, 0xF4A79D, false},
    [YK_TONE_BEGUN] = {0xFBE3A2, 0x4A3600, 0xF0C24B, false},
    [YK_TONE_DONE] = {0xA9D8B2, 0x12401D, 0x5FB272, false},
    [YK_TONE_ASIDE] = {0xC9CFD6, 0x3F4A54, 0x9AA5B1, false},
    [YK_TONE_NOBODYS] = {0xE8E4F3, 0x4B4266, 0xB9AEDC, false},
    [YK_TONE_LINK] = {0, 0x0B57A4, 0x0B57A4, false},
};

lxw_color_t yk_style_colour(enum yk_tone tone)
{
    return tones[tone].mark;
}

static lxw_format *new_format(struct yk_binder *b, double size, lxw_color_t ink)
{
    lxw_format *f = workbook_add_format(b->book);
    if (!f)
        yk_no_memory();
    format_set_font_name(f, yk_style_font);
    format_set_font_size(f, size);
    format_set_font_color(f, ink);
    format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
    return f;
}

static void frame(lxw_format *f, lxw_color_t colour)
{
    format_set_border(f, LXW_BORDER_THIN);
    format_set_border_color(f, colour);
}

static bool is_text(enum yk_format format)
{
    return format == YK_AS_TEXT || format == YK_AS_WRAP;
}

lxw_format *yk_style_body(struct yk_binder *b, const struct yk_column *column, enum yk_tone tone)
{
    lxw_format **f = &b->body[column->format][tone][column->input];
    if (*f)
        return *f;
    *f = new_format(b, 10, tones[tone].ink);
    format_set_num_format(*f, number_format[column->format]);
    frame(*f, column->input ? INPUT_LINE : LINE);
    if (is_text(column->format))
        format_set_text_wrap(*f);
    else
        format_set_align(*f, column->format == YK_AS_DAY ? LXW_ALIGN_CENTER : LXW_ALIGN_RIGHT);
    if (!is_text(column->format) && column->format != YK_AS_DAY)
        format_set_indent(*f, 1);
    if (tones[tone].bold)
        format_set_bold(*f);
    if (tone == YK_TONE_LINK)
        format_set_underline(*f, LXW_UNDERLINE_SINGLE);
    lxw_color_t ground = tones[tone].ground ? tones[tone].ground : column->input ? INPUT_GROUND : 0;
    if (ground)
        format_set_bg_color(*f, ground);
    return *f;
}

lxw_format *yk_style_role(struct yk_binder *b, enum yk_role role)
{
    static const double size[YK_ROLES] = {16, 9, 11};
    lxw_format **f = &b->role[role];
    if (*f)
        return *f;
    *f = new_format(b, size[role], role == YK_ROLE_NOTE ? GREY_INK : INK);
    format_set_num_format(*f, "@");
    if (role != YK_ROLE_NOTE)
        format_set_bold(*f);
    else
        format_set_text_wrap(*f);
    return *f;
}

static lxw_format *new_heading(struct yk_binder *b, lxw_color_t ground, lxw_color_t ink)
{
    lxw_format *f = new_format(b, 10, ink);
    format_set_bold(f);
    format_set_text_wrap(f);
    format_set_align(f, LXW_ALIGN_CENTER);
    format_set_bg_color(f, ground);
    frame(f, LINE);
    return f;
}

/* Groups that stand side by side differ in colour. The star comes from the number format: who reads
 * the heading finds its text alone. */
lxw_format *yk_style_heading(struct yk_binder *b, const struct yk_column *column)
{
    static const lxw_color_t ground[YK_GROUP_COLOURS] = {HEADING_GROUND, GROUP_GROUND_1,
                                                         GROUP_GROUND_2};
    static const char *const star[YK_NEEDS] = {"@", "\"☆\"@", "\"★\"@"};
    size_t colour = column->group ? 1 + (column->group - 1) % (YK_GROUP_COLOURS - 1) : 0;
    lxw_format **f = &b->heading[colour][column->need];
    if (*f)
        return *f;
    *f = new_heading(b, ground[colour], column->need == YK_NEED_ALWAYS ? NEED_INK : INK);
    format_set_num_format(*f, star[column->need]);
    return *f;
}
