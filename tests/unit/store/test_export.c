/*
 * test_export.c -- an export is the same wherever the organisation is; an import that
 * fails leaves an installation as it was.
 */
#include "unit/store/filled.h"

#include "crypto/crypto.h"
#include "store/export.h"
#include "store/package.h"
#include "store/verify.h"

static struct str export_to(struct store *s, const char *name)
{
	struct export_result r;

	assert_int_equal(export_make(s, w.arena, w.org, spot(name), false, NULL, &r), OK);
	assert_int_equal(r.files, 1);
	return bytes_of(spot(name));
}

static struct store *opened(const char *name)
{
	const struct store_options o = { .db = spot(name),
		                         .registry = &test_registry,
		                         .create = true,
		                         .no_threads = true };
	struct store *s;

	assert_int_equal(store_open(&s, &o), OK);
	return s;
}

static enum fail import(struct store *s, const char *name, struct refusal *why)
{
	struct export_result r;

	*why = refusal_on(w.arena);
	return import_into(s, w.arena, spot(name), NULL, why, &r);
}

static size_t organisations(struct store *s)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct tenant *list;
	size_t count;

	assert_int_equal(tenant_list(s, a, &list, &count), OK);
	arena_free(a);
	return count;
}

static void holds(struct store *s)
{
	struct verify_options o = { .own_key = NULL };
	struct verify_result *v = ARENA_NEW(w.arena, struct verify_result);

	assert_int_equal(store_verify(s, w.arena, w.org, &o, v), OK);
	if (v->differences > 0)
		fail_msg("%.*s: %.*s", STR_ARG(v->at[0].where), STR_ARG(v->at[0].what));
}

static void what_comes_back_is_the_same(void **state)
{
	(void)state;
	struct export_result r;
	struct refusal why = refusal_on(w.arena);

	fill();
	struct str a = export_to(w.store, "a.tar");
	assert_int_equal(import_new(w.arena, spot("a.tar"), spot("new.db"), &test_registry,
	                            NULL, &why, &r),
	                 OK);
	struct store *s = opened("new.db");
	holds(s);
	struct str b = export_to(s, "b.tar");
	store_close(s);
	assert_int_equal(a.n, b.n);
	assert_memory_equal(a.p, b.p, a.n);
}

static void a_neighbour_stays_as_it_was(void **state)
{
	(void)state;
	struct refusal why = refusal_on(w.arena);
	struct id other;
	struct store *s = opened("other.db");

	fill();
	struct str a = export_to(w.store, "a.tar");
	assert_int_equal(tenant_create(s, STR("Agency"), STR("Agence"),
	                               STR("America/Vancouver"), &why, &other),
	                 OK);
	assert_int_equal(import(s, "a.tar", &why), OK);
	assert_int_equal(organisations(s), 2);
	holds(s);
	struct str b = export_to(s, "b.tar");
	assert_true(str_equal(a, b));
	assert_int_equal(import(s, "a.tar", &why), FAIL_REFUSED);
	assert_int_equal(organisations(s), 2);
	store_close(s);
}

static enum fail insert_account(struct tx *tx, void *arg)
{
	const struct id *org = arg;
	struct stmt *s =
		query(tx, SQL("insert into account (org, id, person, login,"
	                      " login_fold, password, secret, state, lang,"
	                      " version, made_at, last_sign_in_at)"
	                      " values (:org, :id, :id, 'Dana', 'dana', 'argon-of-dana',"
	                      " :secret, 0, 0, 1, 1, 0)"));

	bind_id(s, "org", *org);
	bind_id(s, "id", id_new());
	bind_blob(s, "secret", "0123456789abcdef0123456789abcdef", SHA256_BYTES);
	return query_run(s);
}

static void a_login_that_is_taken_is_said(void **state)
{
	(void)state;
	struct refusal why = refusal_on(w.arena);
	struct id other;
	struct store *s = opened("other.db");

	fill();
	assert_int_equal(db_write(store_db(w.store), insert_account, &w.org), OK);
	struct str a = export_to(w.store, "a.tar");
	assert_int_equal(str_find(a, STR("argon-of-dana")), SIZE_MAX);
	assert_int_equal(tenant_create(s, STR("Agency"), STR("Agence"),
	                               STR("America/Vancouver"), &why, &other),
	                 OK);
	assert_int_equal(db_write(store_db(s), insert_account, &other), OK);
	assert_int_equal(import(s, "a.tar", &why), FAIL_REFUSED);
	assert_true(str_is(why.at[0].why.args[0], "dana"));
	assert_int_equal(organisations(s), 1);
	store_close(s);
}

/* Evidence of the other store: a file in one of its folders. */
static int files_in(const char *name)
{
	char path[300];
	int count = 0;

	for (int i = 0; i < 256; i++) {
		snprintf(path, sizeof path, "%s.files/%02x", spot(name), (unsigned)i);
		DIR *d = opendir(path);
		for (struct dirent *e; d && (e = readdir(d));)
			count += e->d_name[0] != '.';
		if (d)
			closedir(d);
	}
	return count;
}

static void lost_memory_leaves_it_as_it_was(void **state)
{
	(void)state;
	struct store *s = opened("other.db");
	int refused = 0;
	enum fail f = FAIL_MEMORY;

	fill();
	export_to(w.store, "a.tar");
	const char *from = spot("a.tar");
	for (long nth = 1; f != OK; nth += 1 + nth / 8) {
		struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
		struct refusal why = refusal_on(a);
		struct export_result r;
		arena_test_fail_at(nth);
		f = import_into(s, a, from, NULL, &why, &r);
		arena_test_fail_at(0);
		arena_free(a);
		if (f != OK) {
			refused++;
			assert_int_equal(organisations(s), 0);
		}
	}
	assert_true(refused > 20);
	assert_int_equal(organisations(s), 1);
	holds(s);
	store_close(s);
}

static bool stop_later(void *arg, const char *doing, int64_t done, int64_t of)
{
	(void)doing;
	(void)done;
	(void)of;
	return (*(int *)arg)-- > 0;
}

static void one_that_is_stopped_leaves_it_as_it_was(void **state)
{
	(void)state;
	int ticks;
	const struct watcher watcher = { stop_later, &ticks };
	struct store *s = opened("other.db");
	struct export_result r;
	enum fail f = FAIL_CANCELLED;

	fill();
	ticks = 3;
	assert_int_equal(
		export_make(w.store, w.arena, w.org, spot("a"), true, &watcher, &r),
		FAIL_CANCELLED);
	assert_int_equal(count_beginning("a"), 0);
	export_to(w.store, "a.tar");
	for (int after = 0; f == FAIL_CANCELLED && after < 100; after++) {
		struct refusal why = refusal_on(w.arena);
		ticks = after;
		f = import_into(s, w.arena, spot("a.tar"), &watcher, &why, &r);
		if (f != OK) {
			assert_int_equal(organisations(s), 0);
			assert_int_equal(files_in("other.db"), 0);
		}
	}
	assert_int_equal(f, OK);
	assert_int_equal(files_in("other.db"), 1);
	store_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_comes_back_is_the_same),
		TEST(a_neighbour_stays_as_it_was),
		TEST(a_login_that_is_taken_is_said),
		TEST(lost_memory_leaves_it_as_it_was),
		TEST(one_that_is_stopped_leaves_it_as_it_was),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
