/*
 * rules.c -- everything that can be refused about a record, found in one go.
 *
 * First the change is put into the row (what may not be given here is refused), then the
 * row as it would be is judged: limits, what is required, links that exist and may be seen,
 * what must be unique, and the type's own checks.
 */
#include "store/parts.h"

#include <stdlib.h>

#include "base/arena.h"
#include "codec/words.h"

/* ---- the change into the row ---- */
static bool may_be_given(const struct rule_case *c, int field, struct refusal *why)
{
	const struct field *f = &c->after->type->fields.at[field];

	if (c->by_program)
		return true;
	if (f->retired)
		return refuse(why, field, "is retired and takes no new values", NULL);
	if (f->set_by_program)
		return refuse(why, field, "is set by the program and cannot be typed",
		              NULL);
	if (c->step && (f->local || !((c->step->needs | c->step->takes) & BIT(field))))
		return refuse(why, field, "cannot be given with this step",
		              "Change the record first, then take the step.");
	return true;
}

/* Links of the old value that this person cannot see stay: nobody removes what is hidden.
 */
static enum fail keep_hidden_links(struct act *a, const struct value *before,
                                   struct value *v)
{
	size_t room = before->link_count + v->link_count;
	struct id *ids = ARENA_TRY(a->arena, struct id, room + 1);
	size_t n = v->link_count;

	if (!ids)
		return fail_say(FAIL_MEMORY, "no memory for the links of a record");
	if (n > 0)
		memcpy(ids, v->links, n * sizeof *ids);
	for (size_t i = 0; i < before->link_count; i++) {
		struct entry e;
		enum fail f = entry_get(a, before->links[i], &e);
		if (f && f != FAIL_NOT_FOUND)
			return f;
		if (!f && !entry_visible(a, &e))
			ids[n++] = before->links[i];
	}
	if (n > v->link_count) {
		struct change *sorted = change_new(
			a->arena, &(const struct record_type){
					  .fields = { &(const struct field){ .type = T_LINK,
		                                                             .many = true },
		                                      1 } });
		change_links(sorted, 0, ids, n);
		*v = sorted->values[0];
	}
	return OK;
}

static void apply_built_in(struct rule_case *c)
{
	const struct change *given = c->change;
	struct row *r = c->after;

	if (given->unit_given)
		r->unit = given->unit;
	if (given->label_given)
		r->label = given->label;
	if (given->owner_given)
		r->owner = given->owner;
	if (given->need_to_know_given) {
		r->need_to_know = given->need_to_know;
		r->need_to_know_count = given->need_to_know_count;
	}
}

static bool built_in_given(const struct change *c)
{
	return c->unit_given || c->label_given || c->owner_given || c->need_to_know_given;
}

/* The field of a change in the record: what an organisation added may have moved since. */
static int field_here(const struct rule_case *c, size_t given, struct refusal *why)
{
	const char *name = c->change->type->fields.at[given].name;
	const struct record_type *t = c->after->type;

	if (given < t->fields.count && strcmp(t->fields.at[given].name, name) == 0)
		return (int)given;
	int field = field_find(t, str_of(name));
	if (field < 0)
		refuse_with(why, FIELD_NONE,
		            MESSAGE1("there is no field \"%1\"", str_of(name)),
		            (struct message){ 0 });
	return field;
}

void rules_apply(struct act *a, struct rule_case *c, struct refusal *why)
{
	const struct record_type *t = c->after->type;

	if (!c->change)
		return;
	if (c->step && built_in_given(c->change))
		refuse(why, FIELD_NONE, "only fields of the step can be given with it",
		       "Change the record first, then take the step.");
	else
		apply_built_in(c);
	for (size_t k = 0; k < c->change->type->fields.count; k++) {
		int i = c->change->given[k] ? field_here(c, k, why) : -1;
		if (i < 0 || !may_be_given(c, i, why))
			continue;
		struct value v = c->change->values[k];
		bool keeps = t->fields.at[i].type == T_LINK && c->before &&
		             !c->by_program && (t->fields.at[i].many || !v.filled);
		if (keeps && keep_hidden_links(a, &c->before->values[i], &v))
			arena_fail(a->arena);
		c->after->values[i] = v;
	}
}

/* ---- the row as it would be ---- */
static bool changed(const struct rule_case *c, int field)
{
	const struct field *f = &c->after->type->fields.at[field];

	return !c->before ||
	       !value_equal(f, &c->before->values[field], &c->after->values[field]);
}

static bool was_linked(const struct rule_case *c, int field, struct id id)
{
	for (size_t i = 0; c->before && i < c->before->values[field].link_count; i++) {
		if (id_equal(c->before->values[field].links[i], id))
			return true;
	}
	return false;
}

static enum fail check_links(struct act *a, struct rule_case *c, int field,
                             struct refusal *why)
{
	const struct field *f = &c->after->type->fields.at[field];
	const struct value *v = &c->after->values[field];

	for (size_t i = 0; v->filled && i < v->link_count; i++) {
		struct entry e;
		if (was_linked(c, field, v->links[i]))
			continue;
		enum fail failed = entry_get(a, v->links[i], &e);
		if (failed && failed != FAIL_NOT_FOUND)
			return failed;
		if (failed || (!entry_visible(a, &e) && !c->by_program) || e.withdrawn)
			refuse(why, field, "links to a record that does not exist",
			       "Choose one from the list.");
		else if (f->target && e.type != type_base(f->target))
			refuse_with(why, field,
			            MESSAGE1("links to a record of another kind (%1)",
			                     record_code(a->arena, e.type, e.number)),
			            MESSAGE("Choose one from the list."));
	}
	return OK;
}

/* Of a record that the writer may not see nothing is said, not even that there is one. */
static enum fail refuse_taken(struct act *a, struct id taker, int field,
                              struct refusal *why)
{
	struct entry e;
	enum fail f = entry_get(a, taker, &e);

	if (f == OK && entry_visible(a, &e))
		refuse(why, field, "is already taken by another record", "Choose another.");
	else if (f == OK || f == FAIL_NOT_FOUND)
		refuse(why, field, "cannot be used here", "Choose another.");
	return f == FAIL_NOT_FOUND ? OK : f;
}

/* Unique among what is not withdrawn; texts are compared as they are sorted. */
static enum fail check_unique(struct act *a, const struct row *r, int field,
                              struct refusal *why)
{
	const struct record_type *t = r->type;
	const struct field *f = &t->fields.at[field];
	struct column columns[COLUMNS_OF_FIELD];
	const struct value *v = &r->values[field];
	const char *key;

	(void)field_columns(f, columns);
	key = f->type == T_LINE ? columns[1].name : columns[0].name;
	struct stmt *s = query_composed(
		a->tx, sql_for(a->arena,
	                       SQL("select t.id from this_type t where t.org = :org"
	                           " and t.this_column = :value and t.id <> :id"
	                           " and t.withdrawn_at = 0 limit 1"),
	                       t, key));
	bind_id(s, "org", act_org(a));
	bind_id(s, "id", r->id);
	if (f->type == T_LINE)
		bind_str(s, "value", fold(a->arena, str_cut_utf8(v->text, FOLDED_BYTES)));
	else if (f->type == T_NUMBER)
		bind_i64(s, "value", v->number);
	else if (f->type == T_DATE)
		bind_str(s, "value", date_text(a->arena, v->date));
	else
		bind_id(s, "value", v->link_count ? v->links[0] : ID_NONE);
	int row = query_next(s);
	struct id taker = row == 1 ? column_id(s, 0) : ID_NONE;
	query_end(s);
	return row == 1 ? refuse_taken(a, taker, field, why) : (enum fail)row;
}

enum fail rules_unique(struct act *a, const struct row *r, struct refusal *why)
{
	enum fail f = OK;

	for (size_t i = 0; !f && i < r->type->fields.count; i++) {
		if (r->type->fields.at[i].unique && r->values[i].filled)
			f = check_unique(a, r, (int)i, why);
	}
	return f;
}

/* One that was added later is asked for at the next change, not at a step. */
static bool is_asked_for(const struct rule_case *c, const struct field *f)
{
	return f->required && !(f->local && (c->step || c->by_program));
}

static enum fail check_field(struct act *a, struct rule_case *c, int field,
                             struct refusal *why)
{
	const struct field *f = &c->after->type->fields.at[field];
	const struct value *v = &c->after->values[field];
	enum fail failed = OK;

	if (!v->filled) {
		if (is_asked_for(c, f))
			refuse(why, field, "is empty", NULL);
		return OK;
	}
	/* What was accepted earlier is not judged again, except by the rules of the trade.
	 */
	if (changed(c, field)) {
		size_t before = why->count;
		(void)value_check(f, field, v, why);
		if (f->type == T_LINK && why->count == before)
			failed = check_links(a, c, field, why);
		if (!failed && f->unique && why->count == before)
			failed = check_unique(a, c->after, field, why);
	}
	/* A step judges only what is given with it; time may have passed since the rest. */
	if (!failed && f->check && (changed(c, field) || (!c->step && !c->by_program)))
		(void)f->check(a, c->after, why);
	return failed;
}

/* A unit is an organisation, and whoever owns or needs to know is a person. */
static bool is_of_the_kind(const struct act *a, int field, const struct entry *e)
{
	struct str name = field == FIELD_UNIT ? STR("organisation") : STR("person");
	const struct record_type *kind = registry_find(a->store->registry, name);

	return !kind || e->type == kind;
}

static enum fail check_built_in_link(struct act *a, const struct rule_case *c, int field,
                                     struct id was, struct id id, struct refusal *why)
{
	struct entry e;

	if (!id_is_set(id) || id_equal(id, was) || id_equal(id, c->after->id))
		return OK;
	enum fail f = entry_get(a, id, &e);
	if (f == FAIL_NOT_FOUND || (!f && (e.withdrawn || !is_of_the_kind(a, field, &e)))) {
		refuse(why, field, "links to a record that does not exist",
		       "Choose one from the list.");
		return OK;
	}
	return f;
}

static int by_id(const void *x, const void *y)
{
	return id_compare(*(const struct id *)x, *(const struct id *)y);
}

static bool is_listed(const struct row *r, struct id person)
{
	for (size_t i = 0; r && i < r->need_to_know_count; i++)
		if (id_equal(r->need_to_know[i], person))
			return true;
	return false;
}

/* The persons given, and those listed before whom this person cannot see. */
static enum fail gather_persons(struct act *a, const struct rule_case *c, struct id *out,
                                size_t *count)
{
	const struct row *before = c->before;
	size_t n = c->after->need_to_know_count;

	if (n > 0)
		memcpy(out, c->after->need_to_know, n * sizeof *out);
	for (size_t i = 0; before && !c->by_program && i < before->need_to_know_count;
	     i++) {
		struct entry e;
		enum fail f = entry_get(a, before->need_to_know[i], &e);

		if (f && f != FAIL_NOT_FOUND)
			return f;
		if (!f && !entry_visible(a, &e))
			out[n++] = before->need_to_know[i];
	}
	qsort(out, n, sizeof *out, by_id);
	*count = n;
	return OK;
}

/* Persons ascending and each once, as links are. */
static enum fail check_persons(struct act *a, struct rule_case *c, struct refusal *why)
{
	struct row *r = c->after;
	size_t were = c->before ? c->before->need_to_know_count : 0;
	size_t room = r->need_to_know_count + were;
	size_t all, n = 0;

	if (!c->change || !c->change->need_to_know_given)
		return OK;
	struct id *kept = ARENA_TRY(a->arena, struct id, room + 1);
	if (!kept)
		return fail_say(FAIL_MEMORY, "no memory for a list of persons");
	enum fail f = gather_persons(a, c, kept, &all);
	for (size_t i = 0; !f && i < all; i++) {
		struct id person = kept[i];

		if (n > 0 && id_equal(kept[n - 1], person))
			continue;
		kept[n++] = person;
		if (!is_listed(c->before, person))
			f = check_built_in_link(a, c, FIELD_NEED_TO_KNOW, ID_NONE, person,
			                        why);
	}
	r->need_to_know = kept;
	r->need_to_know_count = n;
	return f;
}

static enum fail check_built_in(struct act *a, struct rule_case *c, struct refusal *why)
{
	const struct row *before = c->before;
	const struct row *r = c->after;

	if (r->label < 0 || r->label > 1000)
		refuse(why, FIELD_LABEL, "there is no such classification", NULL);
	enum fail f = check_built_in_link(a, c, FIELD_UNIT, before ? before->unit : ID_NONE,
	                                  r->unit, why);
	if (!f)
		f = check_built_in_link(a, c, FIELD_OWNER, before ? before->owner : ID_NONE,
		                        r->owner, why);
	return f ? f : check_persons(a, c, why);
}

static void check_needs(const struct rule_case *c, struct refusal *why)
{
	for (size_t i = 0; i < c->after->type->fields.count; i++) {
		const struct field *f = &c->after->type->fields.at[i];
		if (c->step->needs & BIT(i) && !c->after->values[i].filled && !f->required)
			refuse(why, (int)i, "is empty", NULL);
	}
	if (c->step->needs_reason && (!c->change || str_trim(c->change->reason).n == 0))
		refuse(why, FIELD_REASON, "is empty",
		       "Say why: it is kept in the history.");
}

enum fail rules_check(struct act *a, struct rule_case *c, struct refusal *why)
{
	const struct record_type *t = c->after->type;

	enum fail f = check_built_in(a, c, why);
	for (size_t i = 0; !f && i < t->fields.count; i++)
		f = check_field(a, c, (int)i, why);
	if (f)
		return f;
	if (c->step)
		check_needs(c, why);
	if (t->check && !c->by_program)
		(void)t->check(a, c->after, why);
	if (c->step && c->step->check)
		(void)c->step->check(a, c->after, why);
	if (c->change && !str_is_utf8(c->change->reason))
		refuse(why, FIELD_REASON, "holds bytes that are not text", NULL);
	return OK;
}
