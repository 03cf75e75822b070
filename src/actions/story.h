/*
 * story.h -- what people did, line by line, done through the store with all its rules.
 *
 * For the scenarios of the record types and for the demonstration: one line is one act.
 *
 *     cast  rai "Rai Okafor" security-officer
 *     clock 2026-03-02
 *     rai   create plan "Ferry incident plan / Plan des traversiers" kind=incident_response
 *     dana  ! adopt                               document is empty, lead is empty
 *     rai   change PLN-1 lead="Rai Okafor" label=10 owner="Dana Whitford"
 *     dana  adopt PLN-1 review_due_on=2027-03-01
 *     rai   see state=in_force
 *     kim   ! see PLN-1
 *
 * `!` means that it must be refused, with these reasons and no others, parted by commas; a
 * reason is "FIELD message" or the message alone.  Without a code the record made or named
 * last is meant.  " / " parts English from French.  A file is given by its words
 * (file="These are its bytes"), or by @ and the path of one that is compiled in, its name
 * for people after a '|'.  A new record belongs to the node of the line `unit CODE`, if
 * any.
 */
#ifndef ACTIONS_STORY_H
#define ACTIONS_STORY_H

#include "base/arena.h"
#include "store/store.h"

struct story;
struct packs;

/* Everything lives in the arena; the store must outlive the story. */
struct story *story_new(struct arena *a, struct store *s, struct id org);
/* For lines that check plans; null: there are none. */
void story_packs(struct story *s, const struct packs *packs);
/* The day of what follows, about noon of it. */
void story_day(struct story *s, struct date d);
/* False when what the line says did not come true; story_complaint says why. */
bool story_line(struct story *s, struct str line);
/* All lines from here on inside this write, one transaction (cast lines come before). */
void story_inside(struct story *s, struct act *a);
/* Signs an actor in beforehand, as inside a transaction nobody can be. */
bool story_meet(struct story *s, struct str login);
const char *story_complaint(const struct story *s);

#endif
