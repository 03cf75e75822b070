/* demo.c -- the demonstration: a fictional ministry with two years of history. */
#include "actions/demo.h"

#include "actions/story.h"
#include "base/embed.h"
#include "base/limits.h"
#include "identity/identity.h"

#define STORY "content/demo/story.txt"
#define TOGETHER "together"             /* from this line on: one transaction */

struct demo {
	struct arena *arena;
	struct store *store;
	struct story *story;
	struct str rest;                /* of the text of the story */
	unsigned line;
	struct date today;
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
static bool next_line(struct demo *d, struct str *line)
{
	struct text out = text_on(d->arena, 64 * 1024);

	if (d->rest.n == 0)
		return false;
	d->line++;
	text_add(&out, str_split(d->rest, '\n', &d->rest));
	while (d->rest.n > 0 && (d->rest.p[0] == ' ' || d->rest.p[0] == '\t')) {
		d->line++;
		text_addc(&out, ' ');
		text_add(&out, str_trim(str_split(d->rest, '\n', &d->rest)));
	}
	*line = with_dates(d, text_str(&out));
	return true;
}

static enum fail went_wrong(const struct demo *d)
{
	return fail_say(FAIL_FORMAT, "%s, before or at line %u: %s", STORY, d->line,
	                story_complaint(d->story));
}

static void remember_login(struct demo *d, struct str line)
{
	struct str rest = str_trim(line);
	struct str word = str_split(rest, ' ', &rest);

	if (str_is(word, "cast") && d->login_count < COUNT(d->logins))
		d->logins[d->login_count++] = str_split(str_trim(rest), ' ', &rest);
}

/* The people and the tree, each act by itself: nobody is signed in inside a transaction. */
static enum fail first_acts(struct demo *d)
{
	struct str line;

	while (next_line(d, &line)) {
		if (str_is(str_trim(line), TOGETHER))
			break;
		if (!story_line(d->story, line))
			return went_wrong(d);
		remember_login(d, line);
	}
	for (size_t i = 0; i < d->login_count; i++)
		if (!story_meet(d->story, d->logins[i]))
			return went_wrong(d);
	return story_meet(d->story, STR(DEMO_LOGIN)) ? OK : went_wrong(d);
}

static enum fail other_acts(struct act *a, void *arg)
{
	struct demo *d = arg;
	struct str line;

	story_inside(d->story, a);
	while (next_line(d, &line))
		if (!story_line(d->story, line))
			return went_wrong(d);
	return OK;
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

static enum fail act_out(struct demo *d, const struct packs *packs, struct id *org)
{
	const struct embedded_file *story = embedded_find(STR(STORY));
	struct instant long_ago;
	struct actor program;
	enum fail f;

	if (!story)
		return fail_say(FAIL_FORMAT, "%s is not compiled in", STORY);
	d->rest = story->bytes;
	d->today = instant_utc_date(instant_now());
	long_ago = instant_from_date(date_add_days(d->today, -740));
	store_set_clock(d->store, long_ago);
	f = set_up(d, org);
	if (f != OK)
		return f;
	d->story = story_new(d->arena, d->store, *org);
	story_packs(d->story, packs);
	story_day(d->story, date_add_days(d->today, -740));
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
