/*
 * cmd_import.c -- an export into a new database, or into an installation without this
 * organisation.
 */
#include <getopt.h>
#include <unistd.h>

#include "base/limits.h"
#include "cli/opened.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "codec/json.h"
#include "store/export.h"

static int run(int argc, char **argv);

const struct command command_import = {
	.name = "import",
	.summary = "take in an organisation that was exported",
	.usage = "FROM --db DATABASE",
	.help = "  --db DATABASE  a database file, made when it is not there, or\n"
	        "                 postgres://...; one that has this organisation is "
	        "refused\n"
	        "  --json         what was taken in, as JSON\n"
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
	const char *db, *from;
	bool json;
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

static enum fail take(struct asked *q, const struct watcher *w)
{
	if (db_is_file(q->db) && access(q->db, F_OK) != 0)
		return import_new(q->arena, q->from, q->db, &all_records, w, &q->why,
		                  &q->result);
	return into_installation(q, w);
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
