/*
 * duty_rows.c -- how every duty stands: the rows, their changes, their counts.
 */
#include "store/duty_rows.h"

#include "base/arena.h"
#include "store/duty_parts.h"

/* Rows whose subject only some need to know are counted apart, above every label. */
#define NARROW_LABEL 1000000

const char *const duty_rows_schema = SQL(
	"create table duty_instance (org {id} not null, duty {text} not null,"
	" subject {id} not null, unit {id}, label {i64} not null, narrow {i64} not null,"
	" owner {id}, role {text} not null, area {text} not null, force {text} not null,"
	" act {text} not null, counted {i64} not null, state {text} not null,"
	" ground {text} not null, since {i64} not null, due_at {i64} not null,"
	" changes_at {i64} not null, local_limit {i64} not null, proof {id},"
	" why {text} not null, judged_at {i64} not null, due_order {i64} not null,"
	" primary key (org, subject, duty)) {narrow_table};"
	"create index duty_instance_duty on duty_instance (org, duty, subject);"
	"create index duty_instance_changes on duty_instance (org, changes_at, subject);"
	"create index duty_instance_judged on duty_instance (org, judged_at, subject);"
	"create index duty_instance_owner on duty_instance (org, owner, state, due_order,"
	" duty, subject);"
	"create index duty_instance_role on duty_instance (org, role, state, due_order,"
	" duty, subject);"
	"create index duty_instance_state on duty_instance (org, state, due_order,"
	" duty, subject);"
	"create table duty_change (org {id} not null, made_at {i64} not null,"
	" duty {text} not null, subject {id} not null, before {text} not null,"
	" after {text} not null, proof {id}, why {text} not null,"
	" primary key (org, duty, subject, made_at)) {table};"
	"create index duty_change_at on duty_change (org, made_at);"
	"create table duty_count (org {id} not null, area {text} not null,"
	" force {text} not null, state {text} not null, unit {id} not null,"
	" label {i64} not null, count {i64} not null,"
	" primary key (org, area, force, state, unit, label)) {table};"
	"create table duty_basis (org {id} not null primary key,"
	" basis {text} not null) {table};");

struct duty_row duty_row_from(struct stmt *s, struct arena *a)
{
	return (struct duty_row){
		.duty = str_copy(a, column_str(s, 0)),
		.subject = column_id(s, 1),
		.unit = column_id(s, 2),
		.label = (int)column_i64(s, 3),
		.narrow = column_i64(s, 4) != 0,
		.owner = column_id(s, 5),
		.role = str_copy(a, column_str(s, 6)),
		.area = str_copy(a, column_str(s, 7)),
		.force = str_copy(a, column_str(s, 8)),
		.act = str_copy(a, column_str(s, 9)),
		.counted = column_i64(s, 10) != 0,
		.state = str_copy(a, column_str(s, 11)),
		.ground = str_copy(a, column_str(s, 12)),
		.since = { column_i64(s, 13) },
		.due_at = { column_i64(s, 14) },
		.changes_at = { column_i64(s, 15) },
		.local_limit = column_i64(s, 16) != 0,
		.proof = column_id(s, 17),
		.why = str_copy(a, column_str(s, 18)),
		.judged_at = { column_i64(s, 19) },
	};
}

bool duty_row_same(const struct duty_row *x, const struct duty_row *y)
{
	const struct str texts[][2] = {
		{ x->duty, y->duty },
		{ x->role, y->role },
		{ x->area, y->area },
		{ x->force, y->force },
		{ x->act, y->act },
		{ x->state, y->state },
		{ x->why, y->why },
		{ x->ground, y->ground },
	};

	for (size_t i = 0; i < COUNT(texts); i++)
		if (!str_equal(texts[i][0], texts[i][1]))
			return false;
	return id_equal(x->subject, y->subject) && id_equal(x->unit, y->unit) &&
	       id_equal(x->owner, y->owner) && id_equal(x->proof, y->proof) &&
	       x->label == y->label && x->narrow == y->narrow &&
	       x->counted == y->counted && x->local_limit == y->local_limit &&
	       x->since.us == y->since.us && x->due_at.us == y->due_at.us &&
	       x->changes_at.us == y->changes_at.us;
}

/* ---- writing ---- */

static enum fail write_row(struct act *a, const struct duty_row *r)
{
	struct stmt *s = query(
		a->tx,
		SQL("insert into duty_instance (org, duty, subject, unit, label, narrow, "
	            "owner, role, area,"
	            " force, act, counted, state, ground, since, due_at,"
	            " changes_at, local_limit, proof, why, judged_at, due_order)"
	            " values (:org, :duty, :subject, :unit, :label, :narrow, :owner, :role,"
	            " :area, :force, :act, :counted, :state, :ground, :since, :due_at,"
	            " :changes_at, :local_limit, :proof, :why, :judged_at, :due_order)"
	            " on conflict (org, subject, duty) do update set"
	            " unit = excluded.unit, label = excluded.label,"
	            " narrow = excluded.narrow, owner = excluded.owner,"
	            " role = excluded.role, area = excluded.area, force = excluded.force,"
	            " act = excluded.act, counted = excluded.counted,"
	            " state = excluded.state, ground = excluded.ground,"
	            " since = excluded.since, due_at = excluded.due_at,"
	            " changes_at = excluded.changes_at,"
	            " local_limit = excluded.local_limit, proof = excluded.proof,"
	            " why = excluded.why, judged_at = excluded.judged_at,"
	            " due_order = excluded.due_order"));

	bind_id(s, "org", act_org(a));
	bind_str(s, "duty", r->duty);
	bind_id(s, "subject", r->subject);
	bind_id(s, "unit", r->unit);
	bind_i64(s, "label", r->label);
	bind_i64(s, "narrow", r->narrow);
	bind_id(s, "owner", r->owner);
	bind_str(s, "role", r->role.p ? r->role : STR(""));
	bind_str(s, "area", r->area);
	bind_str(s, "force", r->force);
	bind_str(s, "act", r->act);
	bind_i64(s, "counted", r->counted);
	bind_str(s, "state", r->state);
	bind_str(s, "ground", r->ground.p ? r->ground : STR(""));
	bind_i64(s, "since", r->since.us);
	bind_i64(s, "due_at", r->due_at.us);
	bind_i64(s, "changes_at", r->changes_at.us);
	bind_i64(s, "local_limit", r->local_limit);
	bind_id(s, "proof", r->proof);
	bind_str(s, "why", r->why);
	bind_i64(s, "judged_at", r->judged_at.us);
	bind_i64(s, "due_order", instant_is_set(r->due_at) ? r->due_at.us : INT64_MAX);
	return query_run(s);
}

static enum fail keep_change(struct act *a, const struct duty_row *r, struct instant at,
                             struct str before, struct str after)
{
	struct stmt *s =
		query(a->tx, SQL("insert into duty_change (org, made_at, duty, subject,"
	                         " before, after, proof, why) values (:org, :made_at,"
	                         " :duty, :subject, :before, :after, :proof, :why)"
	                         " on conflict (org, duty, subject, made_at) do update set"
	                         " after = excluded.after, proof = excluded.proof,"
	                         " why = excluded.why"));

	bind_id(s, "org", act_org(a));
	bind_i64(s, "made_at", at.us);
	bind_str(s, "duty", r->duty);
	bind_id(s, "subject", r->subject);
	bind_str(s, "before", before);
	bind_str(s, "after", after);
	bind_id(s, "proof", r->proof);
	bind_str(s, "why", r->why);
	return query_run(s);
}

static enum fail count_one(struct act *a, const struct duty_row *r, int64_t by)
{
	struct stmt *s;

	if (!r->counted)
		return OK;
	s = query(a->tx,
	          SQL("insert into duty_count (org, area, force, state, unit, label, count)"
	              " values (:org, :area, :force, :state, :unit, :label, :by{i64})"
	              " on conflict (org, area, force, state, unit, label) do update set"
	              " count = duty_count.count + excluded.count"));
	bind_id(s, "org", act_org(a));
	bind_str(s, "area", r->area);
	bind_str(s, "force", r->force);
	bind_str(s, "state", r->state);
	bind_id(s, "unit", id_is_set(r->unit) ? r->unit : act_org(a));
	bind_i64(s, "label", r->narrow ? NARROW_LABEL : r->label);
	bind_i64(s, "by", by);
	return query_run(s);
}

static bool counts_alike(const struct duty_row *x, const struct duty_row *y)
{
	return x->counted == y->counted && x->narrow == y->narrow && x->label == y->label &&
	       id_equal(x->unit, y->unit) && str_equal(x->area, y->area) &&
	       str_equal(x->force, y->force) && str_equal(x->state, y->state);
}

enum fail duty_row_put(struct act *a, const struct duty_row *was, const struct duty_row *r)
{
	enum fail f;

	record_must_write(a);
	if (was && duty_row_same(was, r) && was->judged_at.us <= r->judged_at.us)
		return OK;
	f = write_row(a, r);
	if (!f && (!was || !counts_alike(was, r))) {
		if (was)
			f = count_one(a, was, -1);
		if (!f)
			f = count_one(a, r, 1);
	}
	if (!f && (!was || !str_equal(was->state, r->state)))
		f = keep_change(a, r, r->judged_at, was ? was->state : STR(""), r->state);
	return tx_doom(a->tx, f);
}

enum fail duty_row_drop(struct act *a, const struct duty_row *was)
{
	struct stmt *s = query(a->tx, SQL("delete from duty_instance where org = :org"
	                                  " and duty = :duty and subject = :subject"));

	record_must_write(a);
	bind_id(s, "org", act_org(a));
	bind_str(s, "duty", was->duty);
	bind_id(s, "subject", was->subject);
	enum fail f = query_run(s);
	if (!f)
		f = count_one(a, was, -1);
	if (!f)
		f = keep_change(a, was, a->now, was->state, STR(""));
	return tx_doom(a->tx, f);
}

/* ---- finding ---- */

static bool add_row(struct act *a, struct duty_rows *rows, size_t *room, struct stmt *s)
{
	if (rows->count == *room) {
		size_t more = *room ? *room * 2 : 32;
		struct duty_row *at = ARENA_TRY(a->arena, struct duty_row, more);
		if (!at) {
			arena_fail(a->arena);
			return false;
		}
		if (rows->count > 0)
			memcpy(at, rows->at, rows->count * sizeof *at);
		rows->at = at;
		*room = more;
	}
	rows->at[rows->count++] = duty_row_from(s, a->arena);
	return true;
}

enum fail duty_rows_of(struct act *a, struct id subject, struct duty_rows *out)
{
	struct stmt *s = query(
		a->tx, SQL("select duty, subject, unit, label, narrow, owner, role, area,"
	                   " force, act, counted, state, ground, since, due_at,"
	                   " changes_at, local_limit, proof, why, judged_at from "
	                   "duty_instance where org = :org"
	                   " and subject = :subject order by duty"));
	size_t room = 0;
	int row;

	*out = (struct duty_rows){ 0 };
	bind_id(s, "org", act_org(a));
	bind_id(s, "subject", subject);
	while ((row = query_next(s)) == 1 && add_row(a, out, &room, s)) {
	}
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail duty_has_subjects(struct act *a, struct str duty, bool *out)
{
	struct stmt *s = query(a->tx, SQL("select 1 from duty_instance where org = :org"
	                                  " and duty = :duty and subject <> :org limit 1"));

	bind_id(s, "org", act_org(a));
	bind_str(s, "duty", duty);
	int row = query_next(s);
	*out = row == 1;
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail ids_from(struct stmt *s, struct id *out, size_t room, size_t *count)
{
	int row = 0;

	*count = 0;
	while (*count < room && (row = query_next(s)) == 1)
		if (*count == 0 || !id_equal(out[*count - 1], column_id(s, 0)))
			out[(*count)++] = column_id(s, 0);
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail duty_rows_stale(struct act *a, struct instant now, struct id *out, size_t room,
                          size_t *count)
{
	struct stmt *s =
		query(a->tx, SQL("select subject from duty_instance where org = :org"
	                         " and changes_at > 0 and changes_at <= :now"
	                         " order by changes_at, subject"));
	size_t more = 0;

	bind_id(s, "org", act_org(a));
	bind_i64(s, "now", now.us);
	enum fail f = ids_from(s, out, room, count);
	if (f || *count == room)
		return f;
	s = query(a->tx, SQL("select subject from duty_instance where org = :org"
	                     " and judged_at > :now order by judged_at, subject"));
	bind_id(s, "org", act_org(a));
	bind_i64(s, "now", now.us);
	f = ids_from(s, out + *count, room - *count, &more);
	*count += more;
	return f;
}

enum fail duty_rows_expire(struct act *a, struct str duty, int64_t *count)
{
	struct stmt *s = query(a->tx, SQL("update duty_instance set changes_at = 1"
	                                  " where org = :org and duty = :duty"));

	record_must_write(a);
	bind_id(s, "org", act_org(a));
	bind_str(s, "duty", duty);
	enum fail f = query_run(s);
	*count = tx_changed(a->tx);
	return f;
}

enum fail duty_row_expire(struct act *a, struct str duty, struct id subject)
{
	struct stmt *s = query(a->tx, SQL("update duty_instance set changes_at = 1"
	                                  " where org = :org and duty = :duty"
	                                  " and subject = :subject"));

	record_must_write(a);
	bind_id(s, "org", act_org(a));
	bind_str(s, "duty", duty);
	bind_id(s, "subject", subject);
	return query_run(s);
}

enum fail duty_rows_orphans(struct act *a, struct id *out, size_t room, size_t *count)
{
	struct stmt *s =
		query(a->tx, SQL("select distinct i.subject from duty_instance i"
	                         " where i.org = :org and i.subject <> :org"
	                         " and not exists (select 1 from entry e"
	                         " where e.org = i.org and e.id = i.subject"
	                         " and e.withdrawn = 0) order by i.subject"));

	bind_id(s, "org", act_org(a));
	return ids_from(s, out, room, count);
}

static void id_line(struct act *a, struct text *out, struct id id)
{
	text_addf(out, " %.*s", STR_ARG(id_is_set(id) ? id_text(a->arena, id) : STR("-")));
}

void duty_row_line(struct act *a, const struct duty_row *r, struct text *out)
{
	text_addf(out, "%.*s", STR_ARG(r->duty));
	id_line(a, out, r->subject);
	id_line(a, out, r->unit);
	id_line(a, out, r->owner);
	id_line(a, out, r->proof);
	text_addf(out,
	          " %d %d [%.*s] %.*s %.*s %.*s %d %.*s [%.*s] %lld %lld %lld %d %.*s\n",
	          r->label, r->narrow, STR_ARG(r->role), STR_ARG(r->area),
	          STR_ARG(r->force), STR_ARG(r->act), r->counted, STR_ARG(r->state),
	          STR_ARG(r->ground), (long long)r->since.us, (long long)r->due_at.us,
	          (long long)r->changes_at.us, r->local_limit, STR_ARG(r->why));
}

enum fail duty_rows_dump(struct act *a, struct text *out)
{
	struct stmt *s = query(
		a->tx,
		SQL("select duty, subject, unit, label, narrow, owner, role, area,"
	            " force, act, counted, state, ground, since, due_at,"
	            " changes_at, local_limit, proof, why, judged_at from duty_instance"
	            " where org = :org order by duty, subject"));
	int row;

	bind_id(s, "org", act_org(a));
	while ((row = query_next(s)) == 1) {
		struct duty_row r = duty_row_from(s, a->arena);

		duty_row_line(a, &r, out);
	}
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail duty_rows_clear(struct act *a)
{
	struct stmt *s = query(a->tx, SQL("delete from duty_instance where org = :org"));

	record_must_write(a);
	bind_id(s, "org", act_org(a));
	enum fail f = query_run(s);
	if (f)
		return f;
	s = query(a->tx, SQL("delete from duty_count where org = :org"));
	bind_id(s, "org", act_org(a));
	return query_run(s);
}

enum fail duty_basis_get(struct act *a, struct str *out)
{
	struct stmt *s = query(a->tx, SQL("select basis from duty_basis where org = :org"));

	*out = STR("");
	bind_id(s, "org", act_org(a));
	int row = query_next(s);
	if (row == 1)
		*out = str_copy(a->arena, column_str(s, 0));
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail duty_basis_set(struct act *a, struct str basis)
{
	struct stmt *s = query(a->tx, SQL("insert into duty_basis (org, basis)"
	                                  " values (:org, :basis) on conflict (org)"
	                                  " do update set basis = excluded.basis"));

	record_must_write(a);
	bind_id(s, "org", act_org(a));
	bind_str(s, "basis", basis);
	return query_run(s);
}
