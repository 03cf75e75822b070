/* sendings.c -- a mail is written down, looked at, and in the end forgotten. */
#include "store/sendings.h"

#include "base/arena.h"
#include "store/notices_rows.h"
#include "store/parts.h"
#include "store/sendings_rows.h"

static const char *const kind_names[SENDING_KIND__COUNT] = {
	[SENDING_DIGEST] = "digest",
	[SENDING_AT_ONCE] = "at_once",
	[SENDING_TEST] = "test",
};
static const struct {
	const char *name, *label;
} states[SENDING_STATE__COUNT] = {
	[SENDING_QUEUED] = { .name = "queued", .label = "Waiting" },
	[SENDING_TRYING] = { .name = "trying", .label = "Being sent" },
	[SENDING_HANDED] = { .name = "handed", .label = "Being handed over" },
	[SENDING_SENT] = { .name = "sent", .label = "Taken by the mail server" },
	[SENDING_REFUSED] = { .name = "refused", .label = "Refused by the mail server" },
	[SENDING_UNSURE] = { .name = "unsure", .label = "May have arrived" },
	[SENDING_GIVEN_UP] = { .name = "given_up", .label = "Not taken within a day" },
	[SENDING_DROPPED] = { .name = "dropped", .label = "Not sent: erased before" },
};

const char *sending_kind_name(enum sending_kind k)
{
	return kind_names[k];
}

const char *sending_state_name(enum sending_state s)
{
	return states[s].name;
}

const char *sending_state_label(enum sending_state s)
{
	return states[s].label;
}

enum sending_state sending_state_named(struct str name)
{
	int state = 0;

	while (state < SENDING_DROPPED && !str_is(name, states[state].name))
		state++;
	return (enum sending_state)state;
}

static enum sending_kind kind_named(struct str name)
{
	int kind = 0;

	while (kind < SENDING_TEST && !str_is(name, kind_names[kind]))
		kind++;
	return (enum sending_kind)kind;
}

void sending_from(struct stmt *s, struct arena *a, struct id org, struct sending *out)
{
	*out = (struct sending){
		.org = org,
		.id = column_id(s, 0),
		.person = column_id(s, 1),
		.kind = kind_named(column_str(s, 2)),
		.address = str_copy(a, column_str(s, 4)),
		.lang = column_i64(s, 5) == LANG_FR ? LANG_FR : LANG_EN,
		.subject = str_copy(a, column_str(s, 6)),
		.body = str_copy(a, column_str(s, 7)),
		.state = sending_state_named(column_str(s, 8)),
		.attempts = column_i64(s, 9),
		.answer = str_copy(a, column_str(s, 10)),
		.made_at = { column_i64(s, 11) },
		.tried_at = { column_i64(s, 12) },
		.ended_at = { column_i64(s, 13) },
		.erased = column_i64(s, 14) != 0,
	};
	(void)date_parse(column_str(s, 3), &out->day);
}

/* ---- written down ---- */

static enum fail insert(struct act *a, const struct sending *s, struct id id)
{
	struct stmt *q = query(
		a->tx,
		SQL("insert into sending (org, id, person, kind, day, address, lang,"
	            " subject, body, state, attempts, answer, made_at, tried_at,"
	            " ended_at, erased)\n"
	            "values (:org, :id, :person, :kind, :day, :address, :lang, :subject,"
	            " :body, 'queued', 0, '', :made_at, 0, 0, 0)\n"
	            "on conflict do nothing"));

	struct str day = s->kind == SENDING_DIGEST ? date_text(a->arena, s->day) : STR("");

	bind_id(q, "org", act_org(a));
	bind_id(q, "id", id);
	bind_id(q, "person", s->person);
	bind_str(q, "kind", str_of(kind_names[s->kind]));
	bind_str(q, "day", day);
	bind_str(q, "address", s->address);
	bind_i64(q, "lang", s->lang);
	bind_str(q, "subject", s->subject);
	bind_str(q, "body", s->body);
	bind_i64(q, "made_at", a->now.us);
	enum fail f = query_run(q);
	return f == OK && tx_changed(a->tx) != 1 ? FAIL_NOT_FOUND : f;
}

static enum fail into_queue(struct act *a, struct id id)
{
	struct stmt *q = query(a->tx, SQL("insert into sending_queue (org, id, not_before,"
	                                  " handed)\n"
	                                  "values (:org, :id, 0, 0)"));

	bind_id(q, "org", act_org(a));
	bind_id(q, "id", id);
	return query_run(q);
}

static enum fail note_record(struct act *a, struct id sending, struct id record)
{
	if (!id_is_set(record))
		return OK;
	struct stmt *q = query(a->tx, SQL("insert into sending_record (org, record,"
	                                  " sending)\n"
	                                  "values (:org, :record, :sending)\n"
	                                  "on conflict (org, record, sending)"
	                                  " do nothing"));

	bind_id(q, "org", act_org(a));
	bind_id(q, "record", record);
	bind_id(q, "sending", sending);
	return query_run(q);
}

static enum fail note_told(struct act *a, struct id sending, struct id notice)
{
	struct stmt *q = query(a->tx, SQL("update notice\n"
	                                  "set told_by = :sending, told_at = :now\n"
	                                  "where org = :org and id = :id"));

	bind_id(q, "sending", sending);
	bind_i64(q, "now", a->now.us);
	bind_id(q, "org", act_org(a));
	bind_id(q, "id", notice);
	return query_run(q);
}

enum fail sending_add(struct act *a, const struct sending *s, const struct notice_row *of,
                      size_t count, struct id *out)
{
	record_must_write(a);
	*out = id_new();
	enum fail f = insert(a, s, *out);
	if (f == FAIL_NOT_FOUND)
		return f;
	if (f == OK)
		f = into_queue(a, *out);
	for (size_t i = 0; f == OK && i < count; i++) {
		f = note_record(a, *out, of[i].is.record);
		if (f == OK)
			f = note_told(a, *out, of[i].id);
	}
	return tx_doom(a->tx, f);
}

/* ---- looking ---- */

static enum fail read_all(struct act *a, struct stmt *s, size_t limit, bool queue,
                          struct sending **out, size_t *count)
{
	int row = 0;

	*count = 0;
	*out = ARENA_TRY(a->arena, struct sending, limit + 1);
	if (!*out) {
		query_end(s);
		return fail_say(FAIL_MEMORY, "no memory for the mails");
	}
	while (*count < limit && (row = query_next(s)) == 1) {
		struct sending *to = &(*out)[(*count)++];

		sending_from(s, a->arena, act_org(a), to);
		if (queue)
			to->next_at.us = column_i64(s, 15);
	}
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail sending_list(struct act *a, bool open, size_t limit, struct sending **out,
                       size_t *count)
{
	struct stmt *s = query(
		a->tx,
		SQL("select s.id, s.person, s.kind, s.day, s.address, s.lang, '', '',"
	            " s.state, s.attempts, s.answer, s.made_at, s.tried_at, s.ended_at,"
	            " s.erased, coalesce(q.not_before, 0)\n"
	            "from sending s\n"
	            "left join sending_queue q on q.org = s.org and q.id = s.id\n"
	            "where s.org = :org and (:all{i64} = 1 or s.state <> 'sent')\n"
	            "order by s.id desc limit :limit"));

	bind_id(s, "org", act_org(a));
	bind_i64(s, "all", !open);
	bind_i64(s, "limit", (int64_t)limit);
	return read_all(a, s, limit, true, out, count);
}

enum fail sending_list_own(struct act *a, size_t limit, struct sending **out, size_t *count)
{
	struct stmt *s = query(
		a->tx, SQL("select id, person, kind, day, address, lang, subject, body,"
	                   " state, attempts, answer, made_at, tried_at, ended_at, erased\n"
	                   "from sending\n"
	                   "where org = :org and person = :person\n"
	                   "order by id desc limit :limit"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "person", a->actor->person);
	bind_i64(s, "limit", (int64_t)limit);
	return read_all(a, s, limit, false, out, count);
}

/* ---- what is over ---- */

static enum fail empty_those_about(struct act *a, struct id record)
{
	struct stmt *s = query(
		a->tx, SQL("update sending\n"
	                   "set subject = '', body = '', erased = 1,\n"
	                   "  ended_at = case when ended_at = 0 then :now{i64}"
	                   " else ended_at end,\n"
	                   "  state = case when state in ('queued', 'trying')"
	                   " then 'dropped' else state end\n"
	                   "where org = :org and id in (\n"
	                   "  select sending from sending_record\n"
	                   "  where org = :org and record = :record)"));

	bind_i64(s, "now", a->now.us);
	bind_id(s, "org", act_org(a));
	bind_id(s, "record", record);
	return query_run(s);
}

static enum fail empty_those_to(struct act *a, struct id person)
{
	struct stmt *s = query(a->tx, SQL("update sending\n"
	                                  "set address = '', subject = '', body = '',"
	                                  " answer = '', erased = 1\n"
	                                  "where org = :org and person = :person"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "person", person);
	return query_run(s);
}

/* Out of the queue: what was not handed over yet says nothing any more. */
static enum fail leave_queue(struct act *a)
{
	struct stmt *s = query(
		a->tx, SQL("delete from sending_queue\n"
	                   "where org = :org and handed = 0 and exists (\n"
	                   "  select 1 from sending s\n"
	                   "  where s.org = sending_queue.org\n"
	                   "    and s.id = sending_queue.id and s.erased = 1)"));

	bind_id(s, "org", act_org(a));
	return query_run(s);
}

enum fail sendings_destroy(struct act *a, struct id record)
{
	enum fail f = empty_those_about(a, record);

	if (f == OK)
		f = empty_those_to(a, record);
	return f == OK ? leave_queue(a) : f;
}

struct forgetting {
	int64_t before, count;
};

static enum fail forget(struct tx *tx, void *arg)
{
	struct forgetting *g = arg;
	struct stmt *s = query(tx, SQL("delete from sending_record\n"
	                               "where sending in (\n"
	                               "  select id from sending\n"
	                               "  where made_at < :before and ended_at > 0)"));

	bind_i64(s, "before", g->before);
	enum fail f = query_run(s);
	if (f != OK)
		return f;
	s = query(tx,
	          SQL("delete from sending where made_at < :before and ended_at > 0"));
	bind_i64(s, "before", g->before);
	f = query_run(s);
	g->count = f == OK ? tx_changed(tx) : 0;
	return f;
}

enum fail sendings_forget(struct store *s, int64_t *count)
{
	struct forgetting g = { store_now(s).us - SENDINGS_KEPT_DAYS * US_PER_DAY, 0 };
	enum fail f = db_write(s->db, forget, &g);

	*count = g.count;
	return f;
}
