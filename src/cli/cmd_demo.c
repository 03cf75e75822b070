/*
 * cmd_demo.c -- the demonstration: a fictional ministry in a throw-away database.
 *
 * It is made anew in a folder of its own, served, and removed when the server ends; it
 * never touches another database.
 */
#include "cli/serve.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "actions/demo.h"
#include "base/arena.h"
#include "base/refusal.h"
#include "duty/pack.h"
#include "identity/identity.h"

static int run(int argc, char **argv);

const struct command command_demo = {
	.name = "demo",
	.summary = "serve a fictional ministry, to look around in",
	.usage = "[--listen ADDR:PORT] [--keep FOLDER]",
	.help = "  --listen ADDR:PORT  where to answer: 127.0.0.1:8080 unless given\n"
		"  --keep FOLDER       only make its database, FOLDER/demo.db\n",
	.run = run,
};

static enum fail fill(struct store *s)
{
	struct arena *a = arena_new(64u * 1024 * 1024);
	struct packs packs = { 0 };
	struct refusal why;
	struct id org;
	enum fail f;

	if (!a)
		return fail_say(FAIL_MEMORY, "no memory for the content packs");
	why = refusal_on(a);
	f = packs_embedded(a, &why, &packs);
	if (f == OK)
		f = demo_make(s, &packs, &org);
	arena_free(a);
	return f;
}

static enum fail make(const char *db)
{
	struct store_options options = {
		.db = db, .registry = &all_records, .create = true, .no_threads = true
	};
	struct store *s;
	enum fail f = store_open(&s, &options);

	if (f != OK)
		return f;
	identity_wire(s);
	f = fill(s);
	store_close(s);
	return f;
}

static int keep(const char *folder)
{
	char db[PATH_MAX];
	enum fail f;

	if (mkdir(folder, 0700) != 0 && errno != EEXIST) {
		command_say(&command_demo, "cannot make %s: %s", folder, strerror(errno));
		return COMMAND_COULD_NOT;
	}
	snprintf(db, sizeof db, "%s/demo.db", folder);
	f = make(db);
	if (f != OK)
		return command_failed(&command_demo, f);
	printf("%s\n", db);
	return COMMAND_DONE;
}

static int serve_throw_away(const char *listen)
{
	const char *temporary = getenv("TMPDIR");
	char folder[PATH_MAX - 16], db[PATH_MAX];
	enum fail f;

	snprintf(folder, sizeof folder, "%s/wardroom-demo-XXXXXX",
	         temporary && temporary[0] ? temporary : "/tmp");
	if (!mkdtemp(folder)) {
		command_say(&command_demo, "cannot make a folder: %s", strerror(errno));
		return COMMAND_COULD_NOT;
	}
	snprintf(db, sizeof db, "%s/demo.db", folder);
	f = make(db);
	if (f != OK)
		return command_failed(&command_demo, f);
	struct serving serving = { .db = db, .listen = listen, .throw_away = folder };

	return become_server(&command_demo, &serving);
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ "listen", required_argument, NULL, 'l' },
		{ "keep", required_argument, NULL, 'k' },
		{ "help", no_argument, NULL, 'h' },
		{ 0 },
	};
	const char *listen = NULL, *folder = NULL;

	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		switch (o) {
		case 'l': listen = optarg; break;
		case 'k': folder = optarg; break;
		case 'h': return command_help(&command_demo);
		default: return command_misused(&command_demo, "%s", "");
		}
	}
	if (optind < argc)
		return command_misused(&command_demo, "what is '%s'?", argv[optind]);
	return folder ? keep(folder) : serve_throw_away(listen);
}
