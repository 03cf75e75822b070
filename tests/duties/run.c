/*
 * run.c -- scenarios of duties: duty_scenarios [--mutate] [--all] FILE.yaml...
 *
 * Each happens in a transaction that is taken back.  README.md tells how one is written.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "codec/yaml.h"
#include "duties/mutants.h"
#include "duties/stage.h"
#include "duty/why.h"
#include "store/tenant.h"

#define DUTIES_MOST 2000
#define NOON_HOUR 12

struct tally {                          /* of one duty */
	size_t scenarios;
	bool met, not_met;
	struct mutants mutants;
};

struct running {
	struct stage stage;
	struct arena *arena;            /* of the scenario at hand */
	const char *path;
	bool mutate;
	struct tally *tally;            /* as the duties are ordered */
	size_t passed, failed;
	/* the scenario at hand */
	const struct yaml *y;
	const struct duty *duty;
	struct tally *of;
	struct story *story;
	struct act *act;
	bool ok;
};

static bool complain(struct running *r, const struct yaml *at, const char *format, ...)
	PRINTF_LIKE(3, 4);

static bool complain(struct running *r, const struct yaml *at, const char *format, ...)
{
	va_list args;

	fprintf(stderr, "%s:%u: ", r->path, at->line);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	r->ok = false;
	return false;
}

/* ---- lines of the story ---- */

static bool act_out(struct running *r, const struct yaml *line)
{
	struct str rest, text = line->text, first = str_split(text, ' ', &rest);
	struct date day;

	if (date_parse(first, &day)) {
		story_day(r->story, day);
		text = rest;
	}
	if (str_trim(text).n == 0 || story_line(r->story, text))
		return true;
	return complain(r, line, "%s\n    %.*s", story_complaint(r->story), STR_ARG(text));
}

static bool act_out_all(struct running *r, const struct yaml *map)
{
	const struct yaml *given = yaml_member(map, "given");

	for (const struct yaml *y = given ? given->first : NULL; y; y = y->next)
		if (!act_out(r, y))
			return false;
	return true;
}

/* ---- how it stands ---- */

static bool instant_of(struct running *r, const struct yaml *map, struct instant *out)
{
	const struct yaml *at = yaml_member(map, "at");
	struct date day;

	if (at && instant_parse(at->text, out))
		return true;
	if (at && date_parse(at->text, &day)) {
		const struct zone *zone = r->act->zone;
		*out = zone_instant(zone, day, NOON_HOUR * 3600);
		return true;
	}
	return complain(r, map, "at: an instant or a day is missing");
}

static bool only_subject(struct running *r, const struct yaml *c, struct world *w,
                         struct row **out)
{
	struct fact_rows rows;
	size_t about = 0;

	*out = NULL;
	if (facts_all(w->facts, r->duty->subject, &rows) != OK)
		return complain(r, c, "%s", fail_message());
	for (size_t i = 0; i < rows.count; i++)
		if (duty_is_about(r->duty, rows.at[i])) {
			*out = rows.at[i];
			about++;
		}
	if (about == 0 && rows.count == 1)
		*out = rows.at[0];
	return about <= 1 || complain(r, c, "which of %zu records? (subject: CODE)", about);
}

static bool subject_of_case(struct running *r, const struct yaml *c, struct world *w,
                            struct row **out)
{
	struct str code = yaml_text(c, "subject");
	struct str number, letters = str_split(code, '-', &number);
	struct actor program = tenant_system(r->stage.org, STR("test"));
	struct act act = *r->act;
	int64_t n;

	*out = NULL;
	if (!r->duty->subject || str_is(code, "none"))
		return true;
	if (code.n == 0)
		return only_subject(r, c, w, out);
	act.actor = &program;
	if (!str_to_i64(number, &n) ||
	    record_by_code(
		    &act,
		    str_format(r->arena, "%.*s-%04lld", STR_ARG(letters), (long long)n),
		    out) != OK)
		return complain(r, c, "there is no record %.*s", STR_ARG(code));
	return true;
}

static const char *state_of(struct world *w, const struct duty *d, const struct row *row,
                            struct standing *out)
{
	if (row && !duty_is_about(d, row))
		return "not_a_subject";
	if (duty_stands(w, d, row, out) != OK)
		return fail_message();
	return duty_state_name(out->ruling.state);
}

static const char *ground_name(enum ground g)
{
	static const char *const names[] = {
		[GROUND_NONE] = "none",
		[GROUND_ON_WORD] = "on_word",
		[GROUND_BY_DOCUMENT] = "by_document",
		[GROUND_CHECKED] = "checked",
	};

	return names[g];
}

/* Do the words that the case asks for stand in what is said? */
static bool words_are_in(struct running *r, const struct yaml *c, const struct standing *s,
                         struct str *said)
{
	struct actor program = tenant_system(r->stage.org, STR("test"));
	struct str wanted = yaml_text(c, "why");
	struct act act = *r->act;

	act.actor = &program;
	*said = STR_NONE;
	if (wanted.n == 0)
		return true;
	if (why_say(&act, &s->ruling.why, WHY_TITLES, said) != OK)
		*said = str_of(fail_message());
	return str_find(*said, wanted) != SIZE_MAX;
}

/* Which mutants come out otherwise here? */
static void try_mutants(struct running *r, struct world *w, const struct row *row,
                        const struct yaml *c)
{
	struct mutants *m = &r->of->mutants;
	struct str said, wanted = yaml_text(c, "state");

	for (size_t i = 0; r->mutate && i < m->count; i++) {
		struct standing other = { 0 };

		if (!m->at[i].noticed &&
		    (!str_is(wanted, state_of(w, &m->at[i].duty, row, &other)) ||
		     !words_are_in(r, c, &other, &said)))
			m->at[i].noticed = true;
	}
}

static bool run_case(struct running *r, const struct yaml *c)
{
	struct str wanted = yaml_text(c, "state"), ground = yaml_text(c, "ground");
	struct standing s = { 0 };
	struct world w;
	struct instant at;
	struct row *row;

	if (!act_out_all(r, c) || !instant_of(r, c, &at))
		return false;
	if (world_open(&w, r->act, &r->stage.duties, facts_now(r->act), at) != OK)
		return complain(r, c, "%s", fail_message());
	const struct yaml *adopted = yaml_member(r->y, "adopted");
	struct date day;
	if (adopted && date_parse(adopted->text, &day))
		w.adopted = day_start(day, w.zone);
	if (!subject_of_case(r, c, &w, &row))
		return false;
	const char *state = state_of(&w, r->duty, row, &s);
	struct str why = STR("");
	struct act act = *r->act;
	struct actor program = tenant_system(r->stage.org, STR("test"));
	act.actor = &program;
	if (!str_is(wanted, state)) {
		if (why_say(&act, &s.ruling.why, WHY_TITLES, &why) != OK)
			why = str_of(fail_message());
		return complain(r, c, "%.*s is %s, not %.*s (%.*s)", STR_ARG(r->duty->id),
		                state, STR_ARG(wanted), STR_ARG(why));
	}
	if (ground.n > 0 && !str_is(ground, ground_name(s.ruling.ground)))
		return complain(r, c, "ground is %s", ground_name(s.ruling.ground));
	bool met = s.ruling.state == DUTY_MET || s.ruling.state == DUTY_MET_LATE;
	r->of->met = r->of->met || met;
	r->of->not_met = r->of->not_met || !met;
	try_mutants(r, &w, row, c);
	return words_are_in(r, c, &s, &why) ||
	       complain(r, c, "why says: %.*s", STR_ARG(why));
}

/* ---- one scenario ---- */

static enum fail inside(struct act *a, void *arg)
{
	struct running *r = arg;
	const struct yaml *cases = yaml_member(r->y, "cases");

	r->act = a;
	story_inside(r->story, a);
	story_day(r->story, (struct date){ 2026, 1, 1 });
	if (r->ok)
		r->ok = act_out_all(r, r->y);
	for (const struct yaml *c = cases ? cases->first : NULL; r->ok && c; c = c->next)
		run_case(r, c);
	if (!cases || cases->count == 0)
		complain(r, r->y, "the scenario has no cases");
	return FAIL_REFUSED;            /* nothing is kept */
}

/* Everybody signs in before the transaction begins. */
static void meet(struct running *r)
{
	r->story = story_new(r->arena, r->stage.store, r->stage.org);
	story_packs(r->story, &r->stage.packs);
	for (size_t i = 0; i < r->stage.login_count; i++)
		if (!story_meet(r->story, r->stage.logins[i]))
			complain(r, r->y, "%s", story_complaint(r->story));
}

static void run_scenario(struct running *r, const struct yaml *y)
{
	struct actor program = tenant_system(r->stage.org, STR("test"));

	r->y = y;
	r->ok = true;
	r->duty = duty_find(&r->stage.duties, yaml_text(y, "duty"));
	if (!r->duty) {
		complain(r, y, "there is no duty %.*s", STR_ARG(yaml_text(y, "duty")));
	} else {
		r->of = &r->tally[r->duty - r->stage.duties.at];
		r->of->scenarios++;
		if (r->mutate && !r->of->mutants.at)
			r->of->mutants = mutants_of(r->stage.arena, r->duty);
		r->arena = arena_new(256u * 1024 * 1024);
		meet(r);
		enum fail f = store_write(r->stage.store, &program, r->arena, inside, r);
		if (f != FAIL_REFUSED)
			complain(r, y, "%s", fail_message());
		arena_free(r->arena);
	}
	r->passed += r->ok;
	r->failed += !r->ok;
}

static bool set_stage(struct running *r, const struct yaml *y)
{
	const struct yaml *lines = yaml_member(y, "stage");

	for (const struct yaml *l = lines->first; l; l = l->next)
		if (!stage_cast(&r->stage, l->text))
			return complain(r, l, "the stage cannot be set");
	return true;
}

static struct str bytes_of(struct arena *a, const char *path)
{
	FILE *in = fopen(path, "r");
	struct text t = text_on(a, YAML_MOST_BYTES);
	char line[4096];

	if (!in)
		return STR_NONE;
	while (fgets(line, sizeof line, in))
		text_addz(&t, line);
	fclose(in);
	return text_str(&t);
}

static void run_file(struct running *r, const char *path)
{
	struct yaml_error error = { 0 };
	struct yaml *root = NULL;

	r->path = path;
	if (yaml_read(r->stage.arena, bytes_of(r->stage.arena, path), &root, &error) !=
	            OK ||
	    !root || root->kind != YAML_LIST) {
		fprintf(stderr, "%s:%u: no list of scenarios: %s\n", path, error.line,
		        error.what.id ? error.what.id : "");
		r->failed++;
		return;
	}
	for (const struct yaml *y = root->first; y; y = y->next) {
		if (!yaml_member(y, "stage"))
			run_scenario(r, y);
		else if (!set_stage(r, y))
			r->failed++;
	}
}

/* ---- what is left ---- */

static bool must_be_shown(const struct duty *d)
{
	return d->rule.kind != RULE_INFORMATION &&
	       (d->rule.force == FORCE_MUST || d->rule.force == FORCE_SHOULD);
}

/* Duties without a scenario, or without one of the two sides; how many there are. */
static size_t list_missing(const struct running *r)
{
	size_t missing = 0;

	for (size_t i = 0; i < r->stage.duties.count; i++) {
		const struct duty *d = &r->stage.duties.at[i];
		const struct tally *t = &r->tally[i];
		const char *what = t->scenarios == 0             ? "no scenario"
		                   : !must_be_shown(d)           ? NULL
		                   : !t->met                     ? "never met"
		                   : !t->not_met                 ? "always met"
		                                       : NULL;

		if (!what)
			continue;
		printf("%.*s: %s\n", STR_ARG(d->id), what);
		missing++;
	}
	printf("%zu duties, %zu of them not wholly shown\n", r->stage.duties.count,
	       missing);
	return missing;
}

static size_t list_survivors(const struct running *r)
{
	size_t all = 0, left = 0;

	for (size_t i = 0; i < r->stage.duties.count; i++)
		for (size_t k = 0; k < r->tally[i].mutants.count; k++) {
			const struct mutant *m = &r->tally[i].mutants.at[k];

			all++;
			if (m->noticed)
				continue;
			left++;
			printf("%.*s: nothing notices when %s\n",
			       STR_ARG(r->stage.duties.at[i].id), m->what);
		}
	printf("%zu changes of rules, %zu not noticed\n", all, left);
	return left;
}

int main(int argc, char **argv)
{
	struct running *r = calloc(1, sizeof *r);
	bool all = false;

	if (!r || !stage_open(&r->stage))
		return 2;
	r->tally = ARENA_TRY(r->stage.arena, struct tally, DUTIES_MOST);
	if (!r->tally)
		return 2;
	for (int i = 1; i < argc; i++) {
		r->mutate = r->mutate || strcmp(argv[i], "--mutate") == 0;
		all = all || strcmp(argv[i], "--all") == 0;
	}
	for (int i = 1; i < argc; i++)
		if (argv[i][0] != '-')
			run_file(r, argv[i]);
	size_t missing = list_missing(r);
	size_t left = r->mutate ? list_survivors(r) : 0;
	size_t failed = r->failed + (all ? missing : 0) + left;
	printf("%zu passed, %zu failed\n", r->passed, failed);
	stage_close(&r->stage);
	free(r);
	return failed ? 1 : 0;
}
