/*
 * main.c -- the program's door: a role of the server, or a command of a person.
 *
 *     wardroom COMMAND [OPTION]...       a command (see commands.c)
 *     wardroom --role=NAME ...           a process of the server, started by it only
 */
#include <getopt.h>

#include "base/text.h"
#include "cli/command.h"
#include "db/target.h"
#include "sys/role.h"

#define ROLE_OPTION "--role="

static int run_role(int argc, char **argv)
{
	const char *name = argv[0] + strlen(ROLE_OPTION);

	for (size_t i = 0; i < all_roles.count; i++)
		if (strcmp(all_roles.at[i].name, name) == 0)
			return all_roles.at[i].run(argc, argv);
	fprintf(stderr, "wardroom: no role is called %s\n", name);
	return COMMAND_COULD_NOT;
}

static int print_help(void)
{
	printf("Wardroom keeps an organisation's security duties, evidence and "
	       "findings.\n\n"
	       "usage: wardroom COMMAND [OPTION]...\n\n");
	for (size_t i = 0; i < command_count(); i++)
		printf("  %-10s %s\n", command_at(i)->name, command_at(i)->summary);
	printf("\n'wardroom COMMAND --help' says more.\n"
	       "Exit status: 0 done, 1 the answer is no, 2 it could not be done.\n");
	return COMMAND_DONE;
}

static int unknown_command(const char *name)
{
	const struct command *like = command_like(name);

	fprintf(stderr, "wardroom: no command is called '%s'.", name);
	if (like)
		fprintf(stderr, " Did you mean '%s'?", like->name);
	fprintf(stderr, "\n'wardroom --help' lists the commands.\n");
	return COMMAND_COULD_NOT;
}

/* Nothing that was printed may be lost silently: a full disk is a failure. */
static int closed(int status)
{
	if (fflush(stdout) != 0 || ferror(stdout)) {
		fprintf(stderr, "wardroom: cannot write to standard output\n");
		return COMMAND_COULD_NOT;
	}
	return status;
}

static int run_command(int argc, char **argv)
{
	const struct command *c = command_find(argv[0]);
	char name[64];

	if (!c)
		return unknown_command(argv[0]);
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--help") == 0)
			return command_help(c);
	snprintf(name, sizeof name, "wardroom %s", c->name);
	argv[0] = name;
	optind = 0;
	return c->run(argc, argv);
}

static int run_asked(int argc, char **argv)
{
	static const struct option options[] = {
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'v' },
		{ NULL, 0, NULL, 0 },
	};

	for (int o; (o = getopt_long(argc, argv, "+h", options, NULL)) != -1;) {
		if (o == 'h')
			return print_help();
		if (o != 'v') {
			fprintf(stderr, "'wardroom --help' lists the commands.\n");
			return COMMAND_COULD_NOT;
		}
		printf("wardroom " WARDROOM_VERSION "\n");
		return COMMAND_DONE;
	}
	if (optind == argc) {
		fprintf(stderr, "usage: wardroom COMMAND [OPTION]...\n"
		                "'wardroom --help' lists the commands.\n");
		return COMMAND_COULD_NOT;
	}
	if (strcmp(argv[optind], "help") == 0) {
		if (optind + 1 == argc)
			return print_help();
		const struct command *c = command_find(argv[optind + 1]);
		return c ? command_help(c) : unknown_command(argv[optind + 1]);
	}
	return run_command(argc - optind, argv + optind);
}

/* Neither the list of processes nor an argument handed on may show a password. */
static void hide_passwords(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		char *value = strncmp(argv[i], "--db=", 5) == 0 ? argv[i] + 5 : argv[i];
		db_hide_password(value);
	}
}

int main(int argc, char **argv)
{
	hide_passwords(argc, argv);
	if (argc > 1 && strncmp(argv[1], ROLE_OPTION, strlen(ROLE_OPTION)) == 0)
		return run_role(argc - 1, argv + 1);
	return closed(run_asked(argc, argv));
}
