/*
 * reach.h -- what a process reads to connect to a host by its name, over TLS.
 *
 * For the sandbox of a role that reaches out: files of the resolver, and the authorities
 * that the system trusts.  Ended by null.
 */
#ifndef SYS_REACH_H
#define SYS_REACH_H

#define REACH_PATHS 12
extern const char *const reach_paths[REACH_PATHS + 1];

#endif
