/*
 * verify_records.c -- every row against its history, every history against its row, every
 * account, and every file against its name.
 */
#include "store/verify_parts.h"

#include <errno.h>
#include <unistd.h>

#include "base/arena.h"
#include "codec/json.h"
#include "crypto/crypto.h"
#include "store/files.h"

#define BATCH 500

struct ids {
	struct id at[BATCH];
	size_t count;
};

/* The next records of a type, in the order of their ids. */
static enum fail next_rows(struct verify *v, const struct record_type *t, struct id after,
                           struct ids *out)
{
	int row = 0;
	/* From before the first: no identifier is empty. */
	struct stmt *s = query_composed(v->act->tx,
	                                sql_for(v->scratch,
	                                        SQL("select t.id from this_type t"
	                                            " where t.org = :org and t.id > :after"
	                                            " order by t.id limit :room"),
	                                        t, NULL));

	bind_id(s, "org", v->org);
	bind_blob(s, "after", after.b, sizeof after.b);
	bind_i64(s, "room", BATCH);
	out->count = 0;
	while (out->count < BATCH && (row = query_next(s)) > 0)
		out->at[out->count++] = column_id(s, 0);
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail check_row(struct verify *v, const struct record_type *t, struct id id)
{
	struct row *r;
	enum fail f = row_load(v->act, t, id, &r);

	if (f == FAIL_FORMAT || f == FAIL_DATABASE) {
		verify_differs(v,
		               str_format(v->scratch, "%s %.*s", t->name,
		                          STR_ARG(id_text(v->scratch, id))),
		               "the row cannot be read: %s", fail_message());
		return OK;
	}
	if (f == OK)
		f = verify_replay(v, t, id, r);
	return f == OK ? verify_words(v, r) : f;
}

static enum fail check_type(struct verify *v, const struct record_type *t)
{
	struct ids ids;
	struct id after = ID_NONE;
	enum fail f;

	do {
		f = next_rows(v, t, after, &ids);
		for (size_t i = 0; f == OK && i < ids.count; i++) {
			f = check_row(v, t, ids.at[i]);
			arena_reset(v->scratch);
			if (f == OK)
				f = verify_tick(v, "records", v->result->records, 0);
		}
		if (ids.count > 0)
			after = ids.at[ids.count - 1];
	} while (f == OK && ids.count == BATCH);
	return f;
}

/* ---- records that the tables no longer have ---- */

struct past_record {
	struct id record;
	const struct record_type *type;
};

static enum fail is_present(struct verify *v, const struct past_record *p, bool *present)
{
	struct stmt *s =
		query_composed(v->act->tx,
	                       sql_for(v->scratch,
	                               SQL("select 1 from this_type t"
	                                   " where t.org = :org and t.id = :id"),
	                               p->type, NULL));

	bind_id(s, "org", v->org);
	bind_id(s, "id", p->record);
	int row = query_next(s);
	*present = row > 0;
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail check_past(struct verify *v, struct str type, struct id record)
{
	struct past_record p = { record, registry_find(v->act->store->registry, type) };
	bool present = true;

	if (!p.type) /* accounts, the installation, a type of an older program */
		return OK;
	enum fail f = is_present(v, &p, &present);
	return f == OK && !present ? verify_replay(v, p.type, record, NULL) : f;
}

static enum fail check_gone(struct verify *v)
{
	struct stmt *s = query_walk(v->act->tx, SQL("select distinct record, type\n"
	                                            "from history\n"
	                                            "where org = :org"));
	enum fail f = OK;
	int row = 0;

	bind_id(s, "org", v->org);
	while (f == OK && (row = query_next(s)) > 0) {
		f = check_past(v, column_str(s, 1), column_id(s, 0));
		arena_reset(v->scratch);
	}
	query_end(s);
	return f == OK && row < 0 ? (enum fail)row : f;
}

/* ---- accounts: their state, login and person ---- */

struct str verify_text(struct verify *v, struct str json)
{
	struct json *j;
	struct json_error e;

	return json.p && json_read(v->scratch, json, &j, &e) == OK && j->kind == JSON_STRING
	               ? j->text
	               : STR("");
}

struct str verify_latest(const struct ledger_row *rows, size_t count, const char *field)
{
	struct str value = STR_NONE;

	for (size_t i = 0; i < count; i++) {
		struct str one = ledger_value_of(&rows[i], field);
		if (one.p)
			value = one;
	}
	return value;
}

static enum fail check_account(struct verify *v, struct id id, struct id person,
                               struct str login, int64_t state)
{
	struct ledger_row *rows;
	size_t count;
	struct str where = str_format(v->scratch, "account %.*s", STR_ARG(login));
	enum fail f = ledger_of_record(v->act->tx, v->scratch, v->org, id, &rows, &count);

	if (f != OK && f != FAIL_DATABASE)
		return f;
	if (f != OK || count == 0) {
		verify_differs(v, where, f ? "%s" : "it has no history", fail_message());
		return OK;
	}
	struct str was = verify_text(v, verify_latest(rows, count, "state"));
	if (!str_equal(verify_text(v, verify_latest(rows, count, "login")), login) ||
	    !str_equal(verify_text(v, verify_latest(rows, count, "person")),
	               id_text(v->scratch, person)))
		verify_differs(v, where,
		               "its login or person is not what its history says");
	if (!str_is(was, state == 0 ? "active" : "disabled"))
		verify_differs(v, where, "it is %s, and its history says %.*s",
		               state == 0 ? "active" : "disabled", STR_ARG(was));
	return OK;
}

static enum fail check_accounts(struct verify *v)
{
	struct stmt *s = query(v->act->tx, SQL("select id, person, login, state\n"
	                                       "from account\n"
	                                       "where org = :org"));
	enum fail f = OK;
	int row = 0;

	bind_id(s, "org", v->org);
	while (f == OK && (row = query_next(s)) > 0) {
		f = check_account(v, column_id(s, 0), column_id(s, 1),
		                  str_copy(v->scratch, column_str(s, 2)), column_i64(s, 3));
		arena_reset(v->scratch);
	}
	query_end(s);
	return f == OK && row < 0 ? (enum fail)row : f;
}

enum fail verify_records(struct verify *v)
{
	const struct registry *g = v->act->store->registry;
	enum fail f = OK;

	for (size_t i = 0; f == OK && i < g->count; i++)
		f = check_type(v, g->at[i]);
	if (f == OK)
		f = check_gone(v);
	if (f == OK)
		f = verify_stray_words(v);
	if (f == OK)
		f = verify_local(v);
	if (f == OK)
		f = check_accounts(v);
	return f == OK ? verify_tenant(v) : f;
}

/* ---- files ---- */
#define PIECE_BYTES 65536u

static bool hash_file(struct verify *v, int fd, uint8_t out[SHA256_BYTES])
{
	unsigned char *piece = arena_try(v->scratch, PIECE_BYTES, 1);
	struct sha256_running *h = sha256_start(v->scratch);
	ssize_t n = -1;

	while (piece &&
	       ((n = read(fd, piece, PIECE_BYTES)) > 0 || (n < 0 && errno == EINTR)))
		if (n > 0)
			sha256_more(h, piece, (size_t)n);
	sha256_finish(h, out);
	return n == 0;
}

static void check_file(struct verify *v, struct str hash)
{
	uint8_t made[SHA256_BYTES];
	struct str name =
		hash.n == SHA256_BYTES ? hex(v->scratch, hash.p, hash.n) : STR("");
	struct str where = str_format(v->scratch, "file %.*s", STR_ARG(name));

	if (name.n == 0) {
		verify_differs(v, where, "its name is no hash");
		return;
	}
	int fd;
	if (file_read(v->act->store, v->act->tx, (const uint8_t *)hash.p, &fd) != OK) {
		verify_differs(v, where, "it cannot be read: %s", fail_message());
		return;
	}
	if (!hash_file(v, fd, made))
		verify_differs(v, where, "it cannot be read to its end");
	else if (memcmp(made, hash.p, sizeof made) != 0)
		verify_differs(v, where, "its bytes were changed");
	close(fd);
	v->result->files++;
}

enum fail verify_files(struct verify *v)
{
	struct stmt *s = query_walk(v->act->tx, SQL("select distinct hash\n"
	                                            "from file_use\n"
	                                            "where org = :org"));
	enum fail f = OK;
	int row = 0;

	bind_id(s, "org", v->org);
	while (f == OK && (row = query_next(s)) > 0) {
		check_file(v, str_copy(v->scratch, column_blob(s, 0)));
		arena_reset(v->scratch);
		f = verify_tick(v, "files", v->result->files, 0);
	}
	query_end(s);
	return f == OK && row < 0 ? (enum fail)row : f;
}
