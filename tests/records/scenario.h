/* scenario.h -- one scenario: a throw-away store, a cast, and what happens line by line. */
#ifndef TESTS_RECORDS_SCENARIO_H
#define TESTS_RECORDS_SCENARIO_H

#include "base/arena.h"
#include "base/text.h"

struct scenario;

struct scenario *scenario_open(const char *name);       /* null: cannot; it said why */
void scenario_close(struct scenario *s);                /* null is fine */
/* False when what the line says did not come true. */
bool scenario_line(struct scenario *s, struct str line);
const char *scenario_complaint(const struct scenario *s);

#endif
