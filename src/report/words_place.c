/* words_place.c - places in words: how they were found, what an address is made of. */
#include <string.h>

#include "words.h"
#include "youka/base/say.h"

const char *yk_word_verdict(enum yk_verdict verdict)
{
    static const struct yk_word table[] = {
        {"in", N_("inside the trading area")},
        {"edge", N_("on the edge of the trading area")},
        {"out", N_("outside the trading area")},
        {"unknown", N_("place not known")},
    };
    return yk_word_of(table, YK_COUNT_OF(table), yk_verdict_code(verdict));
}

const char *yk_word_method(const char *code)
{
    static const struct yk_word table[] = {
        {"gps", N_("GPS at the door")},
        {"typed_wgs84", N_("typed, WGS-84")},
        {"typed_gcj02", N_("typed, GCJ-02")},
        {"typed_bd09", N_("typed, BD-09")},
        {"typed_cgcs2000", N_("typed, CGCS2000")},
        {"datum_unknown", N_("typed, datum not known")},
        {"none", N_("neither a coordinate nor an address that is known")},
        {"elsewhere", N_("the address names another district")},
        {"same_code", N_("the same credit code")},
        {"same_name", N_("the same name")},
        {"exact_number", N_("the same road and number")},
        {"between_numbers", N_("between two numbers of the road")},
        {"nearest_number", N_("beside the nearest number of the road")},
        {"crossing", N_("a crossing")},
        {"shared_node", N_("where the two roads meet")},
        {"named_crossing", N_("an entry at that crossing")},
        {"nearest_doors", N_("where doors of both roads are nearest")},
        {"landmark", N_("a landmark")},
        {"beside_landmark", N_("beside a landmark")},
        {"beside_station", N_("beside the station")},
        {"place", N_("a place by its name")},
        {"same_place", N_("the place of that name")},
        {"lies_in_place", N_("an entry in that place")},
        {"alike_place", N_("a place with a name like it")},
        {"place_in_name", N_("a place that the client's name holds")},
        {"road", N_("the road")},
        {"along_road", N_("the middle of the road in the trading area")},
        {"doors_of_road", N_("the middle of the road's known doors")},
        {"unit", N_("a village, an estate, a town")},
        {"middle_of_unit", N_("the middle of what is known there")},
    };
    return yk_word_of(table, YK_COUNT_OF(table), code ? code : "none");
}

const char *yk_word_outcome(const char *code)
{
    static const struct yk_word table[] = {
        {"found", N_("found")},
        {"not_said", N_("the address does not say so")},
        {"no_entry", N_("no entry in the gazetteer")},
        {"far", N_("only entries too far away")},
        {"ambiguous", N_("several, far from one another")},
    };
    return yk_word_of(table, YK_COUNT_OF(table), code);
}

const char *yk_word_source(const char *code)
{
    static const struct yk_word table[] = {
        {"clients", N_("surveyed clients")},
        {"stations", N_("our stations")},
        {"competitors", N_("rivals' stations")},
    };
    return yk_word_of(table, YK_COUNT_OF(table), code);
}

const char *yk_word_part(const char *code)
{
    static const struct yk_word table[] = {
        {"province", N_("province")},
        {"city", N_("city")},
        {"county", N_("county or district")},
        {"town", N_("town or subdistrict")},
        {"village", N_("village or community")},
        {"road", N_("road")},
        {"cross", N_("crossing road")},
        {"highway", N_("highway")},
        {"km", N_("kilometre")},
        {"lane", N_("lane")},
        {"number", N_("house number")},
        {"number_to", N_("to number")},
        {"sub", N_("door of the number")},
        {"group", N_("group")},
        {"place", N_("place name")},
        {"phase", N_("phase")},
        {"building", N_("building")},
        {"unit", N_("staircase")},
        {"floor", N_("floor")},
        {"room", N_("room")},
        {"anchor", N_("landmark")},
        {"relation", N_("lies how")},
        {"bearing", N_("which way")},
        {"metres", N_("how many metres")},
        {"aside", N_("in brackets")},
    };
    return yk_word_of(table, YK_COUNT_OF(table), code);
}

const char *yk_word_part_why(const char *code)
{
    static const struct yk_word table[] = {
        {"division", N_("in the list of divisions")}, {"road", N_("a known road")},
        {"suffix", N_("by its last word")},           {"pattern", N_("by its shape")},
        {"rest", N_("nothing else took it")},
    };
    return yk_word_of(table, YK_COUNT_OF(table), code);
}

const char *yk_word_part_text(const char *part, const char *text)
{
    static const struct yk_word table[] = {
        {"N", N_("north")},
        {"NE", N_("north-east")},
        {"E", N_("east")},
        {"SE", N_("south-east")},
        {"S", N_("south")},
        {"SW", N_("south-west")},
        {"W", N_("west")},
        {"NW", N_("north-west")},
        {"opposite", N_("opposite")},
        {"beside", N_("beside it")},
        {"near", N_("near it")},
        {"front", N_("in front of it")},
        {"behind", N_("behind it")},
        {"corner", N_("at its corner")},
    };
    bool coded = !strcmp(part, "bearing") || !strcmp(part, "relation");
    return coded ? yk_word_of(table, YK_COUNT_OF(table), text) : text;
}
