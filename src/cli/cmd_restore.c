/* cmd_restore.c -- a backup into a new place; what is there is never touched. */
#include <getopt.h>

#include "base/limits.h"
#include "cli/opened.h"
#include "store/backup.h"

static int run(int argc, char **argv);

const struct command command_restore = {
	.name = "restore",
	.summary = "restore a backup into a new place",
	.usage = "BACKUP --db NEW",
	.help = "  --db NEW     the database to make; refused when it is there\n"
	        "  --help       this help\n"
	        "\n"
	        "Files of evidence come to NEW.files. Without the old NEW.key beside it "
	        "the next\n"
	        "checkpoint makes a new signing key; earlier checkpoints stay checkable.\n",
	.run = run,
};

static int restore(const char *path, const char *db)
{
	struct arena *a = arena_new(4ul * LIMIT_REQUEST_BYTES);
	struct backup_result made = { 0 };
	enum fail f = a ? backup_check(a, path, db, &all_records)
	                : fail_say(FAIL_MEMORY, "no memory");

	if (f == OK)
		f = backup_restore(a, path, db, &made);
	if (f == OK)
		printf("%s: %lld organisations, %lld files; verified\n"
		       "Next: wardroom serve --db %s\n",
		       db, (long long)made.organisations, (long long)made.files, db);
	arena_free(a);
	return f == OK ? COMMAND_DONE : command_failed(&command_restore, f);
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ "db", required_argument, NULL, 'd' },
		{ NULL, 0, NULL, 0 },
	};
	const char *db = NULL;

	for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		if (c != 'd')
			return command_misused(&command_restore, "%s", "see the options");
		db = optarg;
	}
	if (!db || argc - optind != 1)
		return command_misused(&command_restore, "say which backup, and --db NEW");
	return restore(argv[optind], db);
}
