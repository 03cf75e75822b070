/*
 * installation_call.h -- a command's call on the installation, wherever the database is:
 * here when nobody has it, else in the server that has it (actions/installation.h).
 */
#ifndef CLI_INSTALLATION_CALL_H
#define CLI_INSTALLATION_CALL_H

#include "cli/opened.h"
#include "codec/json.h"

struct calling {
	const struct command *command;
	const char *db, *org, *socket;  /* socket: null for "<db>.socket" */
	struct arena *arena;
	struct text text;
	struct json_out out;            /* the caller adds members, then sends */
};

/* 0, or an exit status. */
int calling_start(struct calling *c, const char *what);
/* The same in the name of whose token the file holds. */
int calling_start_as(struct calling *c, const char *what, const char *token_file);
/* The answer; or an exit status, with everything said on standard error. */
int calling_send(struct calling *c, struct json **answer);
void calling_end(struct calling *c);

#endif
