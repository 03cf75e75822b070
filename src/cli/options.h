/*
 * options.h -- the options of a command as a table.
 *
 *     const struct option_wanted wanted[] = {
 *             { "db", .text = &db }, { "json", .flag = &json }, { 0 },
 *     };
 *     int status = options_read(&command_verify, argc, argv, wanted);
 *
 * --help is answered by main.c before a command runs.  Afterwards `optind` is the first
 * word that is no option.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>

#include "cli/command.h"

struct option_wanted {
	const char *name;               /* without dashes; null ends the table */
	const char **text;              /* takes an argument, put here */
	bool *flag;                     /* takes none; becomes true */
};

/* 0, or an exit status: everything is said. */
int options_read(const struct command *c, int argc, char **argv,
                 const struct option_wanted *wanted);

#endif
