/* test_ledger.c -- entries, leaves, proofs out of a database, erasure, checkpoints and
 * keys. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "codec/json.h"
#include "crypto/crypto.h"
#include "db/db.h"
#include "store/checkpoint.h"
#include "store/ledger.h"

static struct arena *arena;
static struct db *db;
static char folder[] = "/tmp/wardroom-ledger-XXXXXX";
static struct id org, record, account;

static const char *in_folder(const char *name)
{
	return str_format(arena, "%s/%s", folder, name).p;
}

static enum fail make_tables(struct tx *tx, void *arg)
{
	(void)arg;
	return db_script(tx, str_of(ledger_schema));
}

static int start(void **state)
{
	(void)state;
	arena = arena_new(LIMIT_REQUEST_BYTES);
	if (!mkdtemp(folder))
		return -1;
	org = id_new();
	record = id_new();
	account = id_new();
	struct db_options o = { .target = in_folder("db"),
		                .create = true,
		                .no_threads = true };
	if (db_open(&db, &o) != OK || db_write(db, make_tables, NULL) != OK)
		return -1;
	return 0;
}

static int stop(void **state)
{
	(void)state;
	db_close(db);
	static const char *const made[] = { "db",      "db-wal", "db-shm",
		                            "db.lock", "k.key",  "bad.key" };
	for (size_t i = 0; i < COUNT(made); i++)
		unlink(in_folder(made[i]));
	rmdir(folder);
	memcpy(folder + strlen(folder) - 6, "XXXXXX", 6);
	arena_free(arena);
	return 0;
}

static enum fail add_one(struct tx *tx, int64_t i)
{
	struct ledger_value values[] = {
		{ STR("title"), str_format(arena, "\"Plan %lld\"", (long long)i) },
		{ STR("ends_on"), STR_NONE },
		{ STR(LEDGER_STATE), STR("\"draft\"") },
	};
	struct ledger_entry e = {
		.by = account,
		.type = STR("plan"),
		.record = i % 2 ? record : id_new(),
		.version = i + 1,
		.what = STR("change"),
		.reason = STR("a reason with \"quotes\""),
		.values = values,
		.value_count = COUNT(values),
	};
	int64_t seq;
	/* the clock stands still: instants must ascend all the same */
	enum fail f = ledger_instant(tx, org, (struct instant){ 1000 }, &e.at);
	if (f == OK)
		f = ledger_append(tx, arena, org, &e, &seq);
	assert_true(f != OK || seq == i);
	return f;
}

static enum fail add_many(struct tx *tx, void *arg)
{
	const int *count = arg;
	int64_t size;
	enum fail f = ledger_size(tx, org, &size, NULL);

	for (int i = 0; i < *count && f == OK; i++)
		f = add_one(tx, size + i);
	return f;
}

static void add(int count)
{
	assert_int_equal(db_write(db, add_many, &count), OK);
}

static enum fail look(struct tx *tx, void *arg)
{
	(void)arg;
	struct ledger_row *rows;
	size_t count;
	struct json *leaf;
	struct json_error error;
	uint8_t commitment[SHA256_BYTES];

	assert_int_equal(ledger_of_record(tx, arena, org, record, &rows, &count), OK);
	assert_int_equal(count, 3);
	assert_true(rows[0].at.us < rows[1].at.us && rows[0].seq == 1 && rows[2].seq == 5);
	assert_true(str_is(ledger_value_of(&rows[1], "title"), "\"Plan 3\""));
	assert_true(str_is(ledger_value_of(&rows[1], "ends_on"), "null"));
	assert_true(str_is(ledger_value_of(&rows[1], LEDGER_REASON),
	                   "\"a reason with \\\"quotes\\\"\""));
	assert_null(ledger_value_of(&rows[1], LEDGER_BY_NAME).p);
	/* the leaf is canonical, and commits to each value */
	assert_int_equal(json_read(arena, rows[1].leaf, &leaf, &error), OK);
	assert_true(str_equal(json_canonical(arena, leaf), rows[1].leaf));
	assert_int_equal(str_find(rows[1].leaf, STR("Plan 3")), SIZE_MAX);
	for (size_t i = 0; i < rows[1].opened_count; i++) {
		const struct ledger_opened *o = &rows[1].opened[i];
		hmac_sha256(o->salt.p, o->salt.n, o->json.p, o->json.n, commitment);
		assert_true(str_equal(json_string(json_member(leaf, "commitments"),
		                                  str_z(arena, o->field)),
		                      hex(arena, commitment, sizeof commitment)));
	}
	return OK;
}

static void entries_are_committed_leaves(void **state)
{
	(void)state;
	add(6);
	assert_int_equal(db_read(db, look, NULL), OK);
}

static enum fail leaf_hash_of(struct tx *tx, int64_t seq, struct tree_hash *out)
{
	struct stmt *s =
		query(tx, SQL("select leaf from history where org = :org and seq = :seq"));

	bind_id(s, "org", org);
	bind_i64(s, "seq", seq);
	assert_int_equal(query_next(s), 1);
	tree_leaf(column_str(s, 0), out);
	query_end(s);
	return OK;
}

static enum fail prove_all(struct tx *tx, void *arg)
{
	(void)arg;
	struct tree_hash root, old, leaf;
	struct tree_proof proof;
	int64_t size;

	assert_int_equal(ledger_size(tx, org, &size, NULL), OK);
	assert_int_equal(ledger_root(tx, org, size, &root), OK);
	for (int64_t i = 0; i < size; i++) {
		leaf_hash_of(tx, i, &leaf);
		assert_int_equal(ledger_inclusion(tx, org, i, size, &proof), OK);
		assert_true(tree_inclusion_holds(&leaf, (uint64_t)i, (uint64_t)size, &proof,
		                                 &root));
		assert_int_equal(ledger_root(tx, org, i + 1, &old), OK);
		assert_int_equal(ledger_consistency(tx, org, i + 1, size, &proof), OK);
		assert_true(tree_consistency_holds((uint64_t)i + 1, (uint64_t)size, &proof,
		                                   &old, &root));
	}
	return OK;
}

static void stored_subtrees_prove_every_entry(void **state)
{
	(void)state;
	add(13);
	add(24);
	assert_int_equal(db_read(db, prove_all, NULL), OK);
}

static enum fail forget(struct tx *tx, void *arg)
{
	(void)arg;
	return ledger_forget(tx, org, record);
}

static enum fail look_erased(struct tx *tx, void *arg)
{
	(void)arg;
	struct ledger_row *rows;
	size_t count;

	assert_int_equal(ledger_of_record(tx, arena, org, record, &rows, &count), OK);
	assert_true(count == 2 && rows[0].erased && rows[0].opened_count == 0);
	assert_null(ledger_value_of(&rows[0], "title").p);
	return OK;
}

static void what_is_erased_leaves_the_tree_as_it_was(void **state)
{
	(void)state;
	add(4);
	assert_int_equal(db_write(db, forget, NULL), OK);
	assert_int_equal(db_read(db, look_erased, NULL), OK);
	assert_int_equal(db_read(db, prove_all, NULL), OK);
}

struct checkpoint_job {
	struct ledger_key key;
	struct kept_checkpoint kept;
	struct note_key *keys;
	size_t key_count;
};

static enum fail make_checkpoint(struct tx *tx, void *arg)
{
	struct checkpoint_job *job = arg;
	enum fail f = checkpoint_make(tx, arena, org, &job->key, (struct instant){ 77 },
	                              &job->kept);

	return f == OK ? ledger_note_keys(tx, arena, org, &job->keys, &job->key_count) : f;
}

static void checkpoints_are_signed_and_kept(void **state)
{
	(void)state;
	struct checkpoint_job job = { 0 };
	struct note n;
	struct checkpoint c;
	struct str first;

	add(3);
	assert_int_equal(ledger_key_load(arena, in_folder("k.key"), false, &job.key),
	                 FAIL_NOT_FOUND);
	assert_int_equal(ledger_key_load(arena, in_folder("k.key"), true, &job.key), OK);
	assert_int_equal(db_write(db, make_checkpoint, &job), OK);
	assert_true(note_parse(arena, job.kept.note, &n) && job.key_count == 1);
	assert_true(note_signed_by(&n, &job.keys[0]));
	assert_true(checkpoint_parse(arena, n.text, &c) && c.size == 3);
	first = job.kept.note;
	/* nothing added: the same one; something added: another */
	assert_int_equal(db_write(db, make_checkpoint, &job), OK);
	assert_true(str_equal(first, job.kept.note));
	add(1);
	assert_int_equal(db_write(db, make_checkpoint, &job), OK);
	assert_true(!str_equal(first, job.kept.note) && job.kept.size == 4);
}

static void the_key_is_kept_from_others(void **state)
{
	(void)state;
	struct ledger_key key, again;
	struct stat st;

	assert_int_equal(ledger_key_load(arena, in_folder("k.key"), true, &key), OK);
	assert_int_equal(stat(in_folder("k.key"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(ledger_key_load(arena, in_folder("k.key"), true, &again), OK);
	assert_memory_equal(key.seed, again.seed, sizeof key.seed);
	assert_int_equal(chmod(in_folder("k.key"), 0640), 0);
	assert_int_equal(ledger_key_load(arena, in_folder("k.key"), true, &again),
	                 FAIL_DENIED);
	FILE *f = fopen(in_folder("bad.key"), "w");
	fputs("PRIVATE+KEY+wardroom+00000000+AAAA\n", f);
	fclose(f);
	assert_int_equal(chmod(in_folder("bad.key"), 0600), 0);
	assert_int_equal(ledger_key_load(arena, in_folder("bad.key"), true, &again),
	                 FAIL_FORMAT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(entries_are_committed_leaves, start, stop),
		cmocka_unit_test_setup_teardown(stored_subtrees_prove_every_entry, start,
		                                stop),
		cmocka_unit_test_setup_teardown(what_is_erased_leaves_the_tree_as_it_was,
		                                start, stop),
		cmocka_unit_test_setup_teardown(checkpoints_are_signed_and_kept, start,
		                                stop),
		cmocka_unit_test_setup_teardown(the_key_is_kept_from_others, start, stop),
	};
	return cmocka_run_group_tests_name("ledger", tests, NULL, NULL);
}
