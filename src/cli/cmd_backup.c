/*
 * cmd_backup.c -- everything in one file, taken while others work, and proven by restoring
 * it.
 */
#include <getopt.h>
#include <unistd.h>

#include "base/limits.h"
#include "cli/opened.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "store/backup.h"

static int run(int argc, char **argv);

const struct command command_backup = {
	.name = "backup",
	.summary = "write everything into one file, and prove that it restores",
	.usage = "FILE --db DATABASE",
	.help = "  --db DATABASE  a database file, which a server may have open, or\n"
	        "                 postgres://...\n"
	        "  --help         this help\n"
	        "\n"
	        "The backup is restored into a folder beside it, verified there, and "
	        "that folder\n"
	        "removed; a backup that does not verify is removed as well. It restores "
	        "into\n"
	        "either kind of database with `wardroom restore`. The signing key "
	        "(DATABASE.key)\n"
	        "is not in it: keep it apart. docs/backup-format.md says what is in it.\n",
	.run = run,
};

static enum fail make(const char *db, struct arena *a, const char *path,
                      const struct watcher *w, struct backup_result *made)
{
	const struct store_options options = {
		.db = db,
		.registry = &all_records,
		.read_only = true,
		.no_threads = true,
		.readers = 1,
	};
	struct store *s = NULL;
	enum fail f = store_open(&s, &options);

	if (f == OK)
		f = backup_make(s, a, path, w, made);
	store_close(s);
	return f;
}

static int backup(const char *db, const char *path)
{
	struct arena *a = arena_new(4ul * LIMIT_REQUEST_BYTES);
	struct progress progress;
	const struct watcher w = { progress_go_on, &progress };
	struct backup_result made = { 0 };

	if (!a)
		return command_failed(&command_backup, fail_say(FAIL_MEMORY, "no memory"));
	struct refusal why = refusal_on(a);
	progress_start(&progress, &command_backup);
	enum fail f = make(db, a, path, &w, &made);
	bool written = f == OK;
	if (f == OK)
		f = backup_check(a, path, &all_records, &w, &why);
	progress_end(&progress);
	if (f != OK && written)
		unlink(path);
	if (f == OK)
		printf("%s: %lld organisations, %lld files; restored and verified\n", path,
		       (long long)made.organisations, (long long)made.files);
	int status = f == OK          ? COMMAND_DONE
	             : refused(&why)  ? command_refused(&command_backup, &why)
	                             : command_failed(&command_backup, f);
	arena_free(a);
	return status;
}

static int run(int argc, char **argv)
{
	const char *db = NULL;
	const struct option_wanted wanted[] = { { "db", .text = &db }, { 0 } };
	int status = options_read(&command_backup, argc, argv, wanted);

	if (status)
		return status;
	if (!db || argc - optind != 1)
		return command_misused(&command_backup,
		                       "say which file, and --db DATABASE");
	return backup(db, argv[optind]);
}
