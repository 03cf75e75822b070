/*
 * ledger.c -- writing history: a row, a leaf, and the subtrees that it completes.
 *
 * The head of a tenant keeps the right edge of its tree, so that a write reads nothing
 * else: about one subtree becomes complete with each leaf.  Hashes of leaves (level 0) are
 * not stored: the leaf is.
 */
#include "store/ledger.h"

#include "base/arena.h"
#include "base/limits.h"
#include "codec/json.h"
#include "crypto/crypto.h"
#include "db/db.h"

const char *const ledger_schema = SQL(
	"create table history (\n"
	"  org {id} not null,\n"
	"  seq {i64} not null,\n"
	"  made_at {i64} not null,\n"
	"  account {id},\n"
	"  type {text} not null,\n"
	"  record {id} not null,\n"
	"  version {i64} not null,\n"
	"  what {text} not null,\n"
	"  leaf {text} not null,\n"
	"  opened {text},\n"            /* null: erased */
	"  primary key (org, seq)\n"
	") {table};\n"
	"create index history_record on history (org, record, seq);\n"
	"create table ledger_head (\n"
	"  org {id} not null primary key,\n"
	"  size {i64} not null,\n"
	"  made_at {i64} not null,\n"   /* of the last entry */
	"  edge {blob} not null\n"      /* complete subtrees, largest first */
	") {narrow_table};\n"
	"create table ledger_node (\n"
	"  org {id} not null,\n"
	"  level {i64} not null,\n"
	"  place {i64} not null,\n"
	"  hash {blob} not null,\n"
	"  primary key (org, level, place)\n"
	") {narrow_table};\n"
	"create table ledger_checkpoint (\n"
	"  org {id} not null,\n"
	"  size {i64} not null,\n"
	"  made_at {i64} not null,\n"
	"  note {text} not null,\n"
	"  primary key (org, size)\n"
	") {table};\n"
	"create table file_gone (\n"     /* given up by erased records, to be removed */
	"  org {id} not null,\n"
	"  hash {blob} not null,\n"
	"  primary key (org, hash)\n"
	") {narrow_table};\n"
	"create table ledger_key (\n"
	"  public_key {blob} not null primary key,\n"
	"  since {i64} not null\n"
	") {narrow_table};\n");

struct head {
	struct id org;
	struct tree_edge edge;
	struct instant at;
	bool stored;
};

static enum fail head_read(struct tx *tx, struct id org, struct head *out)
{
	struct stmt *s = query(tx, SQL("select size, made_at, edge\n"
	                               "from ledger_head\n"
	                               "where org = :org"));
	bind_id(s, "org", org);
	int row = query_next(s);
	*out = (struct head){ .org = org };
	if (row <= 0)
		return row < 0 ? (enum fail)row : OK;
	struct str edge = column_blob(s, 2);
	out->stored = true;
	out->edge.size = column_i64(s, 0);
	out->at.us = column_i64(s, 1);
	out->edge.count = edge.n / TREE_HASH_BYTES;
	bool fits =
		out->edge.size >= 0 && edge.n % TREE_HASH_BYTES == 0 &&
		out->edge.count == (size_t)__builtin_popcountll((uint64_t)out->edge.size);
	if (fits && edge.n)
		memcpy(out->edge.at, edge.p, edge.n);
	query_end(s);
	if (!fits)
		return fail_say(FAIL_DATABASE, "the head of the ledger is damaged: "
		                               "run wardroom verify");
	return OK;
}

enum fail ledger_turn(struct tx *tx, struct id org)
{
	struct stmt *s = query(tx, SQL("select size\n"
	                               "from ledger_head\n"
	                               "where org = :org {for_update}"));

	bind_id(s, "org", org);
	return query_run(s);
}

static enum fail head_write(struct tx *tx, const struct head *h)
{
	struct stmt *s =
		h->stored ? query(tx, SQL("update ledger_head\n"
	                                  "set size = :size, made_at = :at, edge = :edge\n"
	                                  "where org = :org"))
			  : query(tx,
	                          SQL("insert into ledger_head (org, size, made_at, edge)\n"
	                              "values (:org, :size, :at, :edge)"));

	bind_id(s, "org", h->org);
	bind_i64(s, "size", h->edge.size);
	bind_i64(s, "at", h->at.us);
	bind_blob(s, "edge", h->edge.at, h->edge.count * TREE_HASH_BYTES);
	return query_run(s);
}

enum fail ledger_instant(struct tx *tx, struct id org, struct instant now,
                         struct instant *at)
{
	struct head h;
	/* Not every write begins with it: a sign-in finds out late whose it is. */
	enum fail f = ledger_turn(tx, org);

	if (f == OK)
		f = head_read(tx, org, &h);
	if (f == OK)
		at->us = now.us > h.at.us ? now.us : h.at.us + 1;
	return f;
}

enum fail ledger_size(struct tx *tx, struct id org, int64_t *size, struct instant *at)
{
	struct head h;
	enum fail f = head_read(tx, org, &h);

	if (f != OK)
		return f;
	*size = h.edge.size;
	if (at)
		*at = h.at;
	return OK;
}

/* ---- one entry ---- */

/* What is needed of a value to commit it. */
struct committed {
	struct str field;
	struct str json;
	uint8_t salt[SALT_BYTES];
	uint8_t commitment[SHA256_BYTES];
};

static int by_field(const void *a, const void *b)
{
	return str_compare(((const struct committed *)a)->field,
	                   ((const struct committed *)b)->field);
}

/* Text that stands in a leaf as it is: our own words, never a person's. */
static void check_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < ' ' || s.p[i] > '~' || s.p[i] == '"' || s.p[i] == '\\')
			BUG("not for a leaf: %.*s", STR_ARG(s));
}

static struct str json_of(struct arena *a, struct str s)
{
	struct text t = text_on(a, s.n * 6 + 3);
	struct json_out j = json_to(&t);

	json_put_str(&j, s);
	return text_str(&t);
}

static void commit_value(struct committed *c, struct str field, struct str json)
{
	check_plain(field);
	c->field = field;
	c->json = json.p ? json : STR("null");
	random_bytes(c->salt, sizeof c->salt);
	hmac_sha256(c->salt, sizeof c->salt, c->json.p, c->json.n, c->commitment);
}

/* All values of an entry, salted and in the order of a leaf. */
static struct committed *commit_all(struct arena *a, const struct ledger_entry *e,
                                    size_t *count)
{
	size_t n = 0;
	struct committed *all = ARENA_TRY(a, struct committed, e->value_count + 2);

	*count = 0;
	if (!all) {
		arena_fail(a);
		return NULL;
	}
	for (size_t i = 0; i < e->value_count; i++)
		commit_value(&all[n++], e->values[i].field, e->values[i].json);
	if (e->reason.n)
		commit_value(&all[n++], STR(LEDGER_REASON), json_of(a, e->reason));
	if (e->by_name.n)
		commit_value(&all[n++], STR(LEDGER_BY_NAME), json_of(a, e->by_name));
	qsort(all, n, sizeof *all, by_field);
	for (size_t i = 1; i < n; i++)
		if (str_equal(all[i - 1].field, all[i].field))
			BUG("%.*s stands twice in an entry", STR_ARG(all[i].field));
	*count = n;
	return all;
}

/* Members in the order of RFC 8785; everything in it is plain ASCII. */
static struct str leaf_of(struct arena *a, const struct ledger_entry *e,
                          const struct committed *all, size_t count)
{
	struct text t = text_on(a, LIMIT_PAGE_BYTES);
	struct json_out j = json_to(&t);

	json_open_object(&j);
	json_pair_str(&j, "at", instant_text(a, e->at));
	if (id_is_set(e->by))
		json_pair_str(&j, "by", id_text(a, e->by));
	json_name(&j, "commitments");
	json_open_object(&j);
	for (size_t i = 0; i < count; i++) {
		json_name_str(&j, all[i].field);
		json_put_str(&j, hex(a, all[i].commitment, SHA256_BYTES));
	}
	json_close_object(&j);
	json_pair_str(&j, "record", id_text(a, e->record));
	json_pair_str(&j, "type", e->type);
	json_pair_int(&j, "v", 1);
	json_pair_int(&j, "version", e->version);
	json_pair_str(&j, "what", e->what);
	json_close_object(&j);
	if (text_failed(&t))
		arena_fail(a);
	return text_str(&t);
}

/* [["title","<salt>","value"],…]: what an erasure takes away. */
static struct str opened_of(struct arena *a, const struct committed *all, size_t count)
{
	struct text t = text_on(a, LIMIT_PAGE_BYTES);
	struct json_out j = json_to(&t);

	json_open_array(&j);
	for (size_t i = 0; i < count; i++) {
		json_open_array(&j);
		json_put_str(&j, all[i].field);
		json_put_str(&j, hex(a, all[i].salt, SALT_BYTES));
		json_put_raw(&j, all[i].json);
		json_close_array(&j);
	}
	json_close_array(&j);
	if (text_failed(&t))
		arena_fail(a);
	return text_str(&t);
}

static enum fail row_write(struct tx *tx, struct id org, int64_t seq,
                           const struct ledger_entry *e, struct str leaf, struct str opened)
{
	struct stmt *s = query(
		tx,
		SQL("insert into history\n"
	            "  (org, seq, made_at, account, type, record, version, what, leaf, "
	            "opened)\n"
	            "values (:org, :seq, :at, :account, :type, :record, :version, :what,\n"
	            "  :leaf, :opened)"));

	bind_id(s, "org", org);
	bind_i64(s, "seq", seq);
	bind_i64(s, "at", e->at.us);
	bind_id(s, "account", e->by);
	bind_str(s, "type", e->type);
	bind_id(s, "record", e->record);
	bind_i64(s, "version", e->version);
	bind_str(s, "what", e->what);
	bind_str(s, "leaf", leaf);
	bind_str(s, "opened", opened);
	return query_run(s);
}

struct node_writer {
	struct tx *tx;
	struct id org;
};

static enum fail node_write(void *arg, int level, int64_t place,
                            const struct tree_hash *hash)
{
	struct node_writer *w = arg;
	struct stmt *s =
		query(w->tx, SQL("insert into ledger_node (org, level, place, hash)\n"
	                         "values (:org, :level, :place, :hash)"));

	bind_id(s, "org", w->org);
	bind_i64(s, "level", level);
	bind_i64(s, "place", place);
	bind_blob(s, "hash", hash->b, sizeof hash->b);
	return query_run(s);
}

enum fail ledger_append(struct tx *tx, struct arena *a, struct id org,
                        const struct ledger_entry *entry, int64_t *seq)
{
	struct head h;
	size_t count;

	check_plain(entry->type);
	check_plain(entry->what);
	enum fail f = head_read(tx, org, &h);
	if (f != OK)
		return f;
	if (entry->at.us <= h.at.us)
		BUG("an entry of %lld after one of %lld", (long long)entry->at.us,
		    (long long)h.at.us);
	struct committed *all = commit_all(a, entry, &count);
	struct str leaf = leaf_of(a, entry, all, count);
	struct str opened = opened_of(a, all, count);
	if (arena_failed(a))
		return fail_say(FAIL_MEMORY, "no memory for an entry of the history");
	int64_t number = h.edge.size;
	f = row_write(tx, org, number, entry, leaf, opened);
	if (f != OK)
		return f;
	struct tree_hash hash;
	struct node_writer writer = { tx, org };
	tree_leaf(leaf, &hash);
	f = tree_append(&h.edge, &hash, node_write, &writer);
	if (f != OK)
		return f;
	h.at = entry->at;
	if (seq)
		*seq = number;
	return head_write(tx, &h);
}

bool ledger_destroys(struct str what)
{
	return str_is(what, "erase") || str_is(what, "dispose");
}

enum fail ledger_forget(struct tx *tx, struct id org, struct id record)
{
	struct stmt *s = query(tx, SQL("update history\n"
	                               "set opened = null\n"
	                               "where org = :org and record = :record"));

	bind_id(s, "org", org);
	bind_id(s, "record", record);
	return query_run(s);
}

/* ---- made again from the leaves ---- */
#define PAGE_LEAVES 500

/* *more: there may be another page. */
static enum fail remake_page(struct tx *tx, struct head *h, bool *more)
{
	struct tree_hash hash;
	struct node_writer writer = { tx, h->org };
	int64_t from = h->edge.size;
	enum fail f = OK;
	int row = 0;
	struct stmt *s = query(tx, SQL("select seq, made_at, leaf\n"
	                               "from history\n"
	                               "where org = :org and seq >= :from\n"
	                               "order by seq\n"
	                               "limit :room"));

	bind_id(s, "org", h->org);
	bind_i64(s, "from", from);
	bind_i64(s, "room", PAGE_LEAVES);
	while (f == OK && (row = query_next(s)) == 1) {
		if (column_i64(s, 0) != h->edge.size) {
			f = fail_say(FAIL_FORMAT, "entry %lld is missing from the history",
			             (long long)h->edge.size);
			break;
		}
		h->at.us = column_i64(s, 1);
		tree_leaf(column_str(s, 2), &hash);
		f = tree_append(&h->edge, &hash, node_write, &writer);
	}
	query_end(s);
	*more = h->edge.size - from == PAGE_LEAVES;
	return f == OK && row < 0 ? (enum fail)row : f;
}

enum fail ledger_remake(struct tx *tx, struct id org)
{
	struct head h = { .org = org };
	bool more = true;
	enum fail f = OK;

	while (f == OK && more)
		f = remake_page(tx, &h, &more);
	return f == OK && h.edge.size > 0 ? head_write(tx, &h) : f;
}
