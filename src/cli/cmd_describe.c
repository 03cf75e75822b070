/*
 * cmd_describe.c -- the documentation that follows from the record types: a page for each
 * type, the description of the API, the tables of the database.
 *
 * With --check nothing is written: what differs is named, and the answer is no.
 */
#include "cli/command.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "api/openapi.h"
#include "base/arena.h"
#include "base/limits.h"
#include "model/describe.h"
#include "store/store.h"

static int run(int argc, char **argv);

const struct command command_describe = {
	.name = "describe",
	.summary = "write the documentation that follows from the record types",
	.usage = "[--check] [DIR]",
	.help = "  DIR       where to: docs when nothing is said\n"
	        "  --check   write nothing; say what is out of date, and exit 1 if\n"
	        "            something is\n",
	.run = run,
};

struct describing {
	struct arena *arena;
	const char *folder;
	bool check;
	int stale;
	bool failed;
};

/* ---- one file ---- */
static struct str read_file(struct describing *d, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat s;
	char *p = NULL;
	ssize_t n = 0;

	if (fd >= 0 && fstat(fd, &s) == 0)
		p = ARENA_TRY(d->arena, char, (size_t)s.st_size + 1);
	if (p)
		n = read(fd, p, (size_t)s.st_size);
	if (fd >= 0)
		close(fd);
	return p && n >= 0 ? (struct str){ p, (size_t)n } : STR_NONE;
}

static void one_file(struct describing *d, struct str name, const struct text *t)
{
	const char *path = str_z(d->arena, str_format(d->arena, "%s/%.*s", d->folder,
	                                              STR_ARG(name)));
	struct str text = text_str(t);
	FILE *out;

	if (text_failed(t)) {
		command_say(&command_describe, "%s: too long", path);
		d->failed = true;
		return;
	}
	if (str_equal(read_file(d, path), text))
		return;
	d->stale++;
	if (d->check) {
		printf("%s is out of date\n", path);
		return;
	}
	out = fopen(path, "w");
	if (!out || fwrite(text.p, 1, text.n, out) != text.n || fclose(out) != 0) {
		command_say(&command_describe, "cannot write %s: %s", path,
		            strerror(errno));
		d->failed = true;
	}
}

static struct text fresh(struct describing *d)
{
	return text_on(d->arena, LIMIT_PAGE_BYTES);
}

/* ---- pages ---- */
static void record_pages(struct describing *d)
{
	struct text index = fresh(d);
	const char *group = NULL;

	text_addz(&index,
	          "# Record types\n\nMade by `wardroom describe` from the tables in "
	          "`src/records/`.\n");
	for (size_t i = 0; i < all_records.count; i++) {
		const struct record_type *t = all_records.at[i];
		struct text page = fresh(d);

		describe_type(&page, t, LANG_EN);
		one_file(d, str_format(d->arena, "records/%s.md", t->name), &page);
		if (t->group && (!group || strcmp(group, t->group) != 0)) {
			group = t->group;
			text_addf(&index, "\n## %s\n\n", group);
		}
		text_addf(&index, "- [%s](%s.md) (`%s`): %s\n", t->plural, t->name, t->code,
		          t->help ? t->help : "");
	}
	one_file(d, STR("records/README.md"), &index);
}

/* JSON on lines of its own, so that a difference can be read. */
static void line_end(struct text *out, int depth)
{
	text_addc(out, '\n');
	for (int i = 0; i < depth; i++)
		text_addc(out, '\t');
}

static bool opens(char c)
{
	return c == '{' || c == '[';
}

static bool closes(char c)
{
	return c == '}' || c == ']';
}

static void one_byte(struct text *out, char c, char next, int *depth)
{
	if (closes(c))
		line_end(out, --*depth);
	text_addc(out, c);
	if (c == ':')
		text_addc(out, ' ');
	if (opens(c))
		++*depth;
	if (opens(c) || c == ',') {
		if (opens(c) && closes(next))
			--*depth;
		else
			line_end(out, *depth);
	}
}

static void on_lines(struct text *out, struct str json)
{
	bool quoted = false;
	int depth = 0;

	for (size_t i = 0; i < json.n; i++) {
		char c = json.p[i];
		char next = i + 1 < json.n ? json.p[i + 1] : '\0';

		if (quoted && c == '\\') {
			text_add(out, (struct str){ json.p + i++, 2 });
			continue;
		}
		if (c == '"')
			quoted = !quoted;
		if (quoted || c == '"') {
			text_addc(out, c);
		} else if (opens(c) && closes(next)) {
			text_add(out, (struct str){ json.p + i++, 2 });
		} else {
			one_byte(out, c, next, &depth);
		}
	}
	text_addc(out, '\n');
}

static void api_page(struct describing *d)
{
	struct text json = fresh(d), lines = fresh(d);

	openapi_write(&json, &all_records);
	on_lines(&lines, text_str(&json));
	one_file(d, STR("openapi.json"), &lines);
}

/* ---- the tables, as an empty database has them ---- */
static enum fail read_tables(struct tx *tx, void *arg)
{
	return db_tables(tx, arg);
}

static enum fail schema_page(struct describing *d)
{
	char folder[] = "/tmp/wardroom-describe-XXXXXX";
	struct text out = fresh(d), other = fresh(d);
	struct store *store = NULL;
	struct store_options options = {
		.registry = &all_records, .create = true, .no_threads = true
	};
	enum fail f;

	if (!mkdtemp(folder))
		return fail_say(FAIL_IO, "no folder for a database: %s", strerror(errno));
	options.db = str_z(d->arena, str_format(d->arena, "%s/empty.db", folder));
	text_addz(&out,
	          "-- Made by `wardroom describe`: the tables of an empty database.\n");
	f = store_open(&store, &options);
	if (f == OK)
		f = db_read(store_db(store), read_tables, &out);
	if (f == OK)
		one_file(d, STR("schema-sqlite.sql"), &out);
	text_addz(&other,
	          "-- Made by `wardroom describe`: what makes an empty database.\n");
	if (f == OK)
		f = store_schema_for(store, "postgres://", &other);
	if (f == OK)
		one_file(d, STR("schema-postgres.sql"), &other);
	if (store)
		store_close(store);
	for (const char *const *end =
	             (const char *const[]){ "", "-wal", "-shm", "-lock", NULL };
	     *end; end++)
		(void)unlink(
			str_z(d->arena, str_format(d->arena, "%s%s", options.db, *end)));
	(void)rmdir(str_z(d->arena, str_format(d->arena, "%s.files", options.db)));
	(void)rmdir(folder);
	return f;
}

/* ---- the command ---- */
static int describe(struct describing *d)
{
	enum fail f;

	if (!d->check) {
		(void)mkdir(d->folder, 0777);
		(void)mkdir(str_z(d->arena, str_format(d->arena, "%s/records", d->folder)),
		            0777);
	}
	record_pages(d);
	api_page(d);
	f = schema_page(d);
	if (f != OK)
		return command_failed(&command_describe, f);
	if (d->failed)
		return COMMAND_COULD_NOT;
	return d->check && d->stale > 0 ? COMMAND_NO : COMMAND_DONE;
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ "check", no_argument, NULL, 'c' },
		{ "help", no_argument, NULL, 'h' },
		{ 0 },
	};
	struct describing d = { .folder = "docs" };
	int c, answer;

	while ((c = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		if (c == 'h')
			return command_help(&command_describe);
		if (c != 'c')
			return command_misused(&command_describe, "%s", "");
		d.check = true;
	}
	if (argc - optind > 1)
		return command_misused(&command_describe, "too many folders");
	if (optind < argc)
		d.folder = argv[optind];
	d.arena = arena_new(256u * 1024 * 1024);
	if (!d.arena)
		return command_failed(&command_describe, FAIL_MEMORY);
	answer = describe(&d);
	arena_free(d.arena);
	return answer;
}
