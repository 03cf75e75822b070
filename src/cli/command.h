/*
 * command.h -- one command of `wardroom`, one file each.
 *
 * A file cmd_x.c holds one `const struct command command_x`, its table entry first.  GNU
 * conventions: getopt_long, --help, what is asked for on standard output, everything else
 * on standard error.  `run` is given argv[0] as "wardroom x", so getopt's own messages read
 * well.
 *
 *     const struct command command_verify = {
 *             .name = "verify", .summary = "check the ledger against the tables",
 *             .usage = "--db FILE [--json]", .help = "  --db FILE   the database\n", .run =
 * run,
 *     };
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stddef.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/refusal.h"

enum command_exit {
	COMMAND_DONE = 0,
	COMMAND_NO = 1,                 /* it was worked out, and the answer is no */
	COMMAND_COULD_NOT = 2,          /* it could not be done; standard error says why */
};

struct command {
	const char *name;
	const char *summary;            /* one line, lower case */
	const char *usage;              /* what follows the name */
	const char *help;               /* the options, a line each; ends with a line end */
	int (*run)(int argc, char **argv);
};

size_t command_count(void);
const struct command *command_at(size_t i);             /* in the order of the help */
const struct command *command_find(const char *name);   /* null: no such command */
/* The command meant by a mistyped word, or null when none is near. */
const struct command *command_like(const char *name);

/* "wardroom verify: cannot open x" on standard error. */
void command_say(const struct command *c, const char *format, ...) PRINTF_LIKE(2, 3);
/* After a failure: its message, or its name; returns COMMAND_COULD_NOT. */
int command_failed(const struct command *c, enum fail f);
/* Every reason, with its advice; returns COMMAND_COULD_NOT. */
int command_refused(const struct command *c, const struct refusal *why);
/* Usage and a hint at --help, on standard error; returns COMMAND_COULD_NOT. */
int command_misused(const struct command *c, const char *format, ...) PRINTF_LIKE(2, 3);
/* The whole help on standard output; returns COMMAND_DONE. */
int command_help(const struct command *c);

#endif
