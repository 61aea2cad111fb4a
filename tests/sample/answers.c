/* answers.c - what people say at the door: fleet, fuel, habits, contacts, the surveyor's judgement.
 */
#include "sample.h"

#include <string.h>

#define PICK(c, list) list[chance_below(c, (int)(sizeof(list) / sizeof *(list)))]

/* One of the texts of "a|b|c". */
static const char *any(struct census *cs, const char *texts)
{
    int bars = 0, skip;

    for (const char *s = texts; *s; s++)
        bars += *s == '|';
    for (skip = chance_below(&cs->chance, bars + 1); skip; skip--)
        texts = strchr(texts, '|') + 1;
    return yk_arena_text(cs->arena, texts, strcspn(texts, "|"));
}

static bool one_of(const char *code, const char *codes)
{
    size_t n = strlen(code);

    for (const char *at = codes; (at = strstr(at, code)); at += n)
        if ((at == codes || at[-1] == ' ') && (at[n] == ' ' || !at[n]))
            return true;
    return false;
}

static bool is(const struct entry *e, const char *categories)
{
    return one_of(e->kind->category, categories);
}

static const char *source(struct chance *c)
{
    static const char *const sources[] = {"document", "manager", "manager", "manager", "driver",
                                          "driver",   "guard",   "guard",   "counted", "guess"};
    return PICK(c, sources);
}

static void put_day(struct census *cs, struct entry *e, const char *field, int days_after)
{
    char day[11];

    yk_day_write(day, e->day + days_after);
    put(cs, e, field, "%s", day);
}

static void draw_fleet(struct census *cs, struct entry *e)
{
    static const char *const owners[] = {"own", "own", "own", "own", "leased", "contracted"};
    struct chance *c = &cs->chance;

    for (size_t i = 0; i < 4 && e->kind->fleet[i].vehicle; i++) {
        const struct fleet_kind *k = &e->kind->fleet[i];
        if (!chance_percent(c, k->percent))
            continue;
        const struct use *u = use_of(k->vehicle);
        int one = chance_between(c, k->least, k->most),
            other = chance_between(c, k->least, k->most);
        struct vehicle v = {.class_code = k->vehicle, .fuel = k->fuel};
        v.owner = PICK(c, owners);
        v.count = one < other ? one : other; /* small fleets are the most frequent */
        if (chance_percent(c, 40))
            v.km_month = u->km_month / 100 * chance_between(c, 70, 130);
        if (chance_percent(c, 60))
            v.l_100km = u->l_100km;
        e->fleet[e->vehicles++] = v;
    }
}

const char *pack_fleet(struct yk_arena *a, const struct entry *e)
{
    const char *text = "";

    for (size_t i = 0; i < e->vehicles; i++)
        text = yk_arena_printf(a, "%s%s%s*%d*%s", text, i ? "; " : "", e->fleet[i].class_code,
                               e->fleet[i].count, e->fleet[i].fuel);
    return text;
}

const char *pack_contacts(struct yk_arena *a, const struct entry *e)
{
    const char *text = "";

    for (size_t i = 0; i < e->contacts; i++)
        text = yk_arena_printf(a, "%s%s%s*%s*%s*%s", text, i ? "; " : "", e->contact[i].role,
                               e->contact[i].name, e->contact[i].phone, e->contact[i].consent);
    return text;
}

/* Two digits are what people remember. */
static long rounded(long n)
{
    long unit = 1;

    while (n / unit >= 100)
        unit *= 10;
    return (n + unit / 2) / unit * unit;
}

/* Told litres a month in the unit of the speaker. Every twentieth is told in one unit and written
 * down in another; estimation must ask back. */
static void put_volume(struct census *cs, struct entry *e, const char *field,
                       const char *unit_field, long litres)
{
    struct chance *c = &cs->chance;
    long kilos = litres * (*field == 'g' ? 74 : 84) / 100, yuan = litres * 7;
    int dice = chance_below(c, 100);
    const char *unit = dice < 70 ? "l" : dice < 87 && kilos >= 200 ? "t" : "cny";

    if (dice < 2) /* tonnes as litres */
        put(cs, e, field, "%ld.%ld", kilos / 1000, kilos / 100 % 10);
    else if (dice < 3) /* a year as a month */
        put(cs, e, field, "%ld", rounded(litres * 12));
    else if (dice < 4) /* yuan as litres */
        put(cs, e, field, "%ld", rounded(yuan));
    else if (dice < 5) { /* litres as tonnes */
        put(cs, e, field, "%ld", rounded(litres));
        unit = "t";
    } else if (*unit == 'l')
        put(cs, e, field, "%ld", rounded(litres));
    else if (*unit == 't')
        put(cs, e, field, "%ld.%ld", kilos / 1000, kilos / 100 % 10);
    else
        put(cs, e, field, "%ld", rounded(yuan));
    put(cs, e, unit_field, "%s", unit);
}

static void put_volumes(struct census *cs, struct entry *e)
{
    struct chance *c = &cs->chance;
    long litres[2] = {0, 0}; /* gasoline, diesel */

    for (size_t i = 0; i < e->vehicles; i++) {
        const struct vehicle *v = &e->fleet[i];
        litres[*v->fuel == 'd'] +=
            (long)v->count * use_of(v->class_code)->litres_month * chance_between(c, 75, 125) / 100;
    }
    if (!chance_percent(c, 72) || litres[0] + litres[1] == 0)
        return;
    if (litres[0])
        put_volume(cs, e, "gas_month", "gas_unit", litres[0]);
    if (litres[1])
        put_volume(cs, e, "diesel_month", "diesel_unit", litres[1]);
    put(cs, e, "volume_source", "%s", source(c));
}

static void put_sizes(struct census *cs, struct entry *e)
{
    struct chance *c = &cs->chance;

    for (size_t i = 0; i < 5 && e->kind->size[i].field; i++) {
        const struct size_kind *s = &e->kind->size[i];
        int one = chance_between(c, s->least, s->most),
            other = chance_between(c, s->least, s->most);
        if (chance_percent(c, 85))
            put(cs, e, s->field, "%d", one < other ? one : other);
    }
    if (is(e, "community office_building mall parking_lot") && chance_percent(c, 60))
        put(cs, e, "property_company", "%s", any(cs, "屿安物业|禾岸物业|自管"));
    if (is(e, "factory_mine enterprise supermarket"))
        put(cs, e, "own_haulage", "%s", e->fleet[0].count > 4 ? "yes" : "no");
    if (is(e, "logistics bus_coach transient") && chance_percent(c, 70))
        put(cs, e, "main_routes", "%s", any(cs, "厦门-漳州|厦门-泉州|海沧港-灌口|厦门-龙岩"));
    if (is(e, "transient"))
        put(cs, e, "plate_prefix", "%s", chance_percent(c, 75) ? "闽D" : "闽E");
    if (is(e, "construction"))
        put_day(cs, e, "project_end", chance_between(c, 60, 900));
    if (is(e, "private_station"))
        put(cs, e, "resale_month_t", "%d", chance_between(c, 60, 420));
    if (is(e, "government institution school hospital") && chance_percent(c, 40))
        put_day(cs, e, "designated_until", chance_between(c, 20, 500));
}

void answer_fleet(struct census *cs, struct entry *e)
{
    struct chance *c = &cs->chance;
    int total = 0, electric = 0;

    draw_fleet(cs, e);
    for (size_t i = 0; i < e->vehicles; i++) {
        total += e->fleet[i].count;
        electric += strcmp(e->fleet[i].fuel, "electric") ? 0 : e->fleet[i].count;
    }
    if (!is(e, "private_station") && chance_percent(c, 92)) {
        put(cs, e, "vehicle_total", "%d", total);
        put(cs, e, "vehicle_source", "%s", source(c));
        if (electric || chance_percent(c, 20))
            put(cs, e, "nev_count", "%d", electric);
    }
    put_volumes(cs, e);
    put_sizes(cs, e);
    if (chance_percent(c, 15)) /* the total is known, the mix is not */
        e->vehicles = 0;
    if (e->vehicles)
        put(cs, e, "fleet_summary", "%s", pack_fleet(cs->arena, e));
    if (chance_percent(c, 25))
        put(cs, e, "season_months", "%s", any(cs, "m01 m02|m07 m08|m09 m10|m11 m12|m05 m06 m07"));
    if (is(e, "private_station") ||
        (is(e, "factory_mine logistics bus_coach construction") && chance_percent(c, 18))) {
        put(cs, e, "own_tank", "yes");
        put(cs, e, "own_tank_m3", "%d", chance_between(c, 5, 50));
    } else if (chance_percent(c, 60)) {
        put(cs, e, "own_tank", "no");
    }
    if (total > 3 && chance_percent(c, 20))
        put(cs, e, "nev_plan_12m", "%d", chance_between(c, 0, total / 3));
}

/* Where it refuels today, on what terms. */
static void put_supplier(struct census *cs, struct entry *e)
{
    static const char *const brands[] = {"sinopec", "sinopec", "petrochina", "private", "private",
                                         "cnooc",   "shell",   "delivery",   "unknown"};
    struct chance *c = &cs->chance;
    const char *brand = PICK(c, brands);
    int ours = chance_percent(c, 35) ? chance_between(c, 1, 9) * 10 : 0;

    if (!strcmp(got(cs, e, "own_tank"), "yes"))
        brand = "own_tank";
    put(cs, e, "current_brand", "%s%s", ours ? "own " : "", brand);
    if (chance_percent(c, 70))
        put(cs, e, "own_share_pct", "%d", ours);
    if (ours && chance_percent(c, 60)) {
        put(cs, e, "card_now", "%s", any(cs, "unit_multi|unit_single|personal|fleet"));
        if (chance_percent(c, 40))
            put_day(cs, e, "agreement_until", chance_between(c, -30, 400));
    }
    if (!one_of(brand, "unknown own_tank delivery")) {
        put(cs, e, "current_station", "%s",
            any(cs, "蓝屿加油站|马銮加油站|灌新加油站|海富加油站|银江加油站"));
        if (chance_percent(c, 45))
            put(cs, e, "competitor_discount", "0.%d", chance_between(c, 1, 8));
        if (chance_percent(c, 30))
            put_day(cs, e, "contract_until", chance_between(c, 10, 420));
    }
    if (chance_percent(c, 30)) {
        put(cs, e, "fills_week", "%d", chance_between(c, 1, 12));
        put(cs, e, "litres_fill", "%d", chance_between(c, 3, 30) * 10);
    }
}

void answer_habits(struct census *cs, struct entry *e)
{
    struct chance *c = &cs->chance;
    const char *const *s = e->kind->sensitive;
    int top = chance_below(c, 4);
    bool one_man = is(e, "transient restaurant");

    put_supplier(cs, e);
    put(cs, e, "payment", "%s",
        one_man ? "mobile"
                : any(cs, "transfer|fuel_card transfer|monthly transfer|mobile|reimburse"));
    put(cs, e, "settlement", "%s",
        one_man ? "on_spot" : any(cs, "prepaid|month|month|on_spot|quarter"));
    put(cs, e, "invoice", "%s",
        one_man                 ? "none"
        : chance_percent(c, 70) ? "vat_special"
                                : "vat_normal");
    put(cs, e, "procurement", "%s", e->kind->procurement);
    put(cs, e, "sensitivity", "%s %s", s[top], s[(top + 1) % 4]);
    put(cs, e, "sensitivity_top", "%s", s[top]);
    if (chance_percent(c, 45))
        put(cs, e, "discount_wanted", "0.%d", chance_between(c, 1, 9));
    if (chance_percent(c, 60))
        put(cs, e, "satisfaction_now", "%d", chance_between(c, 2, 5));
    if (chance_percent(c, 40) && !one_man)
        put(cs, e, "card_control", "%s",
            any(cs, "limit_plate|limit_plate limit_product|limit_day_amount|limit_plate limit_fill "
                    "limit_times"));
    put(cs, e, "card_type", "%s",
        one_man                                               ? "personal"
        : is(e, "logistics taxi_ride bus_coach construction") ? "fleet"
                                                              : "unit_multi");
    if (chance_percent(c, 60))
        put(cs, e, "cards_expected", "%d", chance_between(c, 1, 12));
}

void answer_people(struct census *cs, struct entry *e)
{
    static const char *const roles[] = {"decision_maker", "fleet_manager", "operator", "finance",
                                        "influencer"};
    static const char *const titles[] = {"经理", "车队长", "办公室主任", "后勤科长", ""};
    struct chance *c = &cs->chance;
    size_t most = chance_percent(c, 20) ? 2 : chance_percent(c, 90) ? 1 : 0;

    for (; e->contacts < most; e->contacts++) {
        int role = chance_below(c, 5);
        struct contact person = {.role = roles[role], .title = titles[role]};
        person.name = name_of_person(cs->arena, c);
        person.phone = name_of_phone(cs->arena, 2 * e->client + (int)e->contacts);
        person.consent = chance_percent(c, 85) ? "yes" : "no";
        person.note = chance_percent(c, 25) ? "上午方便" : "";
        e->contact[e->contacts] = person;
    }
    if (e->contacts)
        put(cs, e, "contact_summary", "%s", pack_contacts(cs->arena, e));
}

void answer_judgement(struct census *cs, struct entry *e)
{
    static const char *const remarks[] = {
        "老板说\"便宜就来\",再谈一次", "第一次去没人\n第二次见到车队长",
        "门口可停大车;晚上加油",       "月结账期15天",
        "与隔壁单位共用车队",          "想要上门办卡,再考虑"};
    struct chance *c = &cs->chance;

    put(cs, e, "intent", "%s", any(cs, "a|b|b|c|c|d"));
    put(cs, e, "difficulty", "%d", chance_between(c, 1, 5));
    put(cs, e, "barrier", "%s",
        any(cs, "none|price_gap|contract|price_gap "
                "credit|tender|relation|distance|card_hassle|no_authority"));
    put(cs, e, "risk", "%s",
        any(cs, "none|none|nev_shift|competitor|relocate|credit|person_change"));
    if (chance_percent(c, 25))
        put(cs, e, "policy_needed", "%s", any(cs, "每升优惠0.2元|月结30天|开专票|夜间送油"));
    if (chance_percent(c, 60))
        put_day(cs, e, "next_visit", chance_between(c, 3, 45));
    if (chance_percent(c, 35))
        put(cs, e, "remarks", "%s", PICK(c, remarks));
}
