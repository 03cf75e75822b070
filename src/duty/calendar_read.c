/*
 * calendar_read.c -- content/calendars/NAME.yaml: the weekend and the rules of holidays.
 */
#include "duty/calendar_read.h"

#include "base/arena.h"
#include "base/embed.h"
#include "duty/pack_file.h"

#define CALENDARS_PATH "content/calendars/"
#define CALENDARS_MOST 64

static const char *const weekdays[] = { "monday", "tuesday",  "wednesday", "thursday",
	                                "friday", "saturday", "sunday" };
static const char *const months[] = { "january",   "february", "march",    "april",
	                              "may",       "june",     "july",     "august",
	                              "september", "october",  "november", "december" };
static const char *const ordinals[] = { "first", "second", "third", "fourth" };

/* From 1; 0 when it is none of them. */
static int place_in(const char *const *words, size_t count, struct str word)
{
	for (size_t i = 0; i < count; i++)
		if (str_is(word, words[i]))
			return (int)i + 1;
	return 0;
}

/* "07-01"; 29 February is no day of every year. */
static bool month_day(struct str s, struct holiday *h)
{
	char text[] = "2001-00-00"; /* not a leap year */
	struct date d;

	if (s.n != 5)
		return false;
	for (size_t i = 0; i < 5; i++)
		text[5 + i] = s.p[i];
	if (!date_parse(str_of(text), &d))
		return false;
	h->month = d.month;
	h->day = d.day;
	return true;
}

/* "first monday of september", "last monday of may" */
static bool nth_of_month(struct str ordinal, struct str rest, struct holiday *h)
{
	struct str after;
	struct str weekday = str_split(rest, ' ', &after);
	struct str of = str_split(after, ' ', &after);

	h->rule = HOLIDAY_NTH;
	h->nth = str_is(ordinal, "last") ? -1
	                                 : place_in(ordinals, COUNT(ordinals), ordinal);
	h->weekday = place_in(weekdays, COUNT(weekdays), weekday);
	h->month = place_in(months, COUNT(months), after);
	return h->nth && h->weekday && str_is(of, "of") && h->month;
}

/* "monday before 05-25" */
static bool before_day(int weekday, struct str rest, struct holiday *h)
{
	struct str after;
	struct str before = str_split(rest, ' ', &after);

	h->rule = HOLIDAY_BEFORE;
	h->weekday = weekday;
	return str_is(before, "before") && month_day(after, h);
}

/* "easter", "easter -2", "easter +1" */
static bool from_easter(struct str rest, struct holiday *h)
{
	int64_t n = 0;
	struct str number = str_starts(rest, "+") ? str_from(rest, 1) : rest;

	h->rule = HOLIDAY_EASTER;
	if (rest.n > 0 && (!str_to_i64(number, &n) || n < -70 || n > 70))
		return false;
	h->offset = (int)n;
	return true;
}

static bool parse_day(struct str s, struct holiday *h)
{
	struct str rest;
	struct str first = str_split(s, ' ', &rest);
	int weekday = place_in(weekdays, COUNT(weekdays), first);

	if (str_is(first, "easter"))
		return from_easter(rest, h);
	if (weekday)
		return before_day(weekday, rest, h);
	if (rest.p)
		return nth_of_month(first, rest, h);
	h->rule = HOLIDAY_FIXED;
	return month_day(s, h);
}

static enum holiday_moves read_moves(struct pack_file *f, const struct yaml *y)
{
	static const char *const names[] = {
		[MOVES_NEVER] = "never",
		[MOVES_FROM_SUNDAY] = "from sunday",
		[MOVES_FROM_WEEKEND] = "from weekend",
	};
	const struct yaml *m = member(f, y, "moves", YAML_SCALAR);
	int place = m ? place_in(names, COUNT(names), m->text) : 1;

	if (!place)
		fault(f, m, MESSAGE1(N_("%1 does not say when a holiday moves"), m->text),
		      N_("Write never, from sunday or from weekend."));
	return place ? (enum holiday_moves)(place - 1) : MOVES_NEVER;
}

static void read_holiday(struct pack_file *f, const struct yaml *y, void *out, void *all)
{
	struct holiday *h = out;
	const struct yaml *on = member(f, y, "on", YAML_SCALAR);

	(void)all;
	h->id = member_text(f, y, "id");
	h->label = member_said(f, y, "label");
	h->moves = read_moves(f, y);
	h->from = member_number_if(f, y, "from", 0, CALENDAR_LAST_YEAR);
	h->until = member_number_if(f, y, "until", 0, CALENDAR_LAST_YEAR);
	h->sure = member_sure(f, y);
	if (on && !parse_day(on->text, h))
		fault(f, on, MESSAGE1(N_("%1 names no day of a year"), on->text),
		      N_("Write 07-01, third monday of february, monday before 05-25 or "
		         "easter -2."));
}

static void read_weekend(struct pack_file *f, const struct yaml *root, struct calendar *out)
{
	const struct yaml *list = member(f, root, "weekend", YAML_LIST);

	for (const struct yaml *y = list ? list->first : NULL; y; y = y->next) {
		int day = place_in(weekdays, COUNT(weekdays), y->text);

		if (day)
			out->weekend |= (uint8_t)BIT(day);
		else
			fault(f, y, MESSAGE1(N_("%1 is no day of the week"), y->text),
			      N_("Write monday to sunday, in English."));
	}
	/* Else no day would ever be a business day. */
	if (list && out->weekend == 0xfe)
		fault(f, list, MESSAGE(N_("every day is a weekend")), NULL);
}

static struct str name_of(struct str path)
{
	struct str name = path;

	for (struct str rest = path; rest.p;)
		name = str_split(rest, '/', &rest);
	return str_ends(name, ".yaml") ? str_cut(name, name.n - 5) : name;
}

static void read_root(struct pack_file *f, const struct yaml *root, struct calendar *out)
{
	static const char *const keys[] = { "id",     "title",   "jurisdiction",
		                            "source", "weekend", "holidays",
		                            NULL };
	static const char *const holiday_keys[] = { "id",   "label", "on",   "moves",
		                                    "from", "until", "sure", NULL };
	static const struct list_kind holidays = {
		.keys = holiday_keys,
		.size = sizeof(struct holiday),
		.read = read_holiday,
	};

	only_members(f, root, keys);
	out->id = member_text(f, root, "id");
	out->title = member_said(f, root, "title");
	out->jurisdiction = member_text(f, root, "jurisdiction");
	out->source = member_said(f, root, "source");
	read_weekend(f, root, out);
	out->holidays =
		member_list(f, root, "holidays", &holidays, NULL, &out->holiday_count);
	struct str name = name_of(f->path);
	if (out->id.n > 0 && !str_equal(out->id, name))
		fault(f, yaml_member(root, "id"),
		      MESSAGE2(N_("the calendar is called %1, but its file %2"), out->id,
		               name),
		      N_("Give both the same name."));
}

bool calendar_read(struct arena *a, struct str path, struct str bytes, struct refusal *why,
                   struct calendar *out)
{
	struct pack_file f = { .arena = a, .why = why, .path = path };
	const struct yaml *root = pack_file_read(&f, bytes);

	*out = (struct calendar){ 0 };
	if (root)
		read_root(&f, root, out);
	return f.faults == 0 && calendar_lay_out(a, out);
}

enum fail calendars_embedded(struct arena *a, struct refusal *why, struct calendars *out)
{
	size_t files, faults = 0;
	const struct embedded_file *f = embedded_under(STR(CALENDARS_PATH), &files);

	if (files > CALENDARS_MOST)
		BUG("more than %d calendars", CALENDARS_MOST);
	struct calendar *at = arena_get(a, CALENDARS_MOST * sizeof(*at));
	for (size_t i = 0; i < files; i++)
		faults += !calendar_read(a, f[i].path, f[i].bytes, why, &at[i]);
	*out = (struct calendars){ at, files };
	if (arena_failed(a))
		return fail_say(FAIL_MEMORY, "not enough memory for the calendars");
	if (faults > 0)
		return fail_say(FAIL_FORMAT, "faults in %zu calendars", faults);
	return OK;
}
