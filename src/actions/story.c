/* story.c -- what people did, line by line, done through the store. */
#include "actions/story_parts.h"

#include <stdarg.h>

#include "identity/identity.h"
#include "records/organisation.h"

#define PASSWORD "correct horse battery staple"
#define MORNING (INT64_C(17) * 3600 * US_PER_SECOND)
#define BETWEEN_LINES (INT64_C(97) * US_PER_SECOND)

bool story_complain(struct story *s, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(s->complaint, sizeof s->complaint, format, args);
	va_end(args);
	return false;
}

const char *story_complaint(const struct story *s)
{
	return s->complaint;
}

const char *story_reasons(struct story *s, const struct refusal *why)
{
	struct text t = text_on(s->arena, 4000);

	for (size_t i = 0; i < why->count; i++) {
		text_addz(&t, i > 0 ? ", " : "");
		if (why->at[i].field >= 0 && s->type)
			text_addf(&t, "%s ", s->type->fields.at[why->at[i].field].name);
		text_add(&t, message_fill(s->arena, why->at[i].why.id, &why->at[i].why));
	}
	return str_z(s->arena, text_str(&t));
}

struct story *story_new(struct arena *a, struct store *store, struct id org)
{
	struct story *s = ARENA_NEW(a, struct story);

	*s = (struct story){ .arena = a, .store = store, .org = org };
	return s;
}

void story_packs(struct story *s, const struct packs *packs)
{
	s->packs = packs;
}

void story_inside(struct story *s, struct act *a)
{
	s->outer = a;
}

void story_day(struct story *s, struct date d)
{
	s->today = d;
	s->now = instant_from_date(d);
	s->now.us += MORNING;
	if (!s->outer)
		store_set_clock(s->store, s->now);
}

/* ---- doing ---- */
struct doing {
	struct story *story;
	story_act *act;
};

static enum fail run(struct act *a, void *arg)
{
	struct doing *d = arg;

	d->story->why = refusal_on(d->story->arena);
	return d->act(a, d->story);
}

enum fail story_do(struct story *s, const struct actor *who, story_act *act, bool writes)
{
	struct doing d = { .story = s, .act = act };
	struct act inside;

	if (!s->outer)
		return writes ? store_write(s->store, who, s->arena, run, &d)
		              : store_read(s->store, who, s->arena, run, &d);
	inside = *s->outer;
	inside.actor = who;
	inside.now = s->now;
	inside.today = s->today;
	enum fail f = run(&inside, &d);
	s->outer->types = inside.types; /* fields of the organisation may have been added */
	return f;
}

/* ---- who ---- */
static bool known(struct story *s, struct str login, const struct actor **out)
{
	for (size_t i = 0; i < s->cast_count; i++)
		if (str_equal(s->cast[i].login, login)) {
			*out = s->cast[i].actor;
			return true;
		}
	return false;
}

static bool actor_named(struct story *s, struct str login, const struct actor **out)
{
	struct session session;
	enum fail f;

	if (s->outer)
		return known(s, login, out) ||
		       story_complain(s, "nobody is called %.*s", STR_ARG(login));
	f = session_of_proxy(s->store, s->arena, login, &session);
	*out = session.actor;
	return f == OK || story_complain(s, "nobody is called %.*s (%s)", STR_ARG(login),
	                                 fail_name(f));
}

bool story_meet(struct story *s, struct str login)
{
	const struct actor *actor;

	if (s->cast_count == STORY_CAST)
		return story_complain(s, "too many people");
	if (!actor_named(s, login, &actor))
		return false;
	s->cast[s->cast_count++] =
		(struct story_person){ str_copy(s->arena, login), actor };
	return true;
}

/* The node that `unit=` names, into s->id. */
static enum fail find_unit(struct act *a, struct story *s)
{
	return record_resolve(a, &organisation_type, s->words.at[s->next].text, &s->id);
}

static bool cast_unit(struct story *s, struct new_account *in)
{
	struct actor program = system_actor(s->org, "set-up");

	for (s->next = 4; s->next < s->words.count; s->next++) {
		if (!str_is(s->words.at[s->next].name, "unit"))
			continue;
		if (story_do(s, &program, find_unit, false) != OK)
			return story_complain(s, "there is no such node");
		in->unit = s->id;
	}
	return true;
}

static bool cast_with(struct story *s, struct new_account *in)
{
	const struct story_words *w = &s->words;

	in->login = w->at[1].text;
	in->password = STR(PASSWORD);
	in->person_name = w->at[2].text;
	in->role = w->at[3].text;
	for (size_t i = 4; i < w->count; i++) {
		if (str_is(w->at[i].name, "until") &&
		    !date_parse(w->at[i].text, &in->until))
			return story_complain(s, "until is no date");
		if (str_is(w->at[i].name, "email"))
			in->email = w->at[i].text;
		if (str_is(w->at[i].name, "clearance"))
			in->clearance = w->at[i].text;
		if (str_is(w->at[i].name, "lang") && !lang_parse(w->at[i].text, &in->lang))
			return story_complain(s, "lang is en or fr");
		if (str_is(w->at[i].name, "password"))
			in->password = w->at[i].text;
	}
	return true;
}

static bool cast(struct story *s)
{
	struct actor program = system_actor(s->org, "set-up");
	struct refusal why = refusal_on(s->arena);
	struct new_account in = { .lang = LANG_EN };
	struct id account;
	enum fail f;

	if (s->words.count < 4)
		return story_complain(s, "cast LOGIN \"NAME\" ROLE [until=DATE]");
	if (!cast_with(s, &in) || !cast_unit(s, &in))
		return false;
	f = account_add(s->store, &program, s->arena, &in, &why, &account);
	if (f != OK)
		return story_complain(s, "no account: %s %s", story_reasons(s, &why),
		                      fail_message());
	return true;
}

/* ---- acts ---- */
static enum fail create(struct act *a, struct story *s)
{
	struct change *c;
	struct row *row;
	enum fail f;

	s->type = registry_find(store_registry(s->store), s->words.at[s->next].text);
	s->id = ID_NONE;
	if (!s->type) {
		story_complain(s, "there is no such type of record");
		return FAIL_FORMAT;
	}
	s->type = type_here(a, s->type);
	s->next++;
	if (s->next < s->words.count && s->words.at[s->next].name.n == 0 &&
	    s->words.line.p[s->words.at[s->next].at] == '"')
		s->words.at[s->next].name = str_of(s->type->fields.at[0].name);
	c = story_change(s, a);
	if (!c)
		return FAIL_FORMAT;
	if (!c->unit_given && id_is_set(s->unit)) {
		c->unit_given = true;
		c->unit = s->unit;
	}
	f = refused(&s->why) ? FAIL_REFUSED : record_create(a, s->type, c, &s->why, &row);
	if (f == OK)
		s->id = row->id;
	return f;
}

static enum fail act_on_it(struct act *a, struct story *s)
{
	struct str verb = s->words.at[s->next - 1].text;
	const struct step *step;
	struct change *c;
	struct row *row;

	if (!id_is_set(s->id))
		return FAIL_NOT_FOUND;
	s->type = type_here(a, s->type);
	step = step_find(s->type, verb);
	c = story_change(s, a);
	if (!c)
		return FAIL_FORMAT;
	if (refused(&s->why))
		return FAIL_REFUSED;
	if (str_is(verb, "change"))
		return record_change(a, s->type, s->id, 0, c, &s->why, &row);
	if (str_is(verb, "withdraw"))
		return record_withdraw(a, s->type, s->id, 0, c->reason, &s->why);
	if (str_is(verb, "restore"))
		return record_restore(a, s->type, s->id, 0, c->reason, &s->why);
	if (str_is(verb, "erase"))
		return record_erase(a, s->type, s->id, 0, c->reason, &s->why);
	if (!step) {
		story_complain(s, "a %s has no step \"%.*s\"", s->type->name,
		               STR_ARG(verb));
		return FAIL_FORMAT;
	}
	return record_step(a, s->type, s->id, 0, step, c, &s->why, &row);
}

static enum fail see(struct act *a, struct story *s)
{
	struct row *row;
	enum fail f =
		id_is_set(s->id) ? record_get(a, s->type, s->id, &row) : FAIL_NOT_FOUND;

	if (f == OK)
		s->type = row->type;
	while (f == OK && s->next < s->words.count && s->words.at[s->next].name.n > 0) {
		const struct story_word *w = &s->words.at[s->next++];
		int field = field_find(s->type, w->name);
		struct str is = STR("(no such field)");

		if (str_is(w->name, "state"))
			is = str_of(row_state(row));
		else if (field >= 0)
			is = story_value(a, row, field);
		if (str_equal(is, w->text))
			continue;
		story_complain(s, "%.*s is \"%.*s\"", STR_ARG(w->name), STR_ARG(is));
		f = FAIL_FORMAT;
	}
	return f;
}

/* ---- was it refused as it should? ---- */
static bool one_reason_fits(struct story *s, const struct reason *r, struct str expected)
{
	struct str said = message_fill(s->arena, r->why.id, &r->why);
	struct str named = said;

	if (r->field >= 0 && s->type)
		named = str_format(s->arena, "%s %.*s", s->type->fields.at[r->field].name,
		                   STR_ARG(said));
	return str_equal(said, expected) || str_equal(named, expected);
}

static bool expected_reasons(struct story *s)
{
	struct str rest = story_rest(&s->words, s->next);
	bool fits[64] = { false };
	size_t missed = 0;

	while (rest.n > 0) {
		struct str one = str_trim(str_split(rest, ',', &rest));
		bool found = false;

		for (size_t i = 0; i < s->why.count && i < 64; i++)
			if (one_reason_fits(s, &s->why.at[i], one))
				found = fits[i] = true;
		if (!found)
			return story_complain(s, "refused, but because: %s",
			                      story_reasons(s, &s->why));
	}
	for (size_t i = 0; i < s->why.count && i < 64; i++)
		missed += !fits[i];
	return missed == 0 || story_complain(s, "refused, also because: %s",
	                                     story_reasons(s, &s->why));
}

static bool came_true(struct story *s, enum fail f)
{
	if (f == FAIL_FORMAT)
		return false;
	if (!s->refused) {
		if (f == FAIL_REFUSED)
			return story_complain(s, "refused: %s", story_reasons(s, &s->why));
		return f == OK || story_complain(s, "%s: %s", fail_name(f), fail_message());
	}
	if (f == OK)
		return story_complain(s, "should have been refused");
	if (f == FAIL_NOT_FOUND && s->next == s->words.count)
		return true;
	if (f != FAIL_REFUSED)
		return story_complain(s, "%s: %s", fail_name(f), fail_message());
	return expected_reasons(s);
}

/* ---- lines ---- */
static bool turn_clock(struct story *s)
{
	struct date day;
	int64_t taken;
	enum fail f;

	if (s->words.count < 2 || !date_parse(s->words.at[1].text, &day))
		return story_complain(s, "clock YYYY-MM-DD");
	story_day(s, day);
	if (s->outer)
		return true;
	f = store_clock_steps(s->store, &taken);
	return f == OK || story_complain(s, "the clock: %s", fail_message());
}

static bool looks_like_a_code(const struct story_word *w)
{
	return w->name.n == 0 && w->text.n > 3 && w->text.p[0] >= 'A' &&
	       w->text.p[0] <= 'Z' && str_find(w->text, STR("-")) < 5;
}

/* The record that the line names, seen as the program: who may see it is asked later. */
static enum fail find_named(struct act *a, struct story *s)
{
	struct str number, text = s->words.at[s->next].text;
	struct str code = str_split(text, '-', &number);
	struct row *row;
	int64_t n = 0;
	enum fail f;

	if (!str_to_i64(number, &n))
		return FAIL_NOT_FOUND;
	f = record_by_code(
		a, str_format(s->arena, "%.*s-%04lld", STR_ARG(code), (long long)n), &row);
	if (f == OK) {
		s->type = row->type;
		s->id = row->id;
	}
	return f;
}

static bool name_record(struct story *s)
{
	struct actor program = system_actor(s->org, "story");

	if (s->next == s->words.count || !looks_like_a_code(&s->words.at[s->next]))
		return true;
	if (story_do(s, &program, find_named, false) != OK)
		return story_complain(s, "there is no such record");
	s->next++;
	return true;
}

static bool set_unit(struct story *s)
{
	s->next = 1;
	if (!name_record(s))
		return false;
	s->unit = s->id;
	return true;
}

static bool act_line(struct story *s)
{
	story_act *act = act_on_it;
	const struct actor *who;
	struct str verb;

	if (!actor_named(s, s->words.at[0].text, &who))
		return false;
	s->next = 1;
	s->refused = s->words.count > 1 && str_is(s->words.at[1].text, "!");
	s->next += s->refused;
	if (s->next == s->words.count)
		return story_complain(s, "does what?");
	verb = s->words.at[s->next++].text;
	if (str_is(verb, "create"))
		return came_true(s, story_do(s, who, create, true));
	if (!name_record(s))
		return false;
	s->words.at[s->next - 1].text = verb;   /* act_on_it finds the verb just before */
	if (s->packs && story_check_verb(verb))
		act = story_check_verb(verb);
	if (story_quiz_verb(verb))
		act = story_quiz_verb(verb);
	if (str_is(verb, "see"))
		return came_true(s, story_do(s, who, see, false));
	return came_true(s, story_do(s, who, act, true));
}

bool story_line(struct story *s, struct str line)
{
	s->words = story_words_of(s->arena, str_copy(s->arena, line));
	s->complaint[0] = '\0';
	if (s->words.count == 0)
		return true;
	s->now.us += BETWEEN_LINES;
	if (!s->outer)
		store_set_clock(s->store, s->now);
	if (str_is(s->words.at[0].text, "cast"))
		return cast(s);
	if (str_is(s->words.at[0].text, "clock"))
		return turn_clock(s);
	if (str_is(s->words.at[0].text, "unit"))
		return set_unit(s);
	return act_line(s);
}
