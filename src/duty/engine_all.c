/*
 * engine_all.c -- what time has changed, everything anew, and how things stood.
 */
#include "base/arena.h"
#include "base/limits.h"
#include "crypto/crypto.h"
#include "duty/engine_parts.h"
#include "store/tenant.h"

#define BATCH 50                        /* subjects in a transaction */
#define STALE_AT_ONCE 500
#define TURNS_MOST 1000                 /* of the clock, before others have their turn */

/* ---- the subject of an id, whatever its type ---- */

static enum fail subject_row(struct evaluation *e, struct id id, struct row **out)
{
	struct act program = *e->world.act;
	struct actor clock = tenant_system(program.actor->org, STR("clock"));
	struct row *found;
	enum fail f;

	/* As the program, which sees everything; it is judged, not shown. */
	program.actor = &clock;
	*out = NULL;
	f = record_find(&program, id, &found);
	if (f == FAIL_NOT_FOUND)
		return OK;
	if (!f && !instant_is_set(found->withdrawn_at))
		*out = found;
	return f;
}

static enum fail evaluate_id(struct evaluation *e, struct id id)
{
	struct row *subject;
	enum fail f;

	if (id_equal(id, e->world.act->actor->org))
		return evaluation_organisation(e, NULL);
	f = subject_row(e, id, &subject);
	return f ? f : evaluation_subject(e, id, subject, NULL);
}

/* ---- time ---- */

enum fail duty_pass_time(struct act *a, size_t most, int64_t *count)
{
	struct id *ids = ARENA_TRY(a->arena, struct id, most);
	struct evaluation e;
	size_t n = 0;
	enum fail f;

	*count = 0;
	if (!duty_engine_duties())
		return OK;
	if (!ids)
		return fail_say(FAIL_MEMORY, "no memory for the duties that are due");
	f = evaluation_open(&e, a, true);
	if (!f)
		f = duty_rows_stale(a, e.world.now, ids, most, &n);
	for (size_t i = 0; !f && i < n; i++) {
		facts_forget(e.world.facts);
		f = evaluate_id(&e, ids[i]);
	}
	*count = (int64_t)n;
	return f;
}

/* ---- everything ---- */

struct everything {
	const struct record_type *type; /* of the subjects at hand */
	struct id after;
	struct id *ids;
	size_t count;
	bool orphans;
	int64_t done;
};

static enum fail find_batch(struct evaluation *e, struct everything *all)
{
	if (all->orphans)
		return duty_rows_orphans(e->world.act, all->ids, BATCH, &all->count);
	return facts_ids_after(e->world.facts, all->type, all->after, all->ids, BATCH,
	                       &all->count);
}

static enum fail run_batch(struct act *a, void *arg)
{
	struct everything *all = arg;
	struct evaluation e;
	enum fail f;

	all->ids = ARENA_TRY(a->arena, struct id, BATCH);
	all->count = 0;
	if (!all->ids)
		return fail_say(FAIL_MEMORY, "no memory for the duties");
	f = evaluation_open(&e, a, false);
	if (!f)
		f = find_batch(&e, all);
	for (size_t i = 0; !f && i < all->count; i++) {
		facts_forget(e.world.facts);
		f = evaluate_id(&e, all->ids[i]);
	}
	if (!f && all->count > 0)
		all->after = all->ids[all->count - 1];
	all->done = e.count;
	return f;
}

static enum fail run_organisation(struct act *a, void *arg)
{
	struct everything *all = arg;
	struct evaluation e;
	enum fail f = evaluation_open(&e, a, false);

	if (!f)
		f = evaluation_organisation(&e, NULL);
	all->done = e.count;
	return f;
}

static enum fail in_transaction(struct store *s, const struct actor *who, store_job *job,
                                struct everything *all, int64_t *count)
{
	struct arena *arena = arena_new(LIMIT_REQUEST_BYTES);
	enum fail f = arena ? store_write(s, who, arena, job, all)
	                    : fail_say(FAIL_MEMORY, "no memory for the duties");

	arena_free(arena);
	*count += f ? 0 : all->done;
	return f;
}

static enum fail all_of_type(struct store *s, const struct actor *who,
                             struct everything *all, int64_t *count)
{
	enum fail f;

	do
		f = in_transaction(s, who, run_batch, all, count);
	while (!f && all->count == BATCH);
	return f;
}

static bool is_first_about(const struct duties *duties, size_t i)
{
	const struct record_type *t = duties->at[i].subject;

	for (size_t k = 0; t && k < i; k++)
		if (duties->at[k].subject == t)
			return false;
	return t != NULL;
}

enum fail duty_evaluate(struct store *s, const struct actor *who, int64_t *count)
{
	const struct duties *duties = duty_engine_duties();
	struct everything rest = { .orphans = true };
	enum fail f = OK;

	*count = 0;
	if (!duties)
		return OK;
	for (size_t i = 0; !f && i < duties->count; i++) {
		struct everything all = { .type = duties->at[i].subject };

		if (is_first_about(duties, i))
			f = all_of_type(s, who, &all, count);
	}
	if (!f)
		f = all_of_type(s, who, &rest, count);
	return f ? f : in_transaction(s, who, run_organisation, &rest, count);
}

/* ---- the clock ---- */

/* What the rows were worked out with: another text when anything of it is another. */
static struct str basis_of(struct arena *a, const struct duties *duties)
{
	struct text t = text_on(a, LIMIT_REQUEST_BYTES);
	uint8_t hash[SHA256_BYTES];

	text_addf(&t, "%s %s\n", WARDROOM_VERSION, zone_edition());
	for (size_t i = 0; i < duties->count; i++)
		if (i == 0 || duties->at[i].pack != duties->at[i - 1].pack)
			for (size_t k = 0; k < duties->at[i].pack->duty_file_count; k++)
				text_add(&t, duties->at[i].pack->duty_files[k].bytes);
	struct str all = text_str(&t);
	sha256(all.p, all.n, hash);
	return hex(a, hash, sizeof hash);
}

struct clocking {
	struct str basis;
	bool stale, passed;
	int64_t count;
};

/* With what the organisation chose. */
static enum fail own_basis(struct act *a, struct clocking *c)
{
	struct world w;
	enum fail f = world_open(&w, a, duty_engine_duties(), facts_now(a), a->now);

	if (!f)
		c->basis = str_format(a->arena, "%.*s %.*s %.*s %lld", STR_ARG(c->basis),
		                      STR_ARG(w.zone_name), STR_ARG(w.jurisdictions),
		                      (long long)w.adopted.us);
	return f;
}

/* What there is to do at all; most minutes nothing. */
static enum fail look(struct act *a, void *arg)
{
	struct clocking *c = arg;
	struct instant now;
	struct str was;
	struct id one;
	size_t n = 0;
	enum fail f = own_basis(a, c);

	if (!f)
		f = duty_basis_get(a, &was);
	c->stale = !f && !str_equal(was, c->basis);
	if (!f)
		f = duty_now(a, &now);
	if (!f)
		f = duty_rows_stale(a, now, &one, 1, &n);
	c->passed = n > 0;
	return f;
}

static enum fail set_basis(struct act *a, void *arg)
{
	struct clocking *c = arg;

	return duty_basis_set(a, c->basis);
}

static enum fail pass_time(struct act *a, void *arg)
{
	struct clocking *c = arg;

	return duty_pass_time(a, STALE_AT_ONCE, &c->count);
}

static enum fail one_tenant(struct store *s, struct id org, int64_t *count)
{
	const struct actor clock = tenant_system(org, STR("clock"));
	struct arena *arena = arena_new(LIMIT_REQUEST_BYTES);
	struct clocking c = { .stale = false };
	int64_t done = 0;
	enum fail f;

	if (!arena)
		return fail_say(FAIL_MEMORY, "no memory for the duties");
	c.basis = basis_of(arena, duty_engine_duties());
	f = store_read(s, &clock, arena, look, &c);
	if (!f && c.stale)
		f = duty_evaluate(s, &clock, &done);
	if (!f && c.stale)
		f = store_write(s, &clock, arena, set_basis, &c);
	*count += done;
	for (int turn = 0; !f && c.passed && turn < TURNS_MOST; turn++) {
		arena_reset(arena);
		f = store_write(s, &clock, arena, pass_time, &c);
		*count += c.count;
		c.passed = c.count == STALE_AT_ONCE;
	}
	arena_free(arena);
	return f;
}

enum fail duty_clock(struct store *s, int64_t *count)
{
	struct arena *arena = arena_new(LIMIT_REQUEST_BYTES);
	struct tenant *tenants;
	size_t n = 0;
	enum fail f;

	*count = 0;
	if (!duty_engine_duties() || !arena) {
		arena_free(arena);
		return OK;
	}
	f = tenant_list(s, arena, &tenants, &n);
	for (size_t i = 0; !f && i < n; i++)
		f = one_tenant(s, tenants[i].org, count);
	arena_free(arena);
	return f;
}

/* ---- as of an instant ---- */

#define TYPES_MOST 300

static size_t types_read(const struct duties *duties, const struct record_type **out)
{
	size_t n = 0;

	for (size_t i = 0; i <= duties->count; i++) {
		const struct duty *d = i < duties->count ? &duties->at[i] : NULL;
		const struct record_type *const read[] = {
			d ? d->subject : duties->registry->duty_decisions,
			d ? d->wanted.reach.type : NULL,
			d ? d->parts.tested.reach.type : NULL,
			d ? d->each.reach.type : NULL,
			d ? d->each.record.type : NULL,
		};

		for (size_t k = 0; k < COUNT(read); k++) {
			size_t at = 0;

			while (at < n && out[at] != read[k])
				at++;
			if (read[k] && at == n && n < TYPES_MOST)
				out[n++] = read[k];
		}
	}
	return n;
}

/* Of what was entered later, only what had begun by then. */
static enum fail had_begun(struct world *w, const struct duty *d, const struct row *subject,
                           bool *out)
{
	enum fail f = OK;

	*out = subject->created_at.us <= w->now.us;
	for (size_t i = 0; !f && !*out && i < d->start_count; i++) {
		struct instant at;

		f = moment_of(w, &d->starts[i], subject, &at);
		*out = instant_is_set(at) && at.us <= w->now.us;
	}
	return f;
}

static enum fail tell_one(struct world *w, const struct duty *d, const struct row *subject,
                          duty_told *told, void *arg)
{
	struct standing s;
	enum fail f = duty_stands(w, d, subject, &s);

	return f ? f : told(arg, w->act, d, subject, &s);
}

static enum fail tell_duty(struct world *w, const struct duty *d, duty_told *told,
                           void *arg)
{
	struct fact_rows rows;
	size_t told_of = 0;
	enum fail f;

	if (!d->subject)
		return tell_one(w, d, NULL, told, arg);
	f = facts_all(w->facts, d->subject, &rows);
	for (size_t i = 0; !f && i < rows.count; i++) {
		bool begun;

		if (!duty_is_about(d, rows.at[i]))
			continue;
		f = had_begun(w, d, rows.at[i], &begun);
		if (f || !begun)
			continue;
		told_of++;
		f = tell_one(w, d, rows.at[i], told, arg);
	}
	return f || told_of > 0 ? f : tell_one(w, d, NULL, told, arg);
}

static enum fail tell_all(struct world *w, const struct duty *only, duty_told *told,
                          void *arg)
{
	enum fail f = OK;

	for (size_t i = 0; !f && i < w->duties->count; i++)
		if ((!only || only == &w->duties->at[i]) &&
		    world_has(w, &w->duties->at[i]))
			f = tell_duty(w, &w->duties->at[i], told, arg);
	return f;
}

enum fail duty_as_of(struct act *a, struct instant at, enum known_when known,
                     const struct duty *only, duty_told *told, void *arg)
{
	const struct duties *duties = duty_engine_duties();
	const struct record_type *types[TYPES_MOST];
	struct facts *facts;
	struct world w;
	enum fail f;

	if (!duties)
		return OK;
	f = facts_then(a, at, known, types, types_read(duties, types), &facts);
	if (!f)
		f = world_open(&w, a, duties, facts, at);
	return f ? f : tell_all(&w, only, told, arg);
}

enum fail duty_as_it_is(struct act *a, const struct duty *only, duty_told *told, void *arg)
{
	const struct duties *duties = duty_engine_duties();
	struct evaluation e;
	enum fail f;

	if (!duties)
		return OK;
	f = evaluation_open(&e, a, false);
	return f ? f : tell_all(&e.world, only, told, arg);
}
