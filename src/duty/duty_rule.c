/*
 * duty_rule.c -- the rule of a duty: which records are its facts, and how it is judged.
 */
#include "duty/duty_rule.h"

#include "base/arena.h"

#define STARTS_MOST 16
#define ELEMENTS_MOST 200
/* Calendar rules are expanded over these years; docs/duties.md says so. */
#define DAYS_FROM ((struct date){ 2015, 1, 1 })
#define DAYS_UNTIL ((struct date){ 2045, 12, 31 })

const char *const rule_kind_names[] = {
	[RULE_STANDING] = "standing",
	[RULE_EXISTS] = "exists",
	[RULE_EVERY] = "every",
	[RULE_WITHIN] = "within",
	[RULE_PROMPTLY] = "promptly",
	[RULE_AFTER] = "after",
	[RULE_CONTAINS] = "contains",
	[RULE_EACH] = "each",
	[RULE_INFORMATION] = "information",
	[RULE_INFORMATION + 1] = NULL,
};

const char *rule_kind_name(enum rule_kind k)
{
	return rule_kind_names[k];
}

/* ---- how evidence is found ---- */

static bool read_over(struct duty_reading *r, const struct yaml *over, struct reach *out,
                      const struct record_type *from)
{
	static const char *const keys[] = { "subject", "evidence", NULL };
	const struct yaml *s = member(r->f, over, "subject", YAML_SCALAR);
	const struct yaml *e = member(r->f, over, "evidence", YAML_SCALAR);

	only_members(r->f, over, keys);
	out->way = WAY_OVER;
	out->from = s ? link_called(r, s, from, NULL) : -1;
	out->via = e ? link_called(r, e, out->type, NULL) : -1;
	return true;
}

/* Of a record of type `from`; null: of the organisation. */
static bool read_way(struct duty_reading *r, const struct yaml *map, struct reach *out,
                     const struct record_type *from)
{
	const struct yaml *via = member_if(r->f, map, "via", YAML_SCALAR);
	const struct yaml *to = member_if(r->f, map, "from", YAML_SCALAR);
	const struct yaml *over = member_if(r->f, map, "over", YAML_MAP);

	if ((via != NULL) + (to != NULL) + (over != NULL) > 1)
		return fault(r->f, map,
		             MESSAGE(N_("via, from and over exclude each other")), NULL);
	if (!from) {
		out->way = WAY_ALL;
		return !(via || to || over) ||
		       fault(r->f, map,
		             MESSAGE(N_("nothing links to the organisation itself")),
		             N_("Leave via, from and over out."));
	}
	if (over)
		return read_over(r, over, out, from);
	if (via) {
		out->way = WAY_VIA;
		out->via = link_called(r, via, out->type, from);
		return true;
	}
	if (to) {
		out->way = WAY_FROM;
		out->from = link_called(r, to, from, out->type);
		return true;
	}
	return fault(r->f, map,
	             MESSAGE(N_("it does not say how the evidence is linked")),
	             N_("Add via, from or over, or write of: subject."));
}

/* `of` with its way and conditions; false after a fault. */
static bool read_reach(struct duty_reading *r, const struct yaml *map, struct reach *out,
                       const struct record_type *from)
{
	const struct yaml *of = member(r->f, map, "of", YAML_SCALAR);

	*out = (struct reach){ .via = -1, .from = -1 };
	if (!of)
		return false;
	if (str_is(of->text, "subject")) {
		out->type = from;
		out->way = WAY_SELF;
		if (!from)
			return fault(r->f, of,
			             MESSAGE(N_("the organisation is no record here")),
			             N_("Name the type of record that is the evidence."));
	} else {
		out->type = type_named(r, map, "of");
		if (!out->type || !read_way(r, map, out, from))
			return false;
	}
	out->where = conditions_if(r, map, "where", out->type);
	return true;
}

static void read_evidence(struct duty_reading *r, const struct yaml *map,
                          const struct record_type *from, struct wanted_evidence *out)
{
	const struct yaml *at;

	out->until = -1;
	if (!read_reach(r, map, &out->reach, from))
		return;
	at = member_if(r->f, map, "at", YAML_SCALAR);
	if (at)
		out->at = moment_called(r, at, out->reach.type);
	out->until = field_if(r, map, "until", out->reach.type, BIT(T_DATE));
}

/* ---- spans, days, starts ---- */

static bool read_span(struct duty_reading *r, const struct yaml *map, const char *key,
                      struct span *out)
{
	const struct yaml *m = member_if(r->f, map, key, YAML_SCALAR);

	if (!m)
		return false;
	if (!span_parse(m->text, out))
		return fault(r->f, m, MESSAGE1(N_("%1 is no span of time"), m->text),
		             N_("Write P1Y, P30D, PT24H or “30 business days”."));
	return true;
}

static void read_days(struct duty_reading *r, const struct yaml *map, struct duty *out)
{
	const struct yaml *m = member_if(r->f, map, "days", YAML_SCALAR);
	struct days *days = ARENA_NEW(r->f->arena, struct days);
	struct message error;

	if (!m)
		return;
	if (observance_expand(r->f->arena, m->text, DAYS_FROM, DAYS_UNTIL, days, &error))
		fault(r->f, m, error, NULL);
	else
		out->rule.days = days;
}

static void read_calendar(struct duty_reading *r, const struct yaml *map, struct duty *out)
{
	const struct yaml *m = member_if(r->f, map, "calendar", YAML_SCALAR);

	if (m) {
		out->calendar = calendar_find(&r->all->calendars, m->text);
		if (!out->calendar)
			fault(r->f, m, MESSAGE1(N_("there is no calendar %1"), m->text),
			      N_("Name a file of content/calendars."));
	} else if (out->rule.span.business_days > 0) {
		fault(r->f, map, MESSAGE(N_("business days need a calendar")),
		      N_("Add calendar: and the name of a file of content/calendars."));
	}
}

/* span or `key`, lead, calendar. */
static void read_limit(struct duty_reading *r, const struct yaml *map, const char *key,
                       struct duty *out)
{
	out->rule.limited = read_span(r, map, key, &out->rule.span);
	read_span(r, map, "lead", &out->rule.lead);
	if (out->rule.lead.business_days > 0)
		fault(r->f, yaml_member(map, "lead"),
		      MESSAGE(N_("a lead is counted in days or months")), NULL);
	read_calendar(r, map, out);
}

/* The date of the subject that is itself the limit. */
static void read_by(struct duty_reading *r, const struct yaml *map, struct duty *out)
{
	const struct yaml *by = member_if(r->f, map, "by", YAML_SCALAR);
	struct moment *at = ARENA_NEW(r->f->arena, struct moment);

	if (!by)
		return;
	*at = (struct moment){ .kind = MOMENT_FIELD };
	at->field = field_called(r, by, out->subject, BIT(T_DATE));
	out->starts = at;
	out->start_count = 1;
	out->rule.by_date = out->rule.limited = true;
}

static void read_starts(struct duty_reading *r, const struct yaml *map, struct duty *out)
{
	const struct yaml *list = member_if(r->f, map, "starts", YAML_LIST);
	struct moment *at = arena_get(r->f->arena, STARTS_MOST * sizeof(*at));

	if (!list || !out->subject)
		return;
	for (const struct yaml *y = list->first; y && out->start_count < STARTS_MOST;
	     y = y->next)
		at[out->start_count++] = moment_called(r, y, out->subject);
	out->starts = at;
}

static void wants_starts(struct duty_reading *r, const struct yaml *map, struct duty *out)
{
	read_starts(r, map, out);
	if (out->start_count == 0)
		fault(r->f, map, MESSAGE(N_("it does not say when its clock starts")),
		      N_("Add starts: and fields of the subject."));
}

/* ---- one kind each ---- */

static void read_standing(struct duty_reading *r, const struct yaml *m, struct duty *out)
{
	read_evidence(r, m, out->subject, &out->wanted);
}

static void read_exists(struct duty_reading *r, const struct yaml *m, struct duty *out)
{
	read_evidence(r, m, out->subject, &out->wanted);
	read_starts(r, m, out);
	read_limit(r, m, "span", out);
}

static void read_every(struct duty_reading *r, const struct yaml *m, struct duty *out)
{
	read_evidence(r, m, out->subject, &out->wanted);
	read_limit(r, m, "span", out);
	read_days(r, m, out);
	if (out->rule.limited == (yaml_member(m, "days") != NULL))
		fault(r->f, m, MESSAGE(N_("either a span or days must be there")), NULL);
}

static void read_within(struct duty_reading *r, const struct yaml *m, struct duty *out)
{
	read_evidence(r, m, out->subject, &out->wanted);
	read_limit(r, m, "span", out);
	if (yaml_member(m, "by")) {
		if (out->rule.limited || yaml_member(m, "starts"))
			fault(r->f, yaml_member(m, "by"),
			      MESSAGE(N_("by excludes starts and span")), NULL);
		read_by(r, m, out);
		return;
	}
	wants_starts(r, m, out);
	if (!out->rule.limited)
		fault(r->f, m, MESSAGE1(N_("%1 is missing"), STR("span")), NULL);
}

static void read_promptly(struct duty_reading *r, const struct yaml *m, struct duty *out)
{
	read_evidence(r, m, out->subject, &out->wanted);
	wants_starts(r, m, out);
	read_limit(r, m, "target", out);
}

static void read_after(struct duty_reading *r, const struct yaml *m, struct duty *out)
{
	static const char *const answers[] = { "undecided", "yes", "no" };
	const struct yaml *y = member(r->f, m, "touches", YAML_SCALAR);

	read_evidence(r, m, out->subject, &out->wanted);
	wants_starts(r, m, out);
	read_limit(r, m, "span", out);
	out->touches = y ? field_called(r, y, out->subject, BIT(T_CHOICE)) : -1;
	if (out->touches < 0)
		return;
	const struct field *f = &out->subject->fields.at[out->touches];
	for (size_t i = 0; i < f->choices.count; i++) {
		bool known = false;

		for (size_t k = 0; k < COUNT(answers); k++)
			known = known || !strcmp(f->choices.at[i].name, answers[k]);
		if (!known)
			fault(r->f, y,
			      MESSAGE1(
				      N_("%1 has other choices than undecided, yes and no"),
				      y->text),
			      NULL);
	}
}

static void read_elements(struct duty_reading *r, const struct yaml *m,
                          struct required_parts *out)
{
	const struct yaml *list = member(r->f, m, "elements", YAML_LIST);
	struct str *at = arena_get(r->f->arena, ELEMENTS_MOST * sizeof(*at));

	for (const struct yaml *y = list ? list->first : NULL;
	     y && out->element_count < ELEMENTS_MOST; y = y->next) {
		if (out->checklist && !pack_element_find(out->checklist, y->text))
			fault(r->f, y,
			      MESSAGE1(N_("the checklist has no element %1"), y->text),
			      N_("Name an element of the pack's checklist."));
		at[out->element_count++] = y->text;
	}
	out->elements = at;
}

static void read_contains(struct duty_reading *r, const struct yaml *m, struct duty *out)
{
	const struct yaml *pack = member(r->f, m, "checklist", YAML_SCALAR);
	const struct yaml *element = member(r->f, m, "element", YAML_SCALAR);
	const struct yaml *tested = member_if(r->f, m, "tested", YAML_MAP);
	struct required_parts *parts = &out->parts;

	if (!out->subject)
		fault(r->f, m, MESSAGE(N_("only a record contains something")),
		      N_("Name the type of record as subject."));
	parts->checklist = pack ? pack_with_checklist(r->packs, pack->text) : NULL;
	if (pack && !parts->checklist)
		fault(r->f, pack, MESSAGE1(N_("no pack %1 has a checklist"), pack->text),
		      NULL);
	read_elements(r, m, parts);
	read_evidence(r, m, out->subject, &out->wanted);
	parts->element = element && out->wanted.reach.type
	                         ? field_called(r, element, out->wanted.reach.type,
	                                        BIT(T_LINE) | BIT(T_CHOICE))
	                         : -1;
	parts->part = field_if(r, m, "part", out->wanted.reach.type,
	                       BIT(T_LINE) | BIT(T_CHOICE));
	parts->approved = conditions_if(r, m, "approved", out->subject);
	if (tested) {
		static const char *const keys[] = { "of",    "via", "from", "over",
			                            "where", "at",  NULL };

		only_members(r->f, tested, keys);
		read_evidence(r, tested, out->subject, &parts->tested);
		if (!yaml_member(m, "span"))
			fault(r->f, tested, MESSAGE1(N_("%1 is missing"), STR("span")),
			      NULL);
	}
	read_limit(r, m, "span", out);
}

static void read_carried(struct duty_reading *r, const struct yaml *c,
                         const struct record_type *t, struct occurrences *out)
{
	const struct yaml *at = member_if(r->f, c, "at", YAML_SCALAR);

	if (!read_reach(r, c, &out->record, t))
		return;
	out->record_windowed = read_span(r, c, "within_last", &out->record_within);
	if (at)
		out->record_at = moment_called(r, at, out->record.type);
}

static void read_carries(struct duty_reading *r, const struct yaml *m,
                         struct occurrences *out)
{
	static const char *const keys[] = { "field", "step", "of", "via", "from", "over",
		                            "where", "at", "within_last", NULL };
	const struct yaml *c = member(r->f, m, "carries", YAML_MAP);
	const struct record_type *t = out->reach.type;

	if (!c || !t)
		return;
	only_members(r->f, c, keys);
	const struct yaml *field = member_if(r->f, c, "field", YAML_SCALAR);
	const struct yaml *step = member_if(r->f, c, "step", YAML_SCALAR);
	if (field) {
		out->carries = CARRIES_FIELD;
		out->field = field_called(r, field, t, UINT64_MAX);
	} else if (step) {
		out->carries = CARRIES_STEP;
		out->step = step_called(r, step, step->text, t);
	} else {
		out->carries = CARRIES_RECORD;
		read_carried(r, c, t, out);
	}
}

static void read_each(struct duty_reading *r, const struct yaml *m, struct duty *out)
{
	const struct yaml *starts = member_if(r->f, m, "at", YAML_SCALAR);
	struct occurrences *each = &out->each;

	if (!read_reach(r, m, &each->reach, out->subject))
		return;
	each->share = member_number_if(r->f, m, "share", 100, 100);
	each->windowed = read_span(r, m, "within_last", &each->within);
	if (starts)
		each->at = moment_called(r, starts, each->reach.type);
	read_carries(r, m, each);
	read_limit(r, m, "span", out);
}

static void read_information(struct duty_reading *r, const struct yaml *m, struct duty *out)
{
	(void)r;
	(void)m;
	(void)out;
}

#define EVIDENCE "of", "via", "from", "over", "where", "at"
static const char *const standing_keys[] = { EVIDENCE, "until", "ground", NULL };
static const char *const exists_keys[] = { EVIDENCE,   "starts", "span", "lead",
	                                   "calendar", "ground", NULL };
static const char *const every_keys[] = { EVIDENCE,   "span",   "days", "lead",
	                                  "calendar", "ground", NULL };
static const char *const within_keys[] = { EVIDENCE, "starts",   "span",   "by",
	                                   "lead",   "calendar", "ground", NULL };
static const char *const promptly_keys[] = { EVIDENCE,   "starts", "target", "lead",
	                                     "calendar", "ground", NULL };
static const char *const after_keys[] = { EVIDENCE, "starts",   "touches", "span",
	                                  "lead",   "calendar", "ground",  NULL };
static const char *const contains_keys[] = {
	EVIDENCE,   "checklist", "elements", "element", "part",
	"approved", "tested",    "span",     "lead",    "calendar", NULL
};
static const char *const each_keys[] = { EVIDENCE, "carries", "within_last", "share",
	                                 "span",   "lead",    "calendar",    NULL };
static const char *const information_keys[] = { NULL };

struct rule_reader {
	const char *const *keys;
	void (*read)(struct duty_reading *r, const struct yaml *m, struct duty *out);
};
static const struct rule_reader readers[] = {
	[RULE_STANDING] = { standing_keys, read_standing },
	[RULE_EXISTS] = { exists_keys, read_exists },
	[RULE_EVERY] = { every_keys, read_every },
	[RULE_WITHIN] = { within_keys, read_within },
	[RULE_PROMPTLY] = { promptly_keys, read_promptly },
	[RULE_AFTER] = { after_keys, read_after },
	[RULE_CONTAINS] = { contains_keys, read_contains },
	[RULE_EACH] = { each_keys, read_each },
	[RULE_INFORMATION] = { information_keys, read_information },
};

static void read_ground(struct duty_reading *r, const struct yaml *m, struct duty *out)
{
	const struct yaml *ground = member_if(r->f, m, "ground", YAML_SCALAR);

	out->on_word = ground && str_is(ground->text, "on_word");
	if (ground && !out->on_word)
		fault(r->f, ground, MESSAGE(N_("ground can only be on_word")),
		      N_("Leave it out: it is worked out."));
}

void rule_read(struct duty_reading *r, const struct yaml *map, struct duty *out)
{
	const struct yaml *found = NULL;

	for (size_t k = 0; k < COUNT(readers); k++) {
		const struct yaml *m = member_if(r->f, map, rule_kind_names[k], YAML_MAP);

		if (!m)
			continue;
		if (found)
			fault(r->f, m, MESSAGE(N_("a duty has one rule only")), NULL);
		found = m;
		out->rule.kind = (enum rule_kind)k;
	}
	if (!found) {
		fault(r->f, map, MESSAGE(N_("the duty has no rule")),
		      N_("Add one of the rules that the description of duties lists."));
		return;
	}
	const struct rule_reader *reader = &readers[out->rule.kind];
	only_members(r->f, found, reader->keys);
	reader->read(r, found, out);
	read_ground(r, found, out);
}
