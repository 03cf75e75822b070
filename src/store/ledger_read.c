/* ledger_read.c -- reading history back, and proofs out of the stored subtrees. */
#include "store/ledger.h"

#include "base/arena.h"
#include "base/limits.h"
#include "codec/json.h"
#include "crypto/crypto.h"
#include "db/db.h"

/* One ["field","salt",value]. */
static bool opened_parse_one(struct arena *a, const struct json *triple,
                             struct ledger_opened *out)
{
	const struct json *field, *salt, *value;

	if (triple->kind != JSON_ARRAY || triple->count != 3)
		return false;
	field = triple->first;
	salt = field->next;
	value = salt->next;
	uint8_t *bytes = arena_get(a, SALT_BYTES);
	if (field->kind != JSON_STRING || salt->kind != JSON_STRING ||
	    !hex_parse(salt->text, bytes, SALT_BYTES))
		return false;
	*out = (struct ledger_opened){
		.field = field->text,
		.salt = { (const char *)bytes, SALT_BYTES },
		.json = json_canonical(a, value),
	};
	return true;
}

bool ledger_opened_parse(struct arena *a, struct str text, struct ledger_row *into)
{
	struct json *list;
	struct json_error error;
	size_t n = 0;

	if (json_read(a, text, &list, &error) != OK || list->kind != JSON_ARRAY)
		return false;
	struct ledger_opened *opened = ARENA_TRY(a, struct ledger_opened, list->count + 1);
	if (!opened) {
		arena_fail(a);
		return false;
	}
	for (const struct json *v = list->first; v; v = v->next)
		if (!opened_parse_one(a, v, &opened[n++]))
			return false;
	into->opened = opened;
	into->opened_count = n;
	return true;
}

static enum fail row_of(struct arena *a, struct stmt *s, struct ledger_row *out)
{
	*out = (struct ledger_row){
		.seq = column_i64(s, 0),
		.at = { column_i64(s, 1) },
		.by = column_id(s, 2),
		.type = str_copy(a, column_str(s, 3)),
		.record = column_id(s, 4),
		.version = column_i64(s, 5),
		.what = str_copy(a, column_str(s, 6)),
		.leaf = str_copy(a, column_str(s, 7)),
		.erased = column_null(s, 8),
	};
	if (!out->erased && !ledger_opened_parse(a, str_copy(a, column_str(s, 8)), out))
		return fail_say(FAIL_DATABASE, "entry %lld of the history is damaged: "
		                               "run wardroom verify",
		                (long long)out->seq);
	return OK;
}

static struct ledger_row *grow(struct arena *a, struct ledger_row *rows, size_t n,
                               size_t *room)
{
	if (n < *room)
		return rows;
	size_t more = *room ? *room * 2 : 16;
	struct ledger_row *bigger = ARENA_TRY(a, struct ledger_row, more);
	if (!bigger)
		return NULL;
	if (n)
		memcpy(bigger, rows, n * sizeof *rows);
	*room = more;
	return bigger;
}

enum fail ledger_of_record(struct tx *tx, struct arena *a, struct id org, struct id record,
                           struct ledger_row **out, size_t *count)
{
	struct ledger_row *rows = NULL;
	size_t n = 0, room = 0;
	enum fail f = OK;
	int row;
	struct stmt *s = query(tx, SQL("select seq, made_at, account, type, record, "
	                               "version, what, leaf, opened\n"
	                               "from history\n"
	                               "where org = :org and record = :record\n"
	                               "order by seq"));

	bind_id(s, "org", org);
	bind_id(s, "record", record);
	while ((row = query_next(s)) > 0) {
		rows = grow(a, rows, n, &room);
		f = rows ? row_of(a, s, &rows[n++]) : FAIL_MEMORY;
		if (f != OK)
			break;
	}
	query_end(s);
	if (f == OK && row < 0)
		f = (enum fail)row;
	*out = rows;
	*count = n;
	return f;
}

struct str ledger_value_of(const struct ledger_row *row, const char *field)
{
	for (size_t i = 0; i < row->opened_count; i++)
		if (str_is(row->opened[i].field, field))
			return row->opened[i].json;
	return STR_NONE;
}

/* ---- the tree ---- */

struct tree_reader {
	struct tx *tx;
	struct id org;
};

static enum fail leaf_hash(struct tree_reader *r, int64_t seq, struct tree_hash *out)
{
	struct stmt *s = query(r->tx, SQL("select leaf\n"
	                                  "from history\n"
	                                  "where org = :org and seq = :seq"));

	bind_id(s, "org", r->org);
	bind_i64(s, "seq", seq);
	int row = query_next(s);
	if (row > 0)
		tree_leaf(column_str(s, 0), out);
	query_end(s);
	if (row == 0)
		return fail_say(FAIL_DATABASE, "entry %lld of the history is missing",
		                (long long)seq);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail node_read(void *arg, int level, int64_t place, struct tree_hash *out)
{
	struct tree_reader *r = arg;

	if (level == 0)
		return leaf_hash(r, place, out);
	struct stmt *s =
		query(r->tx, SQL("select hash\n"
	                         "from ledger_node\n"
	                         "where org = :org and level = :level and place = :place"));
	bind_id(s, "org", r->org);
	bind_i64(s, "level", level);
	bind_i64(s, "place", place);
	int row = query_next(s);
	bool whole = row > 0 && column_blob(s, 0).n == sizeof out->b;
	if (whole)
		memcpy(out->b, column_blob(s, 0).p, sizeof out->b);
	query_end(s);
	if (row >= 0 && !whole)
		return fail_say(FAIL_DATABASE,
		                "node %d/%lld of the ledger is missing or damaged", level,
		                (long long)place);
	return row < 0 ? (enum fail)row : OK;
}

enum fail ledger_root(struct tx *tx, struct id org, int64_t size, struct tree_hash *out)
{
	struct tree_reader r = { tx, org };

	return tree_root_at(node_read, &r, size, out);
}

enum fail ledger_subtree(struct tx *tx, struct id org, int level, int64_t place,
                         struct tree_hash *out)
{
	struct tree_reader r = { tx, org };

	return node_read(&r, level, place, out);
}

enum fail ledger_inclusion(struct tx *tx, struct id org, int64_t seq, int64_t size,
                           struct tree_proof *out)
{
	struct tree_reader r = { tx, org };

	return tree_prove_inclusion(node_read, &r, seq, size, out);
}

enum fail ledger_consistency(struct tx *tx, struct id org, int64_t from, int64_t to,
                             struct tree_proof *out)
{
	struct tree_reader r = { tx, org };

	return tree_prove_consistency(node_read, &r, from, to, out);
}
