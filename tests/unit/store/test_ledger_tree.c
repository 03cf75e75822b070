/*
 * test_ledger_tree.c -- the tree against published cases (transparency-dev/merkle), against
 * the definition of RFC 6962 written out plainly, and notes against published ones.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ftw.h>

#include "base/arena.h"
#include "base/limits.h"
#include "codec/json.h"
#include "crypto/crypto.h"
#include "store/ledger_tree.h"
#include "store/note.h"
#include "unit/codec/samples.h"

static struct arena *arena;
static size_t cases;

static int start(void **state)
{
	(void)state;
	arena = arena_new(LIMIT_REQUEST_BYTES);
	cases = 0;
	return arena ? 0 : -1;
}

static int stop(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static struct json *read_file(const char *path)
{
	char bytes[16384];
	FILE *f = fopen(path, "r");
	struct json *v;
	struct json_error error;

	assert_non_null(f);
	size_t n = fread(bytes, 1, sizeof bytes, f);
	fclose(f);
	/* Numbers past int64 are refused by the reader: larger than any tree of ours. */
	bool read = json_read(arena, str_copy(arena, (struct str){ bytes, n }), &v,
	                      &error) == OK;
	return read ? v : NULL;
}

static bool must_fail(const struct json *v)
{
	const struct json *wrong = v ? json_member(v, "wantErr") : NULL;

	return !v || (wrong && wrong->kind == JSON_TRUE);
}

/* Some roots of the cases are words instead of hashes: then only equality counts. */
static bool root_of(struct str base, struct tree_hash *out)
{
	struct str raw;

	*out = (struct tree_hash){ 0 };
	if (!base64_parse(arena, base, &raw) || raw.n > sizeof out->b)
		return false;
	if (raw.n)
		memcpy(out->b, raw.p, raw.n);
	return true;
}

static bool hash_of(struct str base, struct tree_hash *out)
{
	struct str raw;

	if (!base64_parse(arena, base, &raw) || raw.n != sizeof out->b)
		return false;
	memcpy(out->b, raw.p, raw.n);
	return true;
}

static bool proof_of(const struct json *list, struct tree_proof *out)
{
	out->count = 0;
	for (const struct json *v = list->first; v; v = v->next) {
		if (out->count == COUNT(out->at) || !hash_of(v->text, &out->at[out->count]))
			return false;
		out->count++;
	}
	return true;
}

static int check_inclusion(const char *path, const struct stat *st, int kind,
                           struct FTW *ftw)
{
	(void)st;
	(void)ftw;
	struct tree_hash leaf, root;
	struct tree_proof proof;
	int64_t index, size;

	if (kind != FTW_F)
		return 0;
	struct json *v = read_file(path);
	bool wrong = must_fail(v);
	bool holds =
		v && json_int(v, "leafIdx", &index) && json_int(v, "treeSize", &size) &&
		hash_of(json_string(v, "leafHash"), &leaf) &&
		root_of(json_string(v, "root"), &root) &&
		proof_of(json_member(v, "proof"), &proof) &&
		tree_inclusion_holds(&leaf, (uint64_t)index, (uint64_t)size, &proof, &root);
	if (holds == wrong)
		fail_msg("%s", path);
	cases++;
	return 0;
}

static int check_consistency(const char *path, const struct stat *st, int kind,
                             struct FTW *ftw)
{
	(void)st;
	(void)ftw;
	struct tree_hash from_root, to_root;
	struct tree_proof proof;
	int64_t from, to;

	if (kind != FTW_F)
		return 0;
	struct json *v = read_file(path);
	bool wrong = must_fail(v);
	bool holds = v && json_int(v, "size1", &from) && json_int(v, "size2", &to) &&
	             root_of(json_string(v, "root1"), &from_root) &&
	             root_of(json_string(v, "root2"), &to_root) &&
	             proof_of(json_member(v, "proof"), &proof) &&
	             tree_consistency_holds((uint64_t)from, (uint64_t)to, &proof,
	                                    &from_root, &to_root);
	if (holds == wrong)
		fail_msg("%s", path);
	cases++;
	return 0;
}

static void published_inclusion_proofs(void **state)
{
	(void)state;
	assert_int_equal(
		nftw(sample_path(arena, "merkle/inclusion"), check_inclusion, 8, FTW_PHYS),
		0);
	assert_true(cases > 50);
}

static void published_consistency_proofs(void **state)
{
	(void)state;
	assert_int_equal(nftw(sample_path(arena, "merkle/consistency"), check_consistency,
	                      8, FTW_PHYS),
	                 0);
	assert_true(cases > 50);
}

/* ---- our own proofs, against the definition written out ---- */

#define LEAVES 70
static struct tree_hash leaves[LEAVES];
static struct tree_hash nodes[8][LEAVES];

static struct tree_hash defined(size_t from, size_t n)
{
	struct tree_hash h;
	size_t k = 1;

	if (n == 0) {
		tree_empty(&h);
		return h;
	}
	if (n == 1)
		return leaves[from];
	while (k * 2 < n)
		k *= 2;
	struct tree_hash left = defined(from, k), right = defined(from + k, n - k);
	tree_join(&left, &right, &h);
	return h;
}

static enum fail keep(void *arg, int level, int64_t index, const struct tree_hash *hash)
{
	(void)arg;
	nodes[level][index] = *hash;
	return OK;
}

static enum fail give(void *arg, int level, int64_t index, struct tree_hash *out)
{
	(void)arg;
	*out = level ? nodes[level][index] : leaves[index];
	return OK;
}

static void grow_to(struct tree_edge *edge, int64_t size)
{
	while (edge->size < size) {
		struct str leaf = str_format(arena, "leaf %lld", (long long)edge->size);
		int64_t at = edge->size;
		tree_leaf(leaf, &leaves[at]);
		assert_int_equal(tree_append(edge, &leaves[at], keep, NULL), OK);
	}
}

/* The tree of eight leaves of certificate-transparency's reference tests (RFC 6962). */
static void published_roots(void **state)
{
	static const struct str published_leaves[] = {
		{ "", 0 },
		{ "\x00", 1 },
		{ "\x10", 1 },
		{ " !", 2 },
		{ "01", 2 },
		{ "@ABC", 4 },
		{ "PQRSTUVW", 8 },
		{ "`abcdefghijklmno", 16 },
	};
	static const char *const roots[] = {
		"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
		"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
		"aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
		"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
		"4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
		"76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
		"ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
		"5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
	};
	struct tree_edge edge = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(roots); i++) {
		struct tree_hash hash;
		char text[2 * TREE_HASH_BYTES + 1];

		tree_leaf(published_leaves[i], &hash);
		assert_int_equal(tree_append(&edge, &hash, keep, NULL), OK);
		tree_root(&edge, &hash);
		for (size_t b = 0; b < TREE_HASH_BYTES; b++)
			snprintf(text + 2 * b, 3, "%02x", hash.b[b]);
		assert_string_equal(text, roots[i]);
	}
}

static void proofs_agree_with_the_definition(void **state)
{
	(void)state;
	struct tree_edge edge = { 0 };
	struct tree_hash root, at, before, wrong;
	struct tree_proof proof;

	for (int64_t size = 0; size <= LEAVES; size++) {
		grow_to(&edge, size);
		tree_root(&edge, &root);
		at = defined(0, (size_t)size);
		assert_memory_equal(&root, &at, sizeof root);
		assert_int_equal(tree_root_at(give, NULL, size, &at), OK);
		assert_memory_equal(&root, &at, sizeof root);
		wrong = root;
		wrong.b[0] ^= 1;
		for (int64_t i = 0; i < size; i++) {
			assert_int_equal(tree_prove_inclusion(give, NULL, i, size, &proof),
			                 OK);
			assert_true(tree_inclusion_holds(&leaves[i], (uint64_t)i,
			                                 (uint64_t)size, &proof, &root));
			assert_false(tree_inclusion_holds(&leaves[i], (uint64_t)i,
			                                  (uint64_t)size, &proof, &wrong));
		}
		for (int64_t from = 0; from <= size; from++) {
			before = defined(0, (size_t)from);
			assert_int_equal(
				tree_prove_consistency(give, NULL, from, size, &proof), OK);
			assert_true((from == 0) ==
			            !tree_consistency_holds((uint64_t)from, (uint64_t)size,
			                                    &proof, &before, &root));
			before.b[3] ^= 1;
			assert_false(tree_consistency_holds((uint64_t)from, (uint64_t)size,
			                                    &proof, &before, &root));
		}
	}
	assert_int_equal(tree_prove_inclusion(give, NULL, LEAVES, LEAVES, &proof),
	                 FAIL_NOT_FOUND);
}

/* ---- notes ---- */

/* The example of golang.org/x/mod/sumdb/note, as c2sp.org/signed-note repeats it. */
#define PETER_KEY "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
#define PETER_NOTE                                                                      \
	"If you think cryptography is the answer to your problem,\n"                    \
	"then you don't know what your problem is.\n"                                   \
	"\n"                                                                            \
	"\xe2\x80\x94 PeterNeumann "                                                    \
	"x08go/ZJkuBS9UG/" \
	"SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"

static void a_published_note_is_read(void **state)
{
	(void)state;
	struct note n;
	struct note_key key;

	assert_true(note_key_parse(arena, STR(PETER_KEY), &key));
	assert_true(str_is(note_key_text(arena, &key), PETER_KEY));
	assert_true(note_parse(arena, STR(PETER_NOTE), &n));
	assert_true(note_signed_by(&n, &key));
	key.public_key[0] ^= 1;
	assert_false(note_signed_by(&n, &key));
	/* a key whose id is not of its bytes */
	assert_false(
		note_key_parse(arena,
	                       STR("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq"
	                           "/LDE4izWy10TW"),
	                       &key));
}

static void what_is_no_note_is_refused(void **state)
{
	(void)state;
	static const char *const wrong[] = {
		"",
		"\n",
		"\n\n",
		"text\n",
		"text\n\n",
		"text\n\n\xe2\x80\x94 x Zg==\n",
		"text\n\n- x AAAAAAAA\n",
		"text\n\n\xe2\x80\x94 x+y AAAAAAAA\n",
		"text\n\n\xe2\x80\x94  AAAAAAAA\n",
		"text\n\n\xe2\x80\x94 x AAAAAAAA",
		"text\n\n\xe2\x80\x94 x AAAAAAAA b\n",
		"te\rxt\n\n\xe2\x80\x94 x AAAAAAAA\n",
		"te\xfft\n\n\xe2\x80\x94 x AAAAAAAA\n",
		"text\n\n\xe2\x80\x94 x\xc2\xa0y AAAAAAAA\n",
		"text\n\n\xe2\x80\x94 x AAAAAAAA\nmore\n",
	};
	struct note n;

	for (size_t i = 0; i < COUNT(wrong); i++)
		if (note_parse(arena, str_of(wrong[i]), &n))
			fail_msg("note %zu", i);
	/* an empty line in the text is text: the last one divides */
	assert_true(note_parse(arena, STR("a\n\nb\n\n\xe2\x80\x94 x AAAAAAAA\n"), &n));
	assert_true(str_is(n.text, "a\n\nb\n"));
}

static void checkpoints_are_written_and_read(void **state)
{
	(void)state;
	uint8_t seed[ED25519_SEED_BYTES], public_key[ED25519_PUBLIC_BYTES], again[32];
	struct checkpoint c = { .origin = STR("wardroom/test"), .size = 42 }, read;
	struct note n;
	struct str name;
	static const char *const wrong[] = {
		"",
		"o\n1\n",
		"o\n1\nAAAA\n",
		"\n1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n",
		"o\n01\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n",
		"o\n-1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n",
		"o\n1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=",
	};

	ed25519_new(seed, public_key);
	c.root.b[7] = 9;
	struct str signed_text =
		note_sign(arena, checkpoint_text(arena, &c), c.origin, seed);
	struct note_key key = note_key_of(c.origin, public_key);
	assert_true(note_parse(arena, signed_text, &n));
	assert_true(note_signed_by(&n, &key));
	assert_true(checkpoint_parse(arena, n.text, &read));
	assert_true(read.size == 42 && read.root.b[7] == 9 &&
	            str_equal(read.origin, c.origin));
	for (size_t i = 0; i < COUNT(wrong); i++)
		if (checkpoint_parse(arena, str_of(wrong[i]), &read))
			fail_msg("checkpoint %zu", i);
	struct str secret = note_secret_text(arena, c.origin, seed);
	assert_true(note_secret_parse(arena, secret, &name, again));
	assert_memory_equal(seed, again, sizeof seed);
}

static const struct sampled_case sampled[] = {
	{ published_inclusion_proofs, "merkle/inclusion" },
	{ published_consistency_proofs, "merkle/consistency" },
};

int main(void)
{
	struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(published_roots, start, stop),
		cmocka_unit_test_setup_teardown(published_inclusion_proofs, start, stop),
		cmocka_unit_test_setup_teardown(published_consistency_proofs, start, stop),
		cmocka_unit_test_setup_teardown(proofs_agree_with_the_definition, start,
		                                stop),
		cmocka_unit_test_setup_teardown(a_published_note_is_read, start, stop),
		cmocka_unit_test_setup_teardown(what_is_no_note_is_refused, start, stop),
		cmocka_unit_test_setup_teardown(checkpoints_are_written_and_read, start,
		                                stop),
	};
	size_t count = cases_with_samples(tests, COUNT(tests), sampled, COUNT(sampled));
	return _cmocka_run_group_tests("ledger tree", tests, count, NULL, NULL);
}
