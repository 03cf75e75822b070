/*
 * pulse.h -- whether the database answers, for those who may not wait long.
 *
 * A thread of its own asks, when somebody wants to know.  Whoever asks is told within
 * two seconds, however long the database keeps silent.
 */
#ifndef SERVER_PULSE_H
#define SERVER_PULSE_H

#include "db/db.h"

struct pulse;

enum fail pulse_start(struct pulse **out, struct db *db) MUST_USE;
/* The database has answered a question that was asked after this call began. */
bool pulse_beats(struct pulse *p);
void pulse_stop(struct pulse *p);       /* null: nothing; before the database is closed */

#endif
