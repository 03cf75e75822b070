/*
 * spawn.h -- a process started by exec, never by forking a threaded one and going on.
 *
 * The child gets standard error, the descriptors in `keep` under their own numbers, and no
 * other; standard input and output are /dev/null unless given.  It dies with its parent
 * (of death_signal), and its signals are as at the start of a program.
 *
 *     struct spawn s = { .role = "parse", .keep = { fd }, .keep_count = 1 };
 *     spawn_arg(&s, "--channel=%d", fd);
 *     enum fail f = spawn_start(&s, &pid);
 */
#ifndef SYS_SPAWN_H
#define SYS_SPAWN_H

#include <sys/types.h>

#include "base/fail.h"

#define SPAWN_ARGS 24
#define SPAWN_ARG_BYTES 512
#define SPAWN_KEEP 12

struct spawn {
	const char *program;            /* null: this very program (/proc/self/exe) */
	const char *role; /* first argument "--role=NAME"; null for another program */
	int input, output;              /* descriptors for 0 and 1; 0 means /dev/null */
	const char *without; /* a variable of the environment it does not get; or null */
	int death_signal;               /* when the parent ends; 0: SIGKILL */
	int keep[SPAWN_KEEP];
	int keep_count;
	char args[SPAWN_ARGS][SPAWN_ARG_BYTES];
	int arg_count;
};

/* Adds an argument; too many or too long is a BUG. */
void spawn_arg(struct spawn *s, const char *format, ...) PRINTF_LIKE(2, 3);
/* FAIL_IO also when the exec itself failed: the child tells before it ends. */
enum fail spawn_start(const struct spawn *s, pid_t *pid) MUST_USE;
/* A peer that left is an error of one write, not the end of this process (SIGPIPE). */
void spawn_ignore_pipe(void);
/* How a child ended, for people: "exit status 2", "signal 9 (Killed)". */
const char *spawn_ending(int status, char text[64]);

#endif
