/*
 * opened.h -- what the commands on an installation's data share: opening it, finding the
 * tenant, secrets from a file or the terminal, who the operator is.
 */
#ifndef CLI_OPENED_H
#define CLI_OPENED_H

#include "base/arena.h"
#include "cli/command.h"
#include "identity/identity.h"
#include "store/checkpoint.h"
#include "store/store.h"

struct opened {
	const struct command *command;
	const char *db;                 /* --db */
	const char *org_name;           /* --org, or null: the only one */
	bool json;
	bool write; /* needs the database for itself: no server may run */
	struct arena *arena;
	struct store *store;
	struct id org;
};

/* Opens the data and finds the tenant.  0, or an exit status: the message is out. */
int opened_start(struct opened *o);
void opened_end(struct opened *o);

/* The first line of a file ("-": standard input), without its line end. */
enum fail secret_from_file(struct arena *a, const char *path, struct str *out) MUST_USE;
/* Asks at the terminal without showing; twice when `twice`. */
enum fail secret_from_prompt(struct arena *a, const char *prompt, bool twice,
                             struct str *out) MUST_USE;
/* "uid 1000" or the login name of whoever runs the command. */
struct str operator_name(struct arena *a);
/* An operator; `reading` empty: without reading content. */
int opened_operator(struct opened *o, const char *reading, struct actor **out);

#endif
