/*
 * options.h -- what the roles of the server are told by their arguments.
 *
 * The supervisor gets them from `wardroom serve`, and hands them on to the roles with the
 * numbers of the descriptors that it opened for them.
 */
#ifndef SERVER_OPTIONS_H
#define SERVER_OPTIONS_H

#include "base/fail.h"
#include "db/target.h"
#include "sys/config.h"

struct server_options {
	const char *db;                 /* a whole path, or an address */
	char beside[PATH_MAX];          /* see db_beside */
	const char *listen;             /* overrides the configuration; null: as there */
	const char *config;             /* file, or null */
	const char *throw_away; /* folder that is removed at the end: the demonstration */
	bool demonstration;
	bool again;                     /* of a core: one before it was ready already */
	int public_fd, admin_fd, control_fd;    /* -1: not given */
};

/* False: an argument is not known (said on standard error). */
bool server_options_read(int argc, char **argv, struct server_options *out);

/* The configuration that holds, in an arena; said on standard error when it is refused. */
enum fail server_config(struct arena *a, const struct server_options *o,
                        struct config *out) MUST_USE;
/* Paths beside the database where the configuration names none. */
struct str server_evidence(struct arena *a, const struct server_options *o,
                           const struct config *c);
struct str server_admin_socket(struct arena *a, const struct server_options *o,
                               const struct config *c);
struct str folder_of(struct arena *a, const char *path);

#endif
