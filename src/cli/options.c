/* options.c -- reading options by a table. */
#include "cli/options.h"

#include <getopt.h>

#include "base/fail.h"

#define OPTIONS_AT_MOST 16

int options_read(const struct command *c, int argc, char **argv,
                 const struct option_wanted *wanted)
{
	struct option list[OPTIONS_AT_MOST + 1] = { 0 };
	int at;

	for (size_t i = 0; wanted[i].name; i++) {
		if (i == OPTIONS_AT_MOST)
			BUG("%s has more than %d options", c->name, OPTIONS_AT_MOST);
		list[i].name = wanted[i].name;
		list[i].has_arg = wanted[i].text ? required_argument : no_argument;
	}
	for (int o; (o = getopt_long(argc, argv, "", list, &at)) != -1;) {
		if (o != 0)
			return command_misused(c, "%s", "see the options");
		if (wanted[at].text)
			*wanted[at].text = optarg;
		else
			*wanted[at].flag = true;
	}
	return COMMAND_DONE;
}
