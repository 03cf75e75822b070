/*
 * role.h -- one binary, several processes: what a role is.
 *
 * A process of the server is the same program started with `--role=NAME` as its first
 * argument.  The table is filled in server/roles.c; main.c looks the name up before
 * anything else is done.  Descriptors that a role is given are named in its arguments.
 */
#ifndef SYS_ROLE_H
#define SYS_ROLE_H

#include <stddef.h>

struct role {
	const char *name;               /* "supervisor", "core", "parse" */
	int (*run)(int argc, char **argv);      /* argv[0] is "--role=NAME" */
};

struct role_table {
	const struct role *at;
	size_t count;
};

extern const struct role_table all_roles;       /* defined in server/roles.c */

#endif
