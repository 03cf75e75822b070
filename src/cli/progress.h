/*
 * progress.h -- how far a long command is, and stopping it.
 *
 * Nothing is said in the first second; then a line on standard error, written over itself
 * at a terminal and once in ten seconds elsewhere.  Ctrl-C and SIGTERM are noted; the
 * command then stops at the next safe place, cleans up and ends with COMMAND_COULD_NOT.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>

#include "base/time.h"
#include "cli/command.h"

struct progress {
	const struct command *command;
	struct instant started, said;
	bool shown;
};

void progress_start(struct progress *p, const struct command *c);
/* For struct watcher and struct verify_options; `arg` is the struct progress. */
bool progress_go_on(void *arg, const char *doing, int64_t done, int64_t of);
/* Clears the line. */
void progress_end(struct progress *p);

#endif
