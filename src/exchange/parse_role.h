/*
 * parse_role.h -- a person's document is read in a process of its own, which then ends.
 *
 * The process is this program started as `--role=parse --channel=FD --mebibytes=N
 * --seconds=N`. It enters its sandbox, waits for one document on the channel (its name, and
 * a descriptor), answers with the text or with the reasons why it cannot be read, and ends.
 *
 *     parse_question(fd, name, &question);            ask by channel_send or a worker pool
 *     f = parse_answer(arena, &answer, why, &text);   closes the answer's descriptors
 *
 * Errors: FAIL_FORMAT with a reason in `why` when the file cannot be read (that includes a
 * reader that was stopped by its limits); other failures say a line.
 */
#ifndef EXCHANGE_PARSE_ROLE_H
#define EXCHANGE_PARSE_ROLE_H

#include "base/refusal.h"
#include "codec/passage.h"
#include "sys/channel.h"

#define PARSE_MEBIBYTES 1024            /* of memory, where nothing else is configured */
#define PARSE_SECONDS 60                /* of processor time */

/* The role itself: see sys/role.h. */
int parse_role_run(int argc, char **argv);

void parse_question(int fd, struct str name, struct channel_message *out);
enum fail parse_answer(struct arena *a, struct channel_message *answer, struct refusal *why,
                       struct document_text *out) MUST_USE;
/* The same refusal for a reader that ended without an answer. */
enum fail parse_ended(struct refusal *why);

/* Starts the role, asks, and waits for its end: for the command line. */
enum fail parse_in_child(struct arena *a, int fd, struct str name, struct refusal *why,
                         struct document_text *out) MUST_USE;

#endif
