/* scenario.c -- one scenario: a throw-away store, a cast, and what happens line by line. */
#include "records/scenario.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "identity/identity.h"
#include "records/words.h"
#include "store/store.h"

#define PASSWORD "correct horse battery staple"
#define NOON_PACIFIC (INT64_C(20) * 3600 * US_PER_SECOND)

struct scenario {
	struct arena *arena;
	char folder[64];
	char *db;
	struct store *store;
	struct id org;
	char complaint[2000];
	/* the line at hand */
	struct words words;
	size_t next;                    /* word that comes now */
	bool refused;                   /* '!' */
	const struct record_type *type; /* of the record that is meant */
	struct id id;
	struct refusal why;
};

static bool complain(struct scenario *s, const char *format, ...) PRINTF_LIKE(2, 3);
static bool complain(struct scenario *s, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(s->complaint, sizeof s->complaint, format, args);
	va_end(args);
	return false;
}

const char *scenario_complaint(const struct scenario *s)
{
	return s->complaint;
}

static const char *reasons(struct scenario *s, const struct refusal *why)
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

/* ---- setting the stage ---- */
static void set_day(struct scenario *s, struct date d)
{
	struct instant noon = instant_from_date(d);

	noon.us += NOON_PACIFIC;
	store_set_clock(s->store, noon);
}

static bool set_stage(struct scenario *s)
{
	struct setup in = {
		.trusted = true,
		.organisation = STR("Ministry of Ferries and Inland Waters"),
		.login = STR("stage"),
		.person_name = STR("Stage Manager"),
		.password = STR(PASSWORD),
	};
	struct store_options options = {
		.db = s->db, .registry = &all_records, .create = true, .no_threads = true
	};
	struct refusal why = refusal_on(s->arena);
	enum fail f = store_open(&s->store, &options);

	if (f != OK)
		return complain(s, "no store: %s", fail_message());
	identity_wire(s->store);
	set_day(s, (struct date){ 2026, 3, 2 });
	f = setup_run(s->store, s->arena, &in, &why, &s->org, NULL);
	if (f != OK)
		return complain(s, "no organisation: %s %s", reasons(s, &why),
		                fail_message());
	return true;
}

struct scenario *scenario_open(const char *name)
{
	struct scenario *s = calloc(1, sizeof *s);

	if (!s)
		return NULL;
	s->arena = arena_new(256u * 1024 * 1024);
	snprintf(s->folder, sizeof s->folder, "/tmp/scenario-XXXXXX");
	if (!s->arena || !mkdtemp(s->folder)) {
		scenario_close(s);
		return NULL;
	}
	s->db = (char *)str_format(s->arena, "%s/store.db", s->folder).p;
	if (!set_stage(s)) {
		fprintf(stderr, "%s: %s\n", name, s->complaint);
		scenario_close(s);
		return NULL;
	}
	return s;
}

void scenario_close(struct scenario *s)
{
	char command[128];

	if (!s)
		return;
	if (s->store)
		store_close(s->store);
	arena_free(s->arena);
	if (strstr(s->folder, "/tmp/scenario-")) {
		snprintf(command, sizeof command, "rm -rf '%s'", s->folder);
		if (system(command) != 0)
			fprintf(stderr, "%s is left behind\n", s->folder);
	}
	free(s);
}

/* ---- acts ---- */
typedef enum fail scenario_job(struct act *a, struct scenario *s);
struct doing {
	struct scenario *scenario;
	scenario_job *job;
};

static enum fail do_job(struct act *a, void *arg)
{
	struct doing *d = arg;

	d->scenario->why = refusal_on(d->scenario->arena);
	return d->job(a, d->scenario);
}

static enum fail resolve_many(struct scenario *s, struct act *a, const struct field *f,
                              struct change *c, int field, struct str text)
{
	struct id *ids = arena_get(s->arena, 64 * sizeof *ids);
	size_t n = 0;
	struct str rest = text;

	while (rest.n > 0 && n < 64) {
		struct str one = str_trim(str_split(rest, f->many ? ',' : '\0', &rest));
		enum fail got = record_resolve(a, f->target, one, &ids[n++]);

		if (got != OK) {
			complain(s, "there is no %.*s", STR_ARG(one));
			return got;
		}
	}
	change_links(c, field, ids, n);
	return OK;
}

static bool fit_file(struct scenario *s, struct change *c, int field, struct str words)
{
	struct file_ref file;
	int fd = memfd_create("file", 0);
	bool ok = fd >= 0 && write(fd, words.p, words.n) == (ssize_t)words.n &&
	          lseek(fd, 0, SEEK_SET) == 0 &&
	          file_keep(s->store, fd, STR("plan.txt"), STR("text/plain"), &file) == OK;

	if (fd >= 0)
		close(fd);
	if (ok)
		change_file(c, field, file);
	return ok || complain(s, "the file is not kept: %s", fail_message());
}

static bool fit_built_in(struct scenario *s, struct act *a, struct change *c,
                         const struct word *w)
{
	int64_t label;

	if (str_is(w->name, "reason")) {
		c->reason = w->text;
		return true;
	}
	if (str_is(w->name, "owner")) {
		c->owner_given = true;
		c->owner = ID_NONE;
		return w->text.n == 0 ||
		       record_resolve(a, registry_find(&all_records, STR("person")),
		                      w->text, &c->owner) == OK;
	}
	if (str_is(w->name, "unit")) {
		c->unit_given = true;
		return record_resolve(a, registry_find(&all_records, STR("organisation")),
		                      w->text, &c->unit) == OK;
	}
	if (str_is(w->name, "label") && str_to_i64(w->text, &label)) {
		c->label_given = true;
		c->label = (int)label;
		return true;
	}
	if (str_is(w->name, "only_for")) {
		struct id *ids = arena_get(s->arena, sizeof *ids);

		c->need_to_know_given = true;
		c->need_to_know = ids;
		c->need_to_know_count = 1;
		return record_resolve(a, registry_find(&all_records, STR("person")),
		                      w->text, ids) == OK;
	}
	return false;
}

static bool fit_value(struct scenario *s, struct act *a, const struct record_type *t,
                      struct change *c, const struct word *w)
{
	int field = field_find(t, w->name);
	const struct field *f;

	if (field < 0)
		return fit_built_in(s, a, c, w) ||
		       complain(s, "%.*s is no field of a %s, or has no such value",
		                STR_ARG(w->name), t->name);
	f = &t->fields.at[field];
	if (f->type == T_LINK && w->text.n > 0)
		return resolve_many(s, a, f, c, field, w->text) == OK;
	if (f->type == T_FILE)
		return fit_file(s, c, field, w->text);
	if (f->type == T_BILINE || f->type == T_BITEXT) {
		struct str french;
		struct str english = str_split(w->text, '/', &french);
		change_bilingual(c, field, str_trim(english), str_trim(french));
		return true;
	}
	return change_parse(c, t, field, w->text, &s->why) || refused(&s->why);
}

/* name=value words from s->next on. */
static struct change *fit_change(struct scenario *s, struct act *a)
{
	struct change *c = change_new(s->arena, s->type);

	while (s->next < s->words.count && s->words.at[s->next].name.n > 0)
		if (!fit_value(s, a, s->type, c, &s->words.at[s->next++]))
			return NULL;
	return c;
}

static enum fail create(struct act *a, struct scenario *s)
{
	struct row *row;
	struct change *c;
	enum fail f;

	s->type = registry_find(&all_records, s->words.at[s->next].text);
	s->id = ID_NONE;
	if (!s->type) {
		complain(s, "there is no such type of record");
		return FAIL_FORMAT;
	}
	s->next++;
	if (s->next < s->words.count && s->words.at[s->next].name.n == 0 &&
	    s->words.line.p[s->words.at[s->next].at] == '"')
		s->words.at[s->next].name = str_of(s->type->fields.at[0].name);
	c = fit_change(s, a);
	if (!c)
		return FAIL_FORMAT;
	f = refused(&s->why) ? FAIL_REFUSED : record_create(a, s->type, c, &s->why, &row);
	if (f == OK)
		s->id = row->id;
	return f;
}

static enum fail act_on_it(struct act *a, struct scenario *s)
{
	struct str verb = s->words.at[s->next - 1].text;
	const struct step *step;
	struct change *c;
	struct row *row;

	if (!id_is_set(s->id))
		return FAIL_NOT_FOUND;
	step = step_find(s->type, verb);
	c = fit_change(s, a);
	if (!c)
		return FAIL_FORMAT;
	if (refused(&s->why))
		return FAIL_REFUSED;
	if (str_is(verb, "change"))
		return record_change(a, s->type, s->id, 0, c, &s->why, &row);
	if (str_is(verb, "withdraw"))
		return record_withdraw(a, s->type, s->id, 0, c->reason, &s->why);
	if (str_is(verb, "restore"))
		return record_restore(a, s->type, s->id, c->reason, &s->why);
	if (!step) {
		complain(s, "a %s has no step \"%.*s\"", s->type->name, STR_ARG(verb));
		return FAIL_FORMAT;
	}
	return record_step(a, s->type, s->id, 0, step, c, &s->why, &row);
}

/* ---- seeing ---- */
static struct str shown(struct act *a, const struct row *r, int field)
{
	const struct field *f = &r->type->fields.at[field];
	const struct value *v = &r->values[field];
	struct link_face face;

	switch (f->type) {
	case T_NUMBER:
		return v->filled ? str_format(a->arena, "%lld", (long long)v->number)
		                 : STR("");
	case T_FLAG:
		return v->filled ? str_of(v->number ? "yes" : "no") : STR("");
	case T_DATE:
		return v->filled ? date_text(a->arena, v->date) : STR("");
	case T_LINK:
		if (v->link_count == 0 || link_faces(a, v->links, 1, &face) != OK)
			return STR("");
		return face.masked ? STR("***") : face.title;
	case T_FILE:
		return v->file.name;
	default:
		return v->text;
	}
}

static enum fail see(struct act *a, struct scenario *s)
{
	struct row *row;
	enum fail f =
		id_is_set(s->id) ? record_get(a, s->type, s->id, &row) : FAIL_NOT_FOUND;

	while (f == OK && s->next < s->words.count && s->words.at[s->next].name.n > 0) {
		const struct word *w = &s->words.at[s->next++];
		int field = field_find(s->type, w->name);
		struct str is = str_is(w->name, "state") ? str_of(row_state(row))
		                : field >= 0              ? shown(a, row, field)
		                                         : STR("(no such field)");

		if (str_equal(is, w->text))
			continue;
		complain(s, "%.*s is \"%.*s\"", STR_ARG(w->name), STR_ARG(is));
		f = FAIL_FORMAT;
	}
	return f;
}

/* ---- was it refused as it should? ---- */
static bool one_reason_fits(struct scenario *s, const struct reason *r, struct str expected)
{
	struct str said = message_fill(s->arena, r->why.id, &r->why);
	struct str named = said;

	if (r->field >= 0 && s->type)
		named = str_format(s->arena, "%s %.*s", s->type->fields.at[r->field].name,
		                   STR_ARG(said));
	return str_equal(said, expected) || str_equal(named, expected);
}

static bool expected_reasons(struct scenario *s)
{
	struct str rest = line_from(&s->words, s->next);
	bool fits[64] = { false };
	size_t count = 0;

	while (rest.n > 0) {
		struct str one = str_trim(str_split(rest, ',', &rest));
		bool found = false;

		for (size_t i = 0; i < s->why.count && i < 64; i++)
			if (one_reason_fits(s, &s->why.at[i], one))
				found = fits[i] = true;
		if (!found)
			return complain(s, "refused, but because: %s", reasons(s, &s->why));
	}
	for (size_t i = 0; i < s->why.count && i < 64; i++)
		count += !fits[i];
	return count == 0 || complain(s, "refused, also because: %s", reasons(s, &s->why));
}

static bool came_true(struct scenario *s, enum fail f)
{
	if (f == FAIL_FORMAT)
		return false;
	if (!s->refused) {
		if (f == FAIL_REFUSED)
			return complain(s, "refused: %s", reasons(s, &s->why));
		return f == OK || complain(s, "%s: %s", fail_name(f), fail_message());
	}
	if (f == OK)
		return complain(s, "should have been refused");
	if (f == FAIL_NOT_FOUND && s->next == s->words.count)
		return true;
	if (f != FAIL_REFUSED)
		return complain(s, "%s: %s", fail_name(f), fail_message());
	return expected_reasons(s);
}

/* ---- lines ---- */
static bool actor_named(struct scenario *s, struct str login, const struct actor **out)
{
	struct session session;
	enum fail f = session_of_proxy(s->store, s->arena, login, &session);

	*out = session.actor;
	return f == OK ||
	       complain(s, "nobody is called %.*s (%s)", STR_ARG(login), fail_name(f));
}

static bool cast(struct scenario *s)
{
	const struct words *w = &s->words;
	struct actor program = system_actor(s->org, "cast");
	struct refusal why = refusal_on(s->arena);
	struct id account;
	struct new_account in = { .lang = LANG_EN };
	enum fail f;

	if (w->count < 4)
		return complain(s, "cast LOGIN \"NAME\" ROLE [until=DATE]");
	in.login = w->at[1].text;
	in.password = STR(PASSWORD);
	in.person_name = w->at[2].text;
	in.role = w->at[3].text;
	for (size_t i = 4; i < w->count; i++)
		if (str_is(w->at[i].name, "until") && !date_parse(w->at[i].text, &in.until))
			return complain(s, "until is no date");
	f = account_add(s->store, &program, s->arena, &in, &why, &account);
	if (f != OK)
		return complain(s, "no account: %s %s", reasons(s, &why), fail_message());
	return true;
}

static bool turn_clock(struct scenario *s)
{
	struct date day;
	int64_t taken;
	enum fail f;

	if (s->words.count < 2 || !date_parse(s->words.at[1].text, &day))
		return complain(s, "clock YYYY-MM-DD");
	set_day(s, day);
	f = store_clock_steps(s->store, &taken);
	return f == OK || complain(s, "the clock: %s", fail_message());
}

static bool looks_like_a_code(const struct word *w)
{
	return w->name.n == 0 && w->text.n > 3 && w->text.p[0] >= 'A' &&
	       w->text.p[0] <= 'Z' && str_find(w->text, STR("-")) < 5;
}

/* The record that the line names, seen as the program: who may see it is asked later. */
static enum fail find_named(struct act *a, struct scenario *s)
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

static bool name_record(struct scenario *s)
{
	struct actor program = system_actor(s->org, "scenario");
	struct doing d = { .scenario = s, .job = find_named };

	if (s->next == s->words.count || !looks_like_a_code(&s->words.at[s->next]))
		return true;
	if (store_read(s->store, &program, s->arena, do_job, &d) != OK)
		return complain(s, "there is no such record");
	s->next++;
	return true;
}

static bool act_line(struct scenario *s)
{
	struct doing d = { .scenario = s, .job = act_on_it };
	const struct actor *who;
	struct str verb;

	if (!actor_named(s, s->words.at[0].text, &who))
		return false;
	s->next = 1;
	s->refused = s->words.count > 1 && str_is(s->words.at[1].text, "!");
	if (s->refused)
		s->next++;
	if (s->next == s->words.count)
		return complain(s, "does what?");
	verb = s->words.at[s->next++].text;
	if (str_is(verb, "create")) {
		d.job = create;
		return came_true(s, store_write(s->store, who, s->arena, do_job, &d));
	}
	size_t at = s->next;
	if (!name_record(s))
		return false;
	if (str_is(verb, "see")) {
		d.job = see;
		return came_true(s, store_read(s->store, who, s->arena, do_job, &d));
	}
	if (s->next > at)               /* act_on_it finds the verb just before */
		s->words.at[s->next - 1].text = verb;
	return came_true(s, store_write(s->store, who, s->arena, do_job, &d));
}

bool scenario_line(struct scenario *s, struct str line)
{
	s->words = line_words(s->arena, str_copy(s->arena, line));
	s->complaint[0] = '\0';
	if (s->words.count == 0)
		return true;
	if (str_is(s->words.at[0].text, "cast"))
		return cast(s);
	if (str_is(s->words.at[0].text, "clock"))
		return turn_clock(s);
	return act_line(s);
}
