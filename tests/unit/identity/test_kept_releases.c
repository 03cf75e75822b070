/*
 * test_kept_releases.c -- data of each release that was kept (tests/upgrade), loaded as it
 * was, opened by this version: upgraded, verified, and read.
 *
 * On whichever database the unit tests run (unit/database.h).
 */
#include "unit/database.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/limits.h"
#include "codec/json.h"
#include "codec/yaml.h"
#include "crypto/crypto.h"
#include "identity/identity.h"
#include "identity/tenant.h"
#include "records/plan.h"
#include "records/retention_rule.h"
#include "records/role.h"
#include "store/io.h"
#include "store/store.h"
#include "store/tenant.h"
#include "store/verify.h"

static struct {
	struct arena *arena;
	const char *release;            /* folder below tests/upgrade */
	char folder[64];
	char db[300];
	struct str lines;               /* of the file that is being loaded */
	bool scripts;                   /* else rows */
} k;

static struct str kept(const char *name)
{
	const char *source = getenv("WARDROOM_SOURCE");
	const char *path = str_format(k.arena, "%s/tests/upgrade/%s/%s",
	                              source ? source : ".", k.release, name)
	                           .p;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;

	if (fd < 0 || fstat(fd, &st) != 0)
		fail_msg("%s cannot be read", path);
	char *bytes = arena_try(k.arena, (size_t)st.st_size + 1, 1);
	assert_int_equal(read(fd, bytes, (size_t)st.st_size), st.st_size);
	close(fd);
	return (struct str){ bytes, (size_t)st.st_size };
}

static struct json *parsed(struct str line)
{
	struct json *j;
	struct json_error e;

	assert_int_equal(json_read(k.arena, line, &j, &e), OK);
	return j;
}

static struct str unhex(struct str text)
{
	unsigned char *out = arena_try(k.arena, text.n / 2 + 1, 1);

	for (size_t i = 0; i + 1 < text.n; i += 2) {
		char digits[3] = { text.p[i], text.p[i + 1], '\0' };
		out[i / 2] = (unsigned char)strtoul(digits, NULL, 16);
	}
	return (struct str){ (const char *)out, text.n / 2 };
}

/* ---- loading ---- */
static enum fail insert(struct tx *tx, const struct json *line)
{
	const struct json *row = json_member(line, "row");
	struct text sql = text_on(k.arena, 65536), values = text_on(k.arena, 65536);

	text_addz(&sql, "insert into ");
	text_add(&sql, json_string(line, "table"));
	text_addz(&sql, " (");
	for (const struct json *v = row->first; v; v = v->next) {
		text_addf(&sql, "%s%.*s", v == row->first ? "" : ", ", STR_ARG(v->name));
		text_addf(&values, "%s:%.*s", v == row->first ? "" : ", ",
		          STR_ARG(v->name));
	}
	text_addz(&sql, ") values (");
	text_add(&sql, text_str(&values));
	text_addc(&sql, ')');
	struct stmt *s = query_composed(tx, text_str(&sql));
	for (const struct json *v = row->first; v; v = v->next) {
		const char *name = str_z(k.arena, v->name);
		if (v->kind == JSON_NULL) {
			bind_null(s, name);
		} else if (v->kind == JSON_INT) {
			bind_i64(s, name, v->number);
		} else if (v->kind == JSON_STRING) {
			bind_str(s, name, v->text);
		} else {
			struct str bytes = unhex(json_string(v, "x"));
			bind_blob(s, name, bytes.p, bytes.n);
		}
	}
	return query_run(s);
}

static enum fail load(struct tx *tx, void *arg)
{
	struct str rest = k.lines;
	enum fail f = OK;

	(void)arg;
	while (f == OK && rest.n > 0) {
		struct str line = str_split(rest, '\n', &rest);
		if (line.n == 0)
			continue;
		struct json *j = parsed(line);
		f = k.scripts ? db_script(tx, json_string(j, "script")) : insert(tx, j);
	}
	return f;
}

static void load_files(void)
{
	struct str rest = kept("files.jsonl");

	while (rest.n > 0) {
		struct str line = str_split(rest, '\n', &rest);
		if (line.n == 0)
			continue;
		struct json *j = parsed(line);
		struct str path = json_string(j, "path"),
			   bytes = unhex(json_string(j, "x"));
		const char *all =
			str_format(k.arena, "%s/t.db.files/%.*s", k.folder, STR_ARG(path))
				.p;
		(void)mkdir(str_format(k.arena, "%s/t.db.files", k.folder).p, 0700);
		(void)mkdir(str_format(k.arena, "%s/t.db.files/%.*s", k.folder,
		                       STR_ARG(str_cut(path, str_find(path, STR("/")))))
		                    .p,
		            0700);
		int fd = open(all, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
		assert_true(fd >= 0);
		assert_int_equal(io_write(fd, bytes, all), OK);
		close(fd);
	}
}

static void load_release(void)
{
	const struct db_options o = { .target = k.db, .create = true, .no_threads = true };
	struct db *db;

	assert_int_equal(db_open(&db, &o), OK);
	k.scripts = true;
	k.lines = kept("schema.jsonl");
	if (db_write(db, load, NULL) != OK)
		fail_msg("%s", fail_message());
	k.scripts = false;
	k.lines = kept("rows.jsonl");
	if (db_write(db, load, NULL) != OK)
		fail_msg("%s", fail_message());
	db_close(db);
	load_files();
}

/* ---- what must be so ---- */
static int heard;

static void hear(void *arg, const char *what)
{
	(void)arg;
	heard++;
	print_message("    %s\n", what);
}

/* The index of words is not kept: it is made anew, as after the loss of one. */
static void check_tenant(struct store *s, struct id org)
{
	const struct verify_options o = { .go_on = NULL };
	struct verify_result *v = ARENA_NEW(k.arena, struct verify_result);
	int64_t found_again;

	assert_int_equal(store_rebuild_words(s, org, &found_again), OK);
	assert_true(found_again > 0);
	assert_int_equal(store_verify(s, k.arena, org, &o, v), OK);
	for (int64_t i = 0; i < v->differences; i++)
		print_error("%.*s: %.*s\n", STR_ARG(v->at[i].where),
		            STR_ARG(v->at[i].what));
	assert_int_equal(v->differences, 0);
	assert_true(v->approvals >= 2 && v->files >= 2 && v->checkpoints >= 1);
}

struct look {
	struct row *plan;
	struct event *events;
	size_t count;
	struct row *executive;
	int64_t rules;
};

static enum fail look(struct act *a, void *arg)
{
	struct look *l = arg;
	const struct query rules = { .type = &retention_rule_type };
	enum fail f = record_by_code(a, STR("PLN-0001"), &l->plan);

	if (!f)
		f = record_by_code(a, STR("ROL-0002"), &l->executive);
	if (!f)
		f = record_count(a, &rules, &l->rules);

	return f ? f
	         : record_history(a, &plan_type, l->plan->id, &l->events, &l->count);
}

/* ---- an old organisation may do what a new one may ---- */
static bool has_line(struct str lines, struct str wanted)
{
	while (lines.n > 0)
		if (str_equal(str_trim(str_split(lines, '\n', &lines)), wanted))
			return true;
	return false;
}

static void has_rights(const struct row *role, const struct yaml *rights)
{
	for (const struct yaml *y = rights ? rights->first : NULL; y; y = y->next)
		if (!has_line(row_text(role, ROL_RIGHTS), y->text))
			fail_msg("%.*s lacks %.*s: add it to content/additions.yaml",
			         STR_ARG(row_text(role, ROL_NAME)), STR_ARG(y->text));
}

static enum fail roles_have_their_rights(struct act *a, void *arg)
{
	const struct yaml *top = shipped_content(a->arena, "content/roles.yaml");
	const struct yaml *roles = yaml_member(top, "roles");
	const struct query all = { .type = &role_type, .limit = LIMIT_PAGE_ROWS };
	struct answer found;
	enum fail f = record_list(a, &all, &found);

	(void)arg;
	assert_non_null(roles);
	for (const struct yaml *y = roles->first; f == OK && y; y = y->next) {
		const struct row *role = NULL;
		for (size_t i = 0; i < found.count; i++)
			if (str_equal(row_text(found.rows[i], ROL_NAME),
			              yaml_text(y, "name")))
				role = found.rows[i];
		if (!role)
			fail_msg("there is no role %.*s", STR_ARG(yaml_text(y, "name")));
		has_rights(role, yaml_member(y, "rights"));
		has_rights(role, yaml_member(top, "common"));
	}
	return f;
}

static void opens_and_holds(void)
{
	const struct store_options o = { .db = k.db,
		                         .evidence = str_format(k.arena, "%s/t.db.files",
		                                                k.folder)
		                                             .p,
		                         .registry = &all_records,
		                         .no_threads = true,
		                         .told = hear };
	struct store *s;
	struct tenant *tenants;
	struct look l = { 0 };
	size_t count;

	if (store_open(&s, &o) != OK)
		fail_msg("%s", fail_message());
	identity_wire(s);
	heard = 0;
	assert_int_equal(identity_supply(s, hear, NULL), OK);
	assert_true(heard > 0);
	heard = 0;
	assert_int_equal(identity_supply(s, hear, NULL), OK);
	assert_int_equal(heard, 0); /* once */
	assert_int_equal(tenant_list(s, k.arena, &tenants, &count), OK);
	assert_int_equal(count, 1);
	check_tenant(s, tenants[0].org);
	struct actor program = tenant_system(tenants[0].org, STR("test"));
	assert_int_equal(store_read(s, &program, k.arena, look, &l), OK);
	assert_true(str_is(row_text_in(l.plan, PLN_TITLE, LANG_EN),
	                   "Incident response plan"));
	assert_int_equal(l.count, 2);
	assert_true(str_find(row_text(l.executive, ROL_RIGHTS), STR("disposal.approve")) !=
	            SIZE_MAX);
	assert_true(l.rules >= 8);
	assert_int_equal(
		store_read(s, &program, k.arena, roles_have_their_rights, NULL), OK);
	assert_true(l.events[1].change_count > 0);
	store_close(s);
}

static void every_kept_release(void **state)
{
	const char *source = getenv("WARDROOM_SOURCE");
	char path[400];
	int releases = 0;

	(void)state;
	snprintf(path, sizeof path, "%s/tests/upgrade", source ? source : ".");
	DIR *d = opendir(path);
	assert_non_null(d);
	for (struct dirent *e; (e = readdir(d));) {
		if (e->d_name[0] < '0' || e->d_name[0] > '9')
			continue;
		k.arena = arena_new(1u << 28);
		k.release = e->d_name;
		snprintf(k.folder, sizeof k.folder, "/tmp/wardroom-kept-XXXXXX");
		assert_non_null(mkdtemp(k.folder));
		snprintf(path, sizeof path, "%s/t.db", k.folder);
		database_fresh(path, 0, k.db, sizeof k.db);
		print_message("  release %s\n", k.release);
		load_release();
		opens_and_holds();
		io_remove_tree(k.folder);
		arena_free(k.arena);
		releases++;
	}
	closedir(d);
	assert_true(releases > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(every_kept_release) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
