/*
 * verify_tree.c -- the tree worked out again from the leaves, and the checkpoints against
 * it.
 *
 * One pass over the history in its order.  The roots at the sizes that checkpoints speak of
 * are taken on the way.
 */
#include "store/verify_parts.h"

#include "base/arena.h"
#include "store/checkpoint.h"

/* A checkpoint and what there is to say about it. */
struct claim {
	struct str where;
	struct str note;
	int64_t size;                   /* as the table says; -1: not from the table */
	bool readable;
	struct note parsed;
	struct checkpoint says;
	struct tree_hash root;          /* ours at that size */
	bool reached;
};

struct pass {
	struct verify *v;
	struct claim *claims;
	size_t claim_count;
	struct note_key *keys;
	size_t key_count;
	struct tree_edge edge;
	struct instant last_at;
	int64_t nodes;
};

/* ---- checkpoints ---- */

static void read_claim(struct pass *p, struct claim *c)
{
	struct arena *a = p->v->kept;

	c->readable = note_parse(a, c->note, &c->parsed) &&
	              checkpoint_parse(a, c->parsed.text, &c->says);
	if (!c->readable)
		verify_differs(p->v, c->where,
		               "it is not a checkpoint, or its text was changed");
}

static enum fail read_claims(struct pass *p)
{
	struct verify *v = p->v;
	struct kept_checkpoint *list;
	size_t count;
	enum fail f = checkpoint_list(v->act->tx, v->kept, v->org, &list, &count);

	if (f == OK)
		f = ledger_note_keys(v->act->tx, v->kept, v->org, &p->keys, &p->key_count);
	if (f != OK)
		return f;
	p->claims = ARENA_TRY(v->kept, struct claim, count + 1);
	if (!p->claims)
		return fail_say(FAIL_MEMORY, "no memory for %zu checkpoints", count);
	for (size_t i = 0; i < count; i++)
		p->claims[p->claim_count++] = (struct claim){
			.where = str_format(v->kept, "checkpoint of %lld",
			                    (long long)list[i].size),
			.note = list[i].note,
			.size = list[i].size,
		};
	if (v->options->checkpoint.n > 0)
		p->claims[p->claim_count++] = (struct claim){
			.where = STR("the checkpoint given"),
			.note = v->options->checkpoint,
			.size = -1,
		};
	for (size_t i = 0; i < p->claim_count; i++)
		read_claim(p, &p->claims[i]);
	v->result->checkpoints = (int64_t)p->claim_count;
	return OK;
}

/* The tree has just reached this size. */
static void take_roots(struct pass *p)
{
	for (size_t i = 0; i < p->claim_count; i++) {
		struct claim *c = &p->claims[i];
		if (!c->readable || c->reached || c->says.size != p->edge.size)
			continue;
		tree_root(&p->edge, &c->root);
		c->reached = true;
	}
}

static bool signed_by_listed(struct pass *p, const struct claim *c)
{
	const uint8_t *own = p->v->options->own_key;
	bool any = false;

	if (own) {
		struct note_key key = ledger_note_key(p->v->kept, p->v->org, own);
		if (note_signed_by(&c->parsed, &key))
			return true;
	}
	for (size_t i = 0; i < p->key_count && !any; i++)
		any = note_signed_by(&c->parsed, &p->keys[i]);
	p->v->result->other_keys += any && own;
	return any;
}

static void judge_claim(struct pass *p, const struct claim *c)
{
	struct verify *v = p->v;
	const struct note_key *only = c->size < 0 ? v->options->key : NULL;

	if (!c->readable)
		return;
	if (!str_equal(c->says.origin, ledger_origin(v->scratch, v->org))) {
		verify_differs(v, c->where, "it speaks of another organisation's history");
		return;
	}
	if (only ? !note_signed_by(&c->parsed, only) : !signed_by_listed(p, c))
		verify_differs(v, c->where,
		               "its signature is of no key that is trusted here, "
		               "or its text was changed");
	if (c->size >= 0 && c->size != c->says.size)
		verify_differs(v, c->where, "it says size %lld", (long long)c->says.size);
	if (!c->reached)
		verify_differs(v, c->where, "the history has only %lld of its %lld entries",
		               (long long)p->edge.size, (long long)c->says.size);
	else if (memcmp(c->root.b, c->says.root.b, sizeof c->root.b) != 0)
		verify_differs(v, c->where,
		               "the first %lld entries are not those that it was made over",
		               (long long)c->says.size);
}

/* ---- leaves and subtrees ---- */

static enum fail check_node(void *arg, int level, int64_t place,
                            const struct tree_hash *hash)
{
	struct pass *p = arg;
	struct verify *v = p->v;
	struct stmt *s = query(
		v->act->tx, SQL("select hash\n"
	                        "from ledger_node\n"
	                        "where org = :org and level = :level and place = :place"));

	bind_id(s, "org", v->org);
	bind_i64(s, "level", level);
	bind_i64(s, "place", place);
	int row = query_next(s);
	struct str stored = row > 0 ? column_blob(s, 0) : STR_NONE;
	bool same = stored.n == sizeof hash->b && memcmp(stored.p, hash->b, stored.n) == 0;
	query_end(s);
	if (row < 0)
		return (enum fail)row;
	p->nodes++;
	if (!same)
		verify_differs(
			v, str_format(v->scratch, "node %d/%lld", level, (long long)place),
			row ? "the stored subtree is not the one of its leaves"
			    : "the stored subtree is missing");
	return OK;
}

static void read_entry(struct verify *v, struct stmt *s, struct verify_entry *e)
{
	struct arena *a = v->scratch;

	*e = (struct verify_entry){ .readable = true };
	e->row = (struct ledger_row){
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
	if (!e->row.erased)
		e->readable =
			ledger_opened_parse(a, str_copy(a, column_str(s, 8)), &e->row);
}

static enum fail one_entry(struct pass *p, struct stmt *s)
{
	struct verify *v = p->v;
	struct verify_entry e;
	struct tree_hash hash;

	read_entry(v, s, &e);
	struct str where = str_format(v->scratch, "entry %lld", (long long)e.row.seq);
	if (e.row.seq != p->edge.size)
		verify_differs(v, where, "entry %lld of the history is missing",
		               (long long)p->edge.size);
	if (e.row.at.us <= p->last_at.us)
		verify_differs(v, where,
		               "its instant is not later than that of the one before");
	verify_leaf(v, &e);
	p->last_at = e.row.at;
	v->result->entries++;
	v->result->erased_entries += e.row.erased;
	tree_leaf(e.row.leaf, &hash);
	return tree_append(&p->edge, &hash, check_node, p);
}

static enum fail count_rows(struct verify *v, struct stmt *s, int64_t *out)
{
	bind_id(s, "org", v->org);
	int row = query_next(s);
	*out = row > 0 ? column_i64(s, 0) : 0;
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail walk(struct pass *p)
{
	struct verify *v = p->v;
	int64_t of = 0;
	int row = 0;
	enum fail f = count_rows(v, query(v->act->tx, SQL("select count(*)\n"
	                                                  "from history\n"
	                                                  "where org = :org")),
	                         &of);

	if (f != OK)
		return f;
	struct stmt *s = query_walk(v->act->tx, SQL("select seq, made_at, account, type, "
	                                            "record, version, what, leaf, opened\n"
	                                            "from history\n"
	                                            "where org = :org\n"
	                                            "order by seq"));
	bind_id(s, "org", v->org);
	take_roots(p);
	while (f == OK && (row = query_next(s)) > 0) {
		f = one_entry(p, s);
		take_roots(p);
		arena_reset(v->scratch);
		if (f == OK)
			f = verify_tick(v, "entries", v->result->entries, of);
	}
	query_end(s);
	return f == OK && row < 0 ? (enum fail)row : f;
}

/* Subtrees beyond those that the leaves make. */
static enum fail check_node_count(struct pass *p)
{
	struct verify *v = p->v;
	int64_t stored = 0;
	enum fail f = count_rows(v, query(v->act->tx, SQL("select count(*)\n"
	                                                  "from ledger_node\n"
	                                                  "where org = :org")),
	                         &stored);

	if (f == OK && stored != p->nodes)
		verify_differs(v, STR("the tree"),
		               "it has %lld stored subtrees instead of %lld",
		               (long long)stored, (long long)p->nodes);
	return f;
}

static enum fail check_head(struct pass *p)
{
	struct verify *v = p->v;
	struct stmt *s = query(v->act->tx, SQL("select size, made_at, edge\n"
	                                       "from ledger_head\n"
	                                       "where org = :org"));

	bind_id(s, "org", v->org);
	int row = query_next(s);
	struct str edge = row > 0 ? column_blob(s, 2) : STR_NONE;
	bool size = row <= 0 || column_i64(s, 0) == p->edge.size;
	bool at = row <= 0 || column_i64(s, 1) == p->last_at.us;
	bool same = edge.n == p->edge.count * TREE_HASH_BYTES &&
	            (edge.n == 0 || memcmp(edge.p, p->edge.at, edge.n) == 0);
	int64_t says = row > 0 ? column_i64(s, 0) : 0;
	query_end(s);
	if (row < 0)
		return (enum fail)row;
	if (row == 0 && p->edge.size > 0)
		verify_differs(v, STR("the head of the tree"), "it is missing");
	if (!size)
		verify_differs(v, STR("the head of the tree"),
		               "it counts %lld entries, and there are %lld",
		               (long long)says, (long long)p->edge.size);
	else if (!at || !same)
		verify_differs(v, STR("the head of the tree"),
		               "it is not that of the leaves");
	return OK;
}

enum fail verify_tree(struct verify *v)
{
	struct pass p = { .v = v };
	enum fail f = read_claims(&p);

	if (f == OK)
		f = walk(&p);
	if (f == OK)
		f = check_node_count(&p);
	if (f == OK)
		f = check_head(&p);
	if (f != OK)
		return f;
	tree_root(&p.edge, &v->result->root);
	for (size_t i = 0; i < p.claim_count; i++)
		judge_claim(&p, &p.claims[i]);
	arena_reset(v->scratch);
	return OK;
}
