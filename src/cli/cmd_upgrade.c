/* cmd_upgrade.c -- bringing data up to date before a server does, or saying what that does.
 */
#include <getopt.h>
#include <unistd.h>

#include "cli/opened.h"

static int run(int argc, char **argv);

const struct command command_upgrade = {
	.name = "upgrade",
	.summary = "bring the data up to date with this version, or say what that does",
	.usage = "--db FILE [--dry-run]",
	.help = "  --db FILE    the database; no server may have it\n"
	        "  --dry-run    only say what would be done\n"
	        "\n"
	        "A server does the same when it starts. All of it is one transaction: cut\n"
	        "short, the data is what it was. An older version refuses the data\n"
	        "afterwards, so make a backup first: wardroom backup.\n",
	.run = run,
};

static void print_line(void *arg, const char *what)
{
	size_t *count = arg;

	printf("%s\n", what);
	(void)fflush(stdout);
	++*count;
}

static int upgrade(const char *db, bool pretend)
{
	size_t count = 0;
	struct store *store = NULL;
	const struct store_options options = {
		.db = db,
		.registry = &all_records,
		.no_threads = true,
		.readers = 1,
		.told = print_line,
		.told_arg = &count,
		.pretend = pretend,
	};

	if (access(db, F_OK) != 0)
		return command_failed(&command_upgrade,
		                      fail_say(FAIL_NOT_FOUND, "there is no database %s",
		                               db));
	enum fail f = store_open(&store, &options);
	if (f == OK) {
		identity_wire(store);
		f = identity_supply(store, print_line, &count);
	}
	store_close(store);
	if (f != OK && !(pretend && f == FAIL_CANCELLED))
		return command_failed(&command_upgrade, f);
	if (count == 0)
		printf("The data is up to date with Wardroom %s.\n", WARDROOM_VERSION);
	else if (pretend)
		printf("Nothing was changed. Make a backup, then leave out --dry-run.\n");
	return COMMAND_DONE;
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ "db", required_argument, NULL, 'd' },
		{ "dry-run", no_argument, NULL, 'n' },
		{ NULL, 0, NULL, 0 },
	};
	const char *db = NULL;
	bool pretend = false;

	for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (c) {
		case 'd': db = optarg; break;
		case 'n': pretend = true; break;
		default: return command_misused(&command_upgrade, "see the options");
		}
	if (!db || optind < argc)
		return command_misused(&command_upgrade, "say which database: --db FILE");
	return upgrade(db, pretend);
}
