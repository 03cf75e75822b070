/* serve.h -- how a command turns into the server. */
#ifndef CLI_SERVE_H
#define CLI_SERVE_H

#include "cli/command.h"

struct serving {
	const char *db, *listen, *config;
	const char *throw_away;         /* folder removed at the end: the demonstration */
};

/* Becomes the supervisor; comes back only when that failed, with an exit status. */
int become_server(const struct command *c, const struct serving *s);

#endif
