/*
 * verify_replay.c -- one record: its history replayed, and what is in the tables now.
 *
 * The entries are folded in their order: each holds the values that it changed.  What
 * results must be the row, its short form, its links and its approvals, field by field.
 * What had another name in an earlier version is followed; a field that is gone is only
 * asked for by approvals, which were given when it was there.
 */
#include "store/verify_parts.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/limits.h"
#include "codec/json.h"
#include "crypto/crypto.h"

#define FOLDED_MAX (NAMED_VALUES_MAX + GONE_FIELDS_MAX)

/* The latest value of every name of the type, as row_canonical orders them; then of the
 * fields that are gone.  By their present names, choices and states. */
struct fold_state {
	const struct record_type *type;
	struct str name[FOLDED_MAX];
	const struct field *field[FOLDED_MAX];  /* null: built in */
	struct str json[FOLDED_MAX];    /* p null: not filled */
	size_t count;                   /* of those that the row has */
	size_t all;                     /* with those that are gone */
	const struct ledger_row *first, *last;
	bool gone;                      /* left the bin for good */
};

#define APPROVALS_AT_MOST 128
struct expected_approval {
	int64_t at, version;
	struct id account;
	struct str step;
	const struct str *json;         /* of the fold, when it was given */
	uint8_t values[SHA256_BYTES];   /* changes with anything that was typed */
	bool voided, seen;
};
struct expected {
	struct expected_approval at[APPROVALS_AT_MOST];
	size_t count;
};

static struct str face(struct verify *v, const struct record_type *t, struct id id,
                       const struct row *r)
{
	if (r)
		return record_code(v->scratch, t, r->number);
	return str_format(v->scratch, "%s %.*s", t->name, STR_ARG(id_text(v->scratch, id)));
}

/* The names, from a row of nothing. */
static void fold_start(struct verify *v, const struct record_type *t, struct fold_state *f)
{
	struct named_value names[NAMED_VALUES_MAX];
	struct row nothing = { .type = t };

	nothing.values = arena_get(v->scratch, t->fields.count * sizeof *nothing.values);
	*f = (struct fold_state){ .type = t };
	f->all = f->count = row_canonical(v->scratch, &nothing, names);
	for (size_t i = 0; i < f->count; i++) {
		f->name[i] = names[i].name;
		f->field[i] = names[i].field >= 0 ? &t->fields.at[names[i].field] : NULL;
	}
	for (size_t i = 0; i < t->gone.count; i++, f->all++) {
		f->name[f->all] = str_of(t->gone.at[i].name);
		f->field[f->all] = &t->gone.at[i];
	}
}

static bool called(const struct fold_state *f, size_t i, struct str name)
{
	const struct field *field = f->field[i];

	return str_equal(f->name[i], name) || (field && was_called(field->was, name));
}

/* A value as it is written today: its choice or state may have had another name. */
static struct str as_now(struct verify *v, const struct fold_state *f, size_t i,
                         struct str json)
{
	const struct field *field = f->field[i];
	bool renamed = str_is(f->name[i], LEDGER_STATE) && f->type->states_were.count > 0;
	struct str now = json;

	if (str_is(json, "null"))
		return STR_NONE;
	if (field && field->choices_were.count > 0)
		now = choice_now(field, verify_text(v, json));
	else if (renamed && state_find(f->type, verify_text(v, json)) >= 0)
		now = str_of(f->type->states
		                     .at[state_find(f->type, verify_text(v, json))]
		                     .name);
	else
		return json;
	return str_format(v->scratch, "\"%.*s\"", STR_ARG(now));
}

static void fold_entry(struct verify *v, struct fold_state *f, const struct ledger_row *e)
{
	if (!f->first)
		f->first = e;
	f->last = e;
	/* What has left the bin may be erased afterwards; it does not come back. */
	f->gone = str_is(e->what, "purge") || (f->gone && ledger_destroys(e->what));
	/* An erasure says everything that is left. */
	for (size_t i = 0; i < f->all && ledger_destroys(e->what); i++)
		f->json[i] = STR_NONE;
	for (size_t k = 0; k < e->opened_count; k++)
		for (size_t i = 0; i < f->all; i++)
			if (called(f, i, e->opened[k].field))
				f->json[i] = as_now(v, f, i, e->opened[k].json);
}

/* ---- approvals ---- */

static int by_name(const void *x, const void *y)
{
	const struct named_value *a = x, *b = y;

	return str_compare(a->name, b->name);
}

/*
 * What one value may have been bound as: an approval keeps the names that fields and
 * choices had when it was given.  The first is the name of today; of a field that is gone,
 * nothing.
 */
#define READINGS_MAX 8
#define TRIES_MAX 4096

struct readings {
	struct named_value at[READINGS_MAX];
	size_t count;
};

static void add_names(struct readings *r, const struct fold_state *f, size_t i,
                      struct str json)
{
	struct str rest = str_of(f->field[i]->was ? f->field[i]->was : "");
	struct str name = f->name[i];

	while (r->count < READINGS_MAX) {
		r->at[r->count++] = (struct named_value){ 0, name, json };
		if (rest.n == 0)
			break;
		name = str_split(rest, ' ', &rest);
	}
}

static void read_as(struct verify *v, const struct fold_state *f, size_t i, struct str json,
                    struct readings *r)
{
	const struct field *field = f->field[i];
	struct str now;

	r->count = 0;
	if (i >= f->count)
		r->at[r->count++] = (struct named_value){ 0, f->name[i], STR_NONE };
	add_names(r, f, i, json);
	if (field->choices_were.count == 0)
		return;
	now = verify_text(v, json);
	for (size_t k = 0; k < field->choices_were.count; k++)
		if (str_is(now, field->choices_were.at[k].now))
			add_names(r, f, i,
			          str_format(v->scratch, "\"%s\"",
			                     field->choices_were.at[k].was));
}

static bool is_bound(const struct fold_state *f, size_t i, struct str json)
{
	return json.p && f->field[i] && field_is_bound(f->field[i]);
}

/* As store/approvals.c binds them: sorted, as one object. */
static void hash_values(struct verify *v, struct named_value *named, size_t n,
                        uint8_t out[SHA256_BYTES])
{
	struct text t = text_on(v->scratch, LIMIT_REQUEST_BYTES);
	struct json_out j = json_to(&t);

	qsort(named, n, sizeof *named, by_name);
	json_open_object(&j);
	for (size_t i = 0; i < n; i++) {
		json_name_str(&j, named[i].name);
		json_put_raw(&j, named[i].json);
	}
	json_close_object(&j);
	struct str s = text_str(&t);
	sha256(s.p, s.n, out);
}

static void fold_hash(struct verify *v, const struct fold_state *f,
                      uint8_t out[SHA256_BYTES])
{
	struct named_value named[FOLDED_MAX];
	size_t n = 0;

	for (size_t i = 0; i < f->all; i++)
		if (is_bound(f, i, f->json[i]))
			named[n++] = (struct named_value){ 0, f->name[i], f->json[i] };
	hash_values(v, named, n, out);
}

/* Counts on as a clock does; false when all were had. */
static bool next_reading(size_t *picked, const struct readings *r, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (++picked[i] < r[i].count)
			return true;
		picked[i] = 0;
	}
	return false;
}

/* Is this the hash of these values, by the names of today or of an earlier version? */
static bool binds(struct verify *v, const struct fold_state *f, const struct str *json,
                  struct str hash)
{
	struct readings *r = arena_get(v->scratch, FOLDED_MAX * sizeof *r);
	size_t picked[FOLDED_MAX] = { 0 }, n = 0, tries = 0;
	uint8_t made[SHA256_BYTES];

	for (size_t i = 0; i < f->all; i++)
		if (is_bound(f, i, json[i]))
			read_as(v, f, i, json[i], &r[n++]);
	do {
		struct named_value named[FOLDED_MAX];
		size_t k = 0;

		for (size_t i = 0; i < n; i++)
			if (r[i].at[picked[i]].json.p)
				named[k++] = r[i].at[picked[i]];
		hash_values(v, named, k, made);
		if (hash.n == sizeof made && memcmp(hash.p, made, sizeof made) == 0)
			return true;
	} while (++tries < TRIES_MAX && next_reading(picked, r, n));
	return false;
}

static const struct step *approval_step(const struct record_type *t, struct str what)
{
	if (!str_starts(what, "step:"))
		return NULL;
	const struct step *step = step_find(t, str_from(what, 5));
	return step && step->approval ? step : NULL;
}

static void expect_approvals(struct verify *v, const struct fold_state *f,
                             const struct ledger_row *e, struct expected *all)
{
	uint8_t hash[SHA256_BYTES];
	const struct step *step = approval_step(f->type, e->what);

	if (ledger_destroys(e->what))
		all->count = 0;
	if (all->count == 0 && !step)
		return;
	fold_hash(v, f, hash);
	for (size_t i = 0; i < all->count; i++)
		all->at[i].voided |= memcmp(all->at[i].values, hash, sizeof hash) != 0;
	if (!step || all->count == APPROVALS_AT_MOST)
		return;
	struct expected_approval *one = &all->at[all->count++];
	*one = (struct expected_approval){
		.at = e->at.us,
		.version = e->version,
		.account = e->by,
		.step = str_of(step->name),
		.json = memcpy(arena_get(v->scratch, sizeof f->json), f->json,
		               sizeof f->json),
	};
	memcpy(one->values, hash, sizeof hash);
}

static void check_approval(struct verify *v, struct str where, const struct fold_state *f,
                           struct stmt *s, struct expected *all)
{
	struct str hash = column_blob(s, 4);
	struct str step = column_str(s, 3);

	for (size_t i = 0; i < all->count; i++) {
		struct expected_approval *e = &all->at[i];
		if (e->at != column_i64(s, 0))
			continue;
		e->seen = true;
		if (e->version != column_i64(s, 1) ||
		    !id_equal(e->account, column_id(s, 2)) || !str_equal(e->step, step) ||
		    !binds(v, f, e->json, hash))
			verify_differs(
				v, where,
				"the approval \"%.*s\" is not the one in its history",
				STR_ARG(e->step));
		if (e->voided != (column_i64(s, 5) != 0))
			verify_differs(v, where,
			               e->voided ? "the approval \"%.*s\" counts, although "
			                           "the record "
			                           "was changed afterwards"
			                         : "the approval \"%.*s\" is void, "
			                           "although nothing was "
			                           "changed afterwards",
			               STR_ARG(e->step));
		return;
	}
	verify_differs(v, where,
	               "it has an approval \"%.*s\" that its history does not know",
	               STR_ARG(step));
}

static enum fail check_approvals(struct verify *v, struct str where,
                                 const struct fold_state *f, struct id id,
                                 struct expected *all)
{
	struct stmt *s = query(
		v->act->tx, SQL("select made_at, version, account, step, hash, voided_at\n"
	                        "from approval\n"
	                        "where org = :org and record = :record"));
	int row;

	bind_id(s, "org", v->org);
	bind_id(s, "record", id);
	while ((row = query_next(s)) > 0) {
		v->result->approvals++;
		check_approval(v, where, f, s, all);
	}
	query_end(s);
	for (size_t i = 0; i < all->count; i++)
		if (!all->at[i].seen)
			verify_differs(v, where, "its approval \"%.*s\" is missing",
			               STR_ARG(all->at[i].step));
	return row < 0 ? (enum fail)row : OK;
}

/* ---- the row ---- */

static bool same(struct str a, struct str b)
{
	return !a.p == !b.p && str_equal(a, b);
}

static void check_values(struct verify *v, struct str where, const struct fold_state *f,
                         const struct row *r)
{
	struct named_value now[NAMED_VALUES_MAX];
	size_t n = row_canonical(v->scratch, r, now);

	for (size_t i = 0; i < n && i < f->count; i++) {
		if (same(now[i].json, f->json[i]))
			continue;
		bool sensitive = f->field[i] && f->field[i]->sensitive;
		if (sensitive || now[i].json.n > 200 || f->json[i].n > 200)
			verify_differs(v, where, "\"%.*s\" is not what its history says",
			               STR_ARG(now[i].name));
		else
			verify_differs(v, where,
			               "\"%.*s\" is %.*s, and its history says %.*s",
			               STR_ARG(now[i].name),
			               STR_ARG(now[i].json.p ? now[i].json : STR("empty")),
			               STR_ARG(f->json[i].p ? f->json[i] : STR("empty")));
	}
}

static void check_stamps(struct verify *v, struct str where, const struct fold_state *f,
                         const struct row *r)
{
	if (r->version != f->last->version)
		verify_differs(v, where, "its version is %lld, and its history says %lld",
		               (long long)r->version, (long long)f->last->version);
	if (r->changed_at.us != f->last->at.us || !id_equal(r->changed_by, f->last->by))
		verify_differs(v, where,
		               "when or by whom it was last changed is not what its "
		               "history says");
	if (r->created_at.us != f->first->at.us || !id_equal(r->created_by, f->first->by))
		verify_differs(v, where,
		               "when or by whom it was made is not what its history says");
}

/* ---- what is kept besides the row ---- */

static enum fail check_entry(struct verify *v, struct str where, const struct row *r)
{
	struct entry e;
	struct str state = r->type->states.count ? str_of(row_state(r)) : STR("");
	const struct value *title = &r->values[0];
	enum fail f = entry_get(v->act, r->id, &e);

	if (f == FAIL_NOT_FOUND) {
		verify_differs(v, where, "its short form is missing");
		return OK;
	}
	if (f != OK)
		return f;
	if (!type_is(e.type, r->type) || e.number != r->number ||
	    !str_equal(e.title, title->text) || !str_equal(e.french, title->french) ||
	    !str_equal(e.state, state))
		verify_differs(v, where,
		               "its short form has another title, number or state");
	if (!id_equal(e.subject.unit, r->unit) || e.subject.label != r->label ||
	    !id_equal(e.subject.owner, r->owner) ||
	    e.withdrawn != instant_is_set(r->withdrawn_at) ||
	    e.subject.need_to_know_count != r->need_to_know_count)
		verify_differs(v, where,
		               "its short form is seen by other people than the record");
	return OK;
}

static bool has_link(const struct row *r, struct str field, struct id target)
{
	int at = field_find(r->type, field);
	const struct value *value = at >= 0 ? &r->values[at] : NULL;

	for (size_t i = 0; value && i < value->link_count; i++)
		if (id_equal(value->links[i], target))
			return true;
	return false;
}

static enum fail check_links(struct verify *v, struct str where, const struct row *r)
{
	struct stmt *s = query(v->act->tx, SQL("select field, target\n"
	                                       "from link\n"
	                                       "where org = :org and source = :source"));
	size_t stored = 0, linked = 0;
	bool foreign = false;
	int row;

	bind_id(s, "org", v->org);
	bind_id(s, "source", r->id);
	while ((row = query_next(s)) > 0) {
		/* Links of fields that are gone stay in the table. */
		if (field_find(r->type, column_str(s, 0)) < 0)
			continue;
		stored++;
		foreign |= !has_link(r, column_str(s, 0), column_id(s, 1));
	}
	query_end(s);
	for (size_t i = 0; i < r->type->fields.count; i++)
		if (r->type->fields.at[i].type == T_LINK && r->values[i].filled)
			linked += r->values[i].link_count;
	if (row >= 0 && (foreign || stored != linked))
		verify_differs(v, where,
		               "its links from elsewhere are not those of its fields");
	return row < 0 ? (enum fail)row : OK;
}

/* A file that no row names as used would leave the disk unnoticed. */
static enum fail check_file_uses(struct verify *v, struct str where, const struct row *r)
{
	for (size_t i = 0; i < r->type->fields.count; i++) {
		const struct value *value = &r->values[i];
		if (r->type->fields.at[i].type != T_FILE || !value->filled)
			continue;
		struct stmt *s =
			query(v->act->tx, SQL("select 1 from file_use where org = :org"
		                              " and hash = :hash and record = :record"));
		bind_id(s, "org", v->org);
		bind_blob(s, "hash", value->file.sha256, sizeof value->file.sha256);
		bind_id(s, "record", r->id);
		int row = query_next(s);
		query_end(s);
		if (row < 0)
			return (enum fail)row;
		if (row == 0)
			verify_differs(v, where, "its file is not listed as used");
	}
	return OK;
}

static enum fail check_present(struct verify *v, struct str where,
                               const struct fold_state *f, const struct row *r,
                               struct expected *all)
{
	check_values(v, where, f, r);
	check_stamps(v, where, f, r);
	enum fail failed = check_entry(v, where, r);
	if (failed == OK)
		failed = check_links(v, where, r);
	if (failed == OK)
		failed = check_file_uses(v, where, r);
	return failed == OK ? check_approvals(v, where, f, r->id, all) : failed;
}

static void check_order(struct verify *v, struct str where,
                        const struct ledger_row *entries, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (entries[i].version != (int64_t)i + 1) {
			verify_differs(v, where, "version %zu is missing from its history",
			               i + 1);
			return;
		}
}

/* What is before an erasure has no values; everything else has. */
static void check_erasure(struct verify *v, struct str where,
                          const struct ledger_row *entries, size_t count)
{
	size_t until = 0;

	for (size_t i = 0; i < count; i++)
		if (ledger_destroys(entries[i].what))
			until = i;
	for (size_t i = 0; i < count; i++) {
		if (entries[i].erased == (i < until))
			continue;
		verify_differs(
			v, where,
			i < until
				? "it was erased, but values of entry %lld are still there"
				: "values of entry %lld are gone, and its history does not "
				  "say that it was erased",
			(long long)entries[i].seq);
		return;
	}
}

enum fail verify_replay(struct verify *v, const struct record_type *t, struct id id,
                        const struct row *r)
{
	t = type_here(v->act, t);
	struct ledger_row *entries;
	struct fold_state *f = ARENA_NEW(v->scratch, struct fold_state);
	struct expected *all = ARENA_NEW(v->scratch, struct expected);
	size_t count;
	struct str where = face(v, t, id, r);
	enum fail failed =
		ledger_of_record(v->act->tx, v->scratch, v->org, id, &entries, &count);

	if (failed == FAIL_DATABASE && fail_message()[0]) {
		verify_differs(v, where, "%s", fail_message());
		return OK;
	}
	if (failed != OK)
		return failed;
	v->result->records++;
	fold_start(v, t, f);
	for (size_t i = 0; i < count; i++) {
		fold_entry(v, f, &entries[i]);
		if (!entries[i].erased)
			expect_approvals(v, f, &entries[i], all);
	}
	if (!r && !f->gone)
		verify_differs(v, where,
		               "it is not in the tables, and its history does not say "
		               "that it was taken away");
	else if (r && (count == 0 || f->gone))
		verify_differs(v, where,
		               count ? "it is in the tables, although its history says "
		                       "that it was taken away"
		                     : "it is in the tables, but has no history");
	check_order(v, where, entries, count);
	check_erasure(v, where, entries, count);
	return r && count > 0 && !f->gone ? check_present(v, where, f, r, all) : OK;
}
