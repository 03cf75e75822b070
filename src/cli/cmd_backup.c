/*
 * cmd_backup.c -- everything in one file, taken while others work, and proven by restoring
 * it.
 */
#include <getopt.h>
#include <unistd.h>

#include "base/limits.h"
#include "cli/opened.h"
#include "store/backup.h"

static int run(int argc, char **argv);

const struct command command_backup = {
	.name = "backup",
	.summary = "write everything into one file, and prove that it restores",
	.usage = "FILE --db FILE",
	.help = "  --db FILE    the database; a server may have it open\n"
	        "  --help       this help\n"
	        "\n"
	        "The backup is restored into a folder beside it, verified there, and "
	        "that folder\n"
	        "removed; a backup that does not verify is removed as well. The signing "
	        "key\n"
	        "(FILE.key) is not in it: keep it apart. Restore with `wardroom "
	        "restore`.\n",
	.run = run,
};

static int backup(const char *db, const char *path)
{
	const struct store_options options = {
		.db = db,
		.registry = &all_records,
		.read_only = true,
		.no_threads = true,
		.readers = 1,
	};
	struct arena *a = arena_new(4ul * LIMIT_REQUEST_BYTES);
	struct store *s = NULL;
	struct backup_result made = { 0 };
	enum fail f = a ? store_open(&s, &options) : fail_say(FAIL_MEMORY, "no memory");

	if (f == OK)
		f = backup_make(s, a, path, &made);
	store_close(s);
	bool written = f == OK;
	if (f == OK)
		f = backup_check(a, path, path, &all_records);
	if (f != OK && written)
		unlink(path);
	if (f == OK)
		printf("%s: %lld organisations, %lld files, %lld bytes of database; "
		       "restored and "
		       "verified\n",
		       path, (long long)made.organisations, (long long)made.files,
		       (long long)made.database_bytes);
	arena_free(a);
	return f == OK ? COMMAND_DONE : command_failed(&command_backup, f);
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
			return command_misused(&command_backup, "%s", "see the options");
		db = optarg;
	}
	if (!db || argc - optind != 1)
		return command_misused(&command_backup, "say which file, and --db FILE");
	return backup(db, argv[optind]);
}
