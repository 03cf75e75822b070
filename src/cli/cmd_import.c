/*
 * cmd_import.c -- an export into a new database, or into an installation without this
 * organisation.
 */
#include <getopt.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/limits.h"
#include "actions/installation.h"
#include "cli/installation_call.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "store/export.h"
#include "store/io.h"

static int run(int argc, char **argv);

const struct command command_import = {
	.name = "import",
	.summary = "take in an organisation that was exported",
	.usage = "FROM --db DATABASE [--json]",
	.help = "  --db DATABASE  a database file, made when it is not there, or\n"
	        "                 postgres://...; one that has this organisation is "
	        "refused\n"
	        "  --json         what was taken in, as JSON\n"
	        "  --socket PATH  of the running server, if not DATABASE.socket\n"
	        "  --help         this help\n"
	        "\n"
	        "FROM is the folder or archive of `wardroom export`. Everything is "
	        "compared with\n"
	        "its hashes and its history and verified before it is kept; when "
	        "something\n"
	        "differs, it is said where, and nothing is kept. Passwords and tokens "
	        "do not\n"
	        "travel: set them with `wardroom user password` and `wardroom token "
	        "add`. The\n"
	        "signing key does not either: the next checkpoint makes a new one, and "
	        "earlier\n"
	        "checkpoints stay checkable.\n",
	.run = run,
};

struct asked {
	const char *db, *from, *socket;
	bool json;
	bool by_server;                 /* it answered, and said why not if it did not */
	struct arena *arena;
	struct refusal why;
	struct export_result result;
};

static enum fail into_installation(struct asked *q, const struct watcher *w)
{
	const struct store_options options = {
		.db = q->db, .registry = &all_records, .no_threads = true, .readers = 1
	};
	struct store *s = NULL;
	enum fail f = store_open(&s, &options);

	if (f == OK)
		f = import_into(s, q->arena, q->from, w, &q->why, &q->result);
	store_close(s);
	return f;
}

/* ---- by the server that has the database ---- */

static void result_from(struct asked *q, const struct json *answer)
{
	struct export_result *r = &q->result;

	r->name = str_copy(q->arena, json_string(answer, "organisation"));
	r->root = str_copy(q->arena, json_string(answer, "root"));
	(void)id_parse(json_string(answer, "org"), &r->org);
	(void)json_int(answer, "rows", &r->rows);
	(void)json_int(answer, "files", &r->files);
	(void)json_int(answer, "entries", &r->entries);
	(void)json_int(answer, "left_out", &r->left_out);
}

static int call_server(struct asked *q, struct str name)
{
	struct json *answer;
	struct calling c = { .command = &command_import,
		             .db = q->db,
		             .socket = q->socket };
	int status = calling_start(&c, "import");

	if (status == 0) {
		json_pair_str(&c.out, "from", name);
		status = calling_send(&c, &answer);
	}
	if (status == 0)
		result_from(q, answer);
	calling_end(&c);
	return status;
}

/* The server reads nothing but its own folders: a copy is put there for it. */
static enum fail ask_server(struct asked *q, const struct watcher *w)
{
	struct str pattern = str_format(q->arena, "%s.files/" INCOMING "XXXXXX", q->db);
	char *folder = (char *)(uintptr_t)pattern.p;

	if (!mkdtemp(folder))
		return io_failed("make a folder in the files of", q->db);
	enum fail f = io_copy_tree(q->arena, q->from,
	                           str_format(q->arena, "%s/package", folder).p);
	if (f == OK)
		f = watcher_tick(w, "files", 0, 0);
	if (f == OK) {
		q->by_server = true;
		f = call_server(q, str_of(strrchr(folder, '/') + 1)) ? FAIL_REFUSED : OK;
	}
	io_remove_tree(folder);
	return f;
}

static enum fail take(struct asked *q, const struct watcher *w)
{
	/* A database that is no file is there; what is missing in it is made. */
	if (!db_is_file(q->db) || access(q->db, F_OK) != 0)
		return import_new(q->arena, q->from, q->db, &all_records, w, &q->why,
		                  &q->result);
	enum fail f = into_installation(q, w);
	return f == FAIL_BUSY ? ask_server(q, w) : f;
}

static void print_json(struct asked *q)
{
	const struct export_result *r = &q->result;
	struct text t = text_on(q->arena, LIMIT_PAGE_BYTES);
	struct json_out j = json_to(&t);

	json_open_object(&j);
	json_pair_str(&j, "organisation", r->name);
	json_pair_str(&j, "org", id_text(q->arena, r->org));
	json_pair_int(&j, "rows", r->rows);
	json_pair_int(&j, "files", r->files);
	json_pair_int(&j, "entries", r->entries);
	json_pair_str(&j, "root", r->root);
	json_pair_int(&j, "left_out", r->left_out);
	json_close_object(&j);
	printf("%.*s\n", STR_ARG(text_str(&t)));
}

static void print_text(const struct asked *q)
{
	const struct export_result *r = &q->result;

	printf("%s: %.*s, %lld rows, %lld entries of history, %lld files; verified\n"
	       "  root %.*s\n"
	       "Nobody has a password yet. Next: wardroom user password LOGIN --db %s\n",
	       q->db, STR_ARG(r->name), (long long)r->rows, (long long)r->entries,
	       (long long)r->files, STR_ARG(r->root), q->db);
	if (r->left_out > 0)
		printf("%lld columns or types that this version no longer has were left "
		       "out; their values stay in the history\n",
		       (long long)r->left_out);
}

static int import(struct asked *q)
{
	struct progress progress;
	const struct watcher w = { progress_go_on, &progress };

	q->arena = arena_new(4ul * LIMIT_REQUEST_BYTES);
	if (!q->arena)
		return command_failed(&command_import, fail_say(FAIL_MEMORY, "no memory"));
	q->why = refusal_on(q->arena);
	progress_start(&progress, &command_import);
	enum fail f = take(q, &w);
	progress_end(&progress);
	int status = f == OK            ? COMMAND_DONE
	             : q->by_server     ? COMMAND_COULD_NOT
	             : refused(&q->why) ? command_refused(&command_import, &q->why)
	                                : command_failed(&command_import, f);
	if (f == OK && q->json)
		print_json(q);
	else if (f == OK)
		print_text(q);
	arena_free(q->arena);
	return status;
}

static int run(int argc, char **argv)
{
	struct asked q = { 0 };
	const struct option_wanted wanted[] = { { "db", .text = &q.db },
		                                { "json", .flag = &q.json },
		                                { "socket", .text = &q.socket },
		                                { 0 } };
	int status = options_read(&command_import, argc, argv, wanted);

	if (status)
		return status;
	if (!q.db || argc - optind != 1)
		return command_misused(&command_import,
		                       "say from where, and --db DATABASE");
	q.from = argv[optind];
	return import(&q);
}
