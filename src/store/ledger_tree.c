/*
 * ledger_tree.c -- the arithmetic of a Merkle tree.
 *
 *     size 7:         root
 *                   /      \
 *                  a        b         a = (level 2, index 0), complete
 *                 / \      / \
 *                .   .    .   leaf 6  edge = a, (1, 2), leaf 6
 *
 * Source: RFC 6962 section 2.1 (hashes, proofs); RFC 9162 section 2.1.3.2 and 2.1.4.2
 * (checks)
 */
#include "store/ledger_tree.h"

#include "crypto/crypto.h"

#define JOIN_BYTES (1 + 2 * TREE_HASH_BYTES)
#define SMALL_LEAF 2048

void tree_empty(struct tree_hash *out)
{
	sha256("", 0, out->b);
}

void tree_leaf(struct str leaf, struct tree_hash *out)
{
	uint8_t small[SMALL_LEAF + 1];
	uint8_t *p = leaf.n <= SMALL_LEAF ? small : malloc(leaf.n + 1);

	if (!p)
		BUG("no memory for a leaf of %zu bytes", leaf.n);
	p[0] = 0;
	if (leaf.n)
		memcpy(p + 1, leaf.p, leaf.n);
	sha256(p, leaf.n + 1, out->b);
	if (p != small)
		free(p);
}

void tree_join(const struct tree_hash *left, const struct tree_hash *right,
               struct tree_hash *out)
{
	uint8_t bytes[JOIN_BYTES];

	bytes[0] = 1;
	memcpy(bytes + 1, left->b, TREE_HASH_BYTES);
	memcpy(bytes + 1 + TREE_HASH_BYTES, right->b, TREE_HASH_BYTES);
	sha256(bytes, sizeof bytes, out->b);
}

enum fail tree_append(struct tree_edge *edge, const struct tree_hash *leaf, tree_made *made,
                      void *arg)
{
	struct tree_hash hash = *leaf;
	int level = 0;

	if (edge->count + 1 >= TREE_LEVELS)
		return fail_say(FAIL_FULL, "the ledger holds as many entries as it can");
	/* Like counting: every trailing one bit of the size is a subtree that fills up. */
	for (int64_t bits = edge->size; bits & 1; bits >>= 1) {
		tree_join(&edge->at[--edge->count], &hash, &hash);
		level++;
		enum fail f = made(arg, level, bits >> 1, &hash);
		if (f != OK)
			return f;
	}
	edge->at[edge->count++] = hash;
	edge->size++;
	return OK;
}

void tree_root(const struct tree_edge *edge, struct tree_hash *out)
{
	if (edge->count == 0) {
		tree_empty(out);
		return;
	}
	*out = edge->at[edge->count - 1];
	for (size_t i = edge->count - 1; i > 0; i--)
		tree_join(&edge->at[i - 1], out, out);
}

/* The largest power of two smaller than n (n >= 2), as its exponent. */
static int split_level(int64_t n)
{
	return 63 - __builtin_clzll((uint64_t)n - 1);
}

static bool power_of_two(int64_t n)
{
	return (n & (n - 1)) == 0;
}

/* Hash of leaves [from, from + n), where `from` is a multiple of the next power of two. */
static enum fail range_hash(tree_get *get, void *arg, int64_t from, int64_t n,
                            struct tree_hash *out)
{
	if (power_of_two(n)) {
		int level = __builtin_ctzll((uint64_t)n);
		return get(arg, level, from >> level, out);
	}
	struct tree_hash left, right;
	int level = split_level(n);
	int64_t k = INT64_C(1) << level;
	enum fail f = get(arg, level, from >> level, &left);
	if (f == OK)
		f = range_hash(get, arg, from + k, n - k, &right);
	if (f == OK)
		tree_join(&left, &right, out);
	return f;
}

enum fail tree_root_at(tree_get *get, void *arg, int64_t size, struct tree_hash *out)
{
	if (size > 0)
		return range_hash(get, arg, 0, size, out);
	tree_empty(out);
	return OK;
}

/* Proofs are made from the root down and read from the leaf up. */
static void turn_round(struct tree_proof *p)
{
	for (size_t i = 0, j = p->count; i + 1 < j; i++) {
		struct tree_hash h = p->at[i];
		p->at[i] = p->at[--j];
		p->at[j] = h;
	}
}

enum fail tree_prove_inclusion(tree_get *get, void *arg, int64_t index, int64_t size,
                               struct tree_proof *out)
{
	int64_t from = 0, n = size;

	out->count = 0;
	if (index < 0 || index >= size)
		return fail_say(FAIL_NOT_FOUND,
		                "the ledger of %lld entries has no entry %lld",
		                (long long)size, (long long)index);
	while (n > 1) {
		int64_t k = INT64_C(1) << split_level(n);
		bool in_left = index - from < k;
		enum fail f = range_hash(get, arg, in_left ? from + k : from,
		                         in_left ? n - k : k, &out->at[out->count++]);
		if (f != OK)
			return f;
		from = in_left ? from : from + k;
		n = in_left ? k : n - k;
	}
	turn_round(out);
	return OK;
}

/* SUBPROOF of RFC 6962 section 2.1.2. */
enum fail tree_prove_consistency(tree_get *get, void *arg, int64_t from, int64_t to,
                                 struct tree_proof *out)
{
	int64_t start = 0, m = from, n = to;
	bool known = true;              /* the verifier knows the hash of the old tree */
	enum fail f = OK;

	out->count = 0;
	if (from < 0 || from > to)
		return fail_say(FAIL_NOT_FOUND, "the ledger has only %lld entries",
		                (long long)to);
	if (from == 0 || from == to)
		return OK;
	while (m < n) {
		int64_t k = INT64_C(1) << split_level(n);
		bool in_left = m <= k;
		f = range_hash(get, arg, in_left ? start + k : start, in_left ? n - k : k,
		               &out->at[out->count++]);
		if (f != OK)
			return f;
		if (in_left) {
			n = k;
		} else {
			start += k;
			m -= k;
			n -= k;
			known = false;
		}
	}
	if (!known)
		f = range_hash(get, arg, start, n, &out->at[out->count++]);
	turn_round(out);
	return f;
}

/* Up while the last node of the old tree is a right child, or until it is one. */
static void climb(uint64_t *fn, uint64_t *sn, bool while_odd)
{
	while (while_odd ? (*fn & 1) != 0 : !(*fn & 1) && *fn != 0) {
		*fn >>= 1;
		*sn >>= 1;
	}
}

bool tree_inclusion_holds(const struct tree_hash *leaf, uint64_t index, uint64_t size,
                          const struct tree_proof *proof, const struct tree_hash *root)
{
	struct tree_hash r = *leaf;

	if (index >= size)
		return false;
	uint64_t fn = index, sn = size - 1;
	for (size_t i = 0; i < proof->count; i++) {
		if (sn == 0)
			return false;
		if ((fn & 1) || fn == sn) {
			tree_join(&proof->at[i], &r, &r);
			climb(&fn, &sn, false);
		} else {
			tree_join(&r, &proof->at[i], &r);
		}
		fn >>= 1;
		sn >>= 1;
	}
	return sn == 0 && memcmp(r.b, root->b, sizeof r.b) == 0;
}

static bool same(const struct tree_hash *a, const struct tree_hash *b)
{
	return memcmp(a->b, b->b, sizeof a->b) == 0;
}

bool tree_consistency_holds(uint64_t from, uint64_t to, const struct tree_proof *proof,
                            const struct tree_hash *from_root,
                            const struct tree_hash *to_root)
{
	if (from == 0 || from > to)     /* from the empty tree it would say nothing */
		return false;
	if (from == to)
		return proof->count == 0 && same(from_root, to_root);
	/* A complete old tree is its own first node (RFC 9162 section 2.1.4.2, step 1). */
	size_t i = 0;
	bool complete = (from & (from - 1)) == 0;
	if (proof->count == 0)
		return false;
	struct tree_hash fr = complete ? *from_root : proof->at[i++], sr = fr;
	uint64_t fn = from - 1, sn = to - 1;
	climb(&fn, &sn, true);
	for (; i < proof->count; i++) {
		if (sn == 0)
			return false;
		if ((fn & 1) || fn == sn) {
			tree_join(&proof->at[i], &fr, &fr);
			tree_join(&proof->at[i], &sr, &sr);
			climb(&fn, &sn, false);
		} else {
			tree_join(&sr, &proof->at[i], &sr);
		}
		fn >>= 1;
		sn >>= 1;
	}
	return sn == 0 && same(&fr, from_root) && same(&sr, to_root);
}
