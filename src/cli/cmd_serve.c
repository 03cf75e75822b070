/*
 * cmd_serve.c -- starts the server: becomes its first process, the supervisor.
 *
 * The same process goes on (so its number and the service manager's watch stay), under the
 * role "supervisor" of server/.
 */
#include "cli/command.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <unistd.h>

#include "cli/serve.h"
#include "db/target.h"
#include "sys/path.h"

static int run(int argc, char **argv);

const struct command command_serve = {
	.name = "serve",
	.summary = "answer browsers and programs",
	.usage = "--db DATABASE [--listen ADDR:PORT|unix:PATH] [--config FILE]",
	.help = "  --db DATABASE    what 'wardroom init' made: a file, or postgres://...\n"
	        "  --listen WHERE   127.0.0.1:8080 unless the configuration says another:\n"
	        "                   ADDR:PORT ([::1]:8080 too; port 0: any) or unix:PATH\n"
	        "  --config FILE    see packaging/wardroom.conf\n"
	        "  --help           this help\n"
	        "\n"
	        "Beside a file stand its key, socket and files of people; of an address "
	        "they are\n"
	        "in the folder that WARDROOM_DATA names (the files then in the database).\n"
	        "The address is printed when requests are answered.  SIGTERM stops the "
	        "server;\n"
	        "requests that run may end.  The log goes to standard error, a JSON "
	        "object a "
	        "line.\n",
	.run = run,
};

int become_server(const struct command *c, const struct serving *s)
{
	char db[PATH_MAX], config[PATH_MAX], texts[4][PATH_MAX + 32];
	char *argv[8];
	int argc = 0, made = 0;
	enum fail f = db_target(s->db, db);

	if (f == OK && s->config)
		f = path_absolute(s->config, config);
	if (f)
		return command_failed(c, f);
	argv[argc++] = (char *)"wardroom";
	argv[argc++] = (char *)"--role=supervisor";
	snprintf(texts[made], sizeof texts[0], "--db=%s", db);
	argv[argc++] = texts[made++];
	if (s->listen) {
		snprintf(texts[made], sizeof texts[0], "--listen=%s", s->listen);
		argv[argc++] = texts[made++];
	}
	if (s->config) {
		snprintf(texts[made], sizeof texts[0], "--config=%s", config);
		argv[argc++] = texts[made++];
	}
	if (s->throw_away) {
		snprintf(texts[made], sizeof texts[0], "--throw-away=%s", s->throw_away);
		argv[argc++] = texts[made++];
		argv[argc++] = (char *)"--demonstration";
	}
	argv[argc] = NULL;
	fflush(stdout);
	execv("/proc/self/exe", argv);
	command_say(c, "cannot start the server: %s", strerror(errno));
	return COMMAND_COULD_NOT;
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ "db", required_argument, NULL, 'd' },
		{ "listen", required_argument, NULL, 'l' },
		{ "config", required_argument, NULL, 'c' },
		{ NULL, 0, NULL, 0 },
	};
	struct serving s = { 0 };

	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		switch (o) {
		case 'd': s.db = optarg; break;
		case 'l': s.listen = optarg; break;
		case 'c': s.config = optarg; break;
		default: return command_misused(&command_serve, "%s", "");
		}
	}
	if (optind < argc)
		return command_misused(&command_serve, "what is '%s'?", argv[optind]);
	if (!s.db)
		return command_misused(&command_serve, "say which database: --db DATABASE");
	return become_server(&command_serve, &s);
}
