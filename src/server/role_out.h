/*
 * role_out.h -- the process that sends mail, where a mail server is configured.
 *
 * It is given one end of a channel (--channel=FD) and how the server is reached; see
 * exchange/mail.h.
 */
#ifndef SERVER_ROLE_OUT_H
#define SERVER_ROLE_OUT_H

#include "sys/config.h"
#include "sys/spawn.h"

/* A role: see sys/role.h. */
int role_out(int argc, char **argv);
/* Is there something for it to do? */
bool role_out_is_wanted(const struct config *c);
/* What of the configuration does not go together; FAIL_REFUSED says it. */
enum fail role_out_check(const struct config *c) MUST_USE;
/* The arguments that say how the server is reached. */
void role_out_args(struct spawn *s, const struct config *c);

#endif
