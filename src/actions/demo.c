/*
 * demo.c -- the demonstration: a fictional ministry with two years of history.
 *
 * It is told in strands, one a file: content/demo/story.txt, which brings the people, and
 * story-NAME.txt beside it.  They are acted out day by day, all in one; each remembers by
 * itself which record it named last.
 */
#include "actions/demo.h"

#include "actions/story.h"
#include "base/embed.h"
#include "base/limits.h"
#include "identity/identity.h"

#define STORIES "content/demo/story"
#define FIRST STORIES ".txt"
#define TOGETHER "together"             /* from this line on: one transaction */
#define STRANDS 16

struct strand {
	struct str path;
	struct str rest;                /* of its text */
	unsigned line;
	struct story *story;
	struct str coming;              /* the line of the clock that it waits at */
	struct date day;                /* of that line */
	bool over;
};

struct demo {
	struct arena *arena;
	struct store *store;
	struct date today;
	struct strand strands[STRANDS]; /* the one with the people first */
	size_t count;
	struct str logins[64];
	size_t login_count;
};

/* {-30} becomes the date of thirty days ago. */
static struct str with_dates(struct demo *d, struct str line)
{
	struct text out = text_on(d->arena, 64 * 1024);
	struct str rest;

	while (line.n > 0) {
		struct str before = str_split(line, '{', &rest);
		int64_t days;

		text_add(&out, before);
		if (!rest.p)
			break;
		struct str inside = str_split(rest, '}', &line);
		if (str_starts(inside, "+"))
			inside = str_from(inside, 1);
		if (!str_to_i64(inside, &days))
			days = 0;
		text_add(&out, date_text(d->arena, date_add_days(d->today, (int32_t)days)));
	}
	return text_str(&out);
}

/* One act: a line, with those that follow it and begin with a blank. */
static bool next_line(struct demo *d, struct strand *s, struct str *line)
{
	struct text out = text_on(d->arena, 64 * 1024);

	if (s->rest.n == 0)
		return false;
	s->line++;
	text_add(&out, str_split(s->rest, '\n', &s->rest));
	while (s->rest.n > 0 && (s->rest.p[0] == ' ' || s->rest.p[0] == '\t')) {
		s->line++;
		text_addc(&out, ' ');
		text_add(&out, str_trim(str_split(s->rest, '\n', &s->rest)));
	}
	*line = with_dates(d, text_str(&out));
	return true;
}

static enum fail went_wrong(const struct strand *s)
{
	return fail_say(FAIL_FORMAT, "%.*s, before or at line %u: %s", STR_ARG(s->path),
	                s->line, story_complaint(s->story));
}

static void remember_login(struct demo *d, struct str line)
{
	struct str rest = str_trim(line);
	struct str word = str_split(rest, ' ', &rest);

	if (str_is(word, "cast") && d->login_count < COUNT(d->logins))
		d->logins[d->login_count++] = str_split(str_trim(rest), ' ', &rest);
}

static enum fail meet_all(const struct demo *d, struct strand *s)
{
	for (size_t i = 0; i < d->login_count; i++)
		if (!story_meet(s->story, d->logins[i]))
			return went_wrong(s);
	return story_meet(s->story, STR(DEMO_LOGIN)) ? OK : went_wrong(s);
}

/* The people and the tree, each act by itself: nobody is signed in inside a transaction. */
static enum fail first_acts(struct demo *d)
{
	struct strand *first = &d->strands[0];
	enum fail f = OK;
	struct str line;

	while (next_line(d, first, &line)) {
		if (str_is(str_trim(line), TOGETHER))
			break;
		if (!story_line(first->story, line))
			return went_wrong(first);
		remember_login(d, line);
	}
	for (size_t i = 0; f == OK && i < d->count; i++)
		f = meet_all(d, &d->strands[i]);
	return f;
}

/* Up to the next line of its clock, or to its end. */
static enum fail until_clock(struct demo *d, struct strand *s)
{
	struct str line, rest;

	while (next_line(d, s, &line)) {
		if (str_is(str_split(line, ' ', &rest), "clock")) {
			s->coming = line;
			if (date_parse(str_trim(rest), &s->day))
				return OK;
			return fail_say(FAIL_FORMAT, "%.*s, line %u: clock and a day",
			                STR_ARG(s->path), s->line);
		}
		if (!story_line(s->story, line))
			return went_wrong(s);
	}
	s->over = true;
	return OK;
}

/* The strand whose day comes first; null: all are over. */
static struct strand *earliest(struct demo *d)
{
	struct strand *first = NULL;

	for (size_t i = 0; i < d->count; i++)
		if (!d->strands[i].over &&
		    (!first || date_compare(d->strands[i].day, first->day) < 0))
			first = &d->strands[i];
	return first;
}

static enum fail other_acts(struct act *a, void *arg)
{
	struct demo *d = arg;
	struct strand *s;
	enum fail f = setting_set(a, STR("duty.jurisdictions"), STR("CA-BC US-MA"),
	                          STR("the demonstration shows both"));

	for (size_t i = 0; f == OK && i < d->count; i++) {
		story_inside(d->strands[i].story, a);
		f = until_clock(d, &d->strands[i]);
	}
	while (f == OK && (s = earliest(d))) {
		if (!story_line(s->story, s->coming))
			return went_wrong(s);
		f = until_clock(d, s);
	}
	return f;
}

static enum fail set_up(struct demo *d, struct id *org)
{
	struct setup in = {
		.trusted = true,
		.organisation = STR("Ministry of Ferries and Inland Waters"),
		.organisation_fr = STR("Ministère des Traversiers et des Eaux intérieures"),
		.login = STR(DEMO_LOGIN),
		.person_name = STR("Dana Whitford"),
		.email = STR("dana.whitford@ferries.example"),
		.password = STR(DEMO_PASSWORD),
	};
	struct refusal why = refusal_on(d->arena);
	enum fail f = setup_run(d->store, d->arena, &in, &why, org, NULL);

	if (f == FAIL_REFUSED)
		return fail_say(f, "the demonstration: %s",
		                why.count > 0 ? why.at[0].why.id : "refused");
	return f;
}

static void add_strand(struct demo *d, const struct embedded_file *file)
{
	if (d->count < STRANDS)
		d->strands[d->count++] = (struct strand){
			.path = file->path,
			.rest = file->bytes,
		};
}

static bool find_strands(struct demo *d)
{
	size_t count;
	const struct embedded_file *files = embedded_under(STR(STORIES), &count);
	const struct embedded_file *first = embedded_find(STR(FIRST));

	if (!first)
		return false;
	add_strand(d, first);
	for (size_t i = 0; i < count; i++)
		if (&files[i] != first)
			add_strand(d, &files[i]);
	return true;
}

static enum fail act_out(struct demo *d, const struct packs *packs, struct id *org)
{
	struct actor program;
	enum fail f;

	if (!find_strands(d))
		return fail_say(FAIL_FORMAT, "%s is not compiled in", FIRST);
	d->today = instant_utc_date(instant_now());
	struct date long_ago = date_add_days(d->today, -740);
	store_set_clock(d->store, instant_from_date(long_ago));
	f = set_up(d, org);
	if (f != OK)
		return f;
	for (size_t i = 0; i < d->count; i++) {
		d->strands[i].story = story_new(d->arena, d->store, *org);
		story_packs(d->strands[i].story, packs);
		story_day(d->strands[i].story, long_ago);
	}
	f = first_acts(d);
	if (f != OK)
		return f;
	program = system_actor(*org, "demonstration");
	return store_write(d->store, &program, d->arena, other_acts, d);
}

enum fail demo_make(struct store *s, const struct packs *packs, struct id *org)
{
	struct demo *d;
	struct arena *arena = arena_new(512u * 1024 * 1024);
	enum fail f;

	if (!arena)
		return fail_say(FAIL_MEMORY, "no memory for the demonstration");
	d = ARENA_NEW(arena, struct demo);
	d->arena = arena;
	d->store = s;
	f = act_out(d, packs, org);
	store_set_clock(s, INSTANT_NONE);
	arena_free(arena);
	return f;
}
