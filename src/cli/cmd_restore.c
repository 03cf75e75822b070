/* cmd_restore.c -- a backup into a new place; what is there is never touched. */
#include <getopt.h>

#include "base/limits.h"
#include "cli/opened.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "store/backup.h"

static int run(int argc, char **argv);

const struct command command_restore = {
	.name = "restore",
	.summary = "restore a backup into a new place",
	.usage = "BACKUP --db NEW",
	.help = "  --db NEW     a database file that is not there, or postgres://... of\n"
	        "               a database without an organisation; anything else is "
	        "refused\n"
	        "  --help       this help\n"
	        "\n"
	        "Everything is verified before it is kept; when something differs, or when "
	        "it\n"
	        "is broken off, nothing is kept. Without the old NEW.key the next "
	        "checkpoint\n"
	        "makes a new signing key; earlier checkpoints stay checkable.\n",
	.run = run,
};

static int restore(const char *path, const char *db)
{
	struct arena *a = arena_new(4ul * LIMIT_REQUEST_BYTES);
	struct progress progress;
	const struct watcher w = { progress_go_on, &progress };
	struct backup_result made = { 0 };

	if (!a)
		return command_failed(&command_restore, fail_say(FAIL_MEMORY, "no memory"));
	struct refusal why = refusal_on(a);
	progress_start(&progress, &command_restore);
	enum fail f = backup_restore(a, path, db, &all_records, &w, &why, &made);
	progress_end(&progress);
	int status = f == OK          ? COMMAND_DONE
	             : refused(&why)  ? command_refused(&command_restore, &why)
	                             : command_failed(&command_restore, f);
	if (f == OK)
		printf("%s: %lld organisations, %lld rows, %lld files; verified\n", db,
		       (long long)made.organisations, (long long)made.rows,
		       (long long)made.files);
	if (f == OK && made.left_out > 0)
		printf("%lld columns or types that this version no longer has were left "
		       "out; their values stay in the history\n",
		       (long long)made.left_out);
	if (f == OK)
		printf("Next: wardroom serve --db %s\n", db);
	arena_free(a);
	return status;
}

static int run(int argc, char **argv)
{
	const char *db = NULL;
	const struct option_wanted wanted[] = { { "db", .text = &db }, { 0 } };
	int status = options_read(&command_restore, argc, argv, wanted);

	if (status)
		return status;
	if (!db || argc - optind != 1)
		return command_misused(&command_restore, "say which backup, and --db NEW");
	return restore(argv[optind], db);
}
