/*
 * home.h -- what the first page is made of: dates that records carry, ranked.
 */
#ifndef WEB_HOME_H
#define WEB_HOME_H

#include "web/shown.h"

#define MOST_DUE 2000                   /* dates looked at */
#define MOST_LINES 10                   /* shown of each group */
#define MOST_WAITING 10

struct due_line {
	struct row *row;
	int field;
	struct date date;
};

struct home {
	struct visit *v;
	bool only_mine, plan;
	struct str why;                 /* "CODE.field" of the line whose reason is open */
	struct date horizon;            /* dates before this one are looked at */
	struct due_line *due;           /* by date */
	size_t due_count, overdue;
	size_t duties_overdue;          /* acts that settle one */
	struct home_view view;
};

/* The due lines in groups: overdue, this week, later (home_ledger.c). */
enum fail home_ledger(struct home *h, struct act *a) MUST_USE;
/* What waits on others (home_waiting.c). */
enum fail home_waiting(struct home *h, struct act *a) MUST_USE;
/* Clocks that run, and duties that ask something, as acts (home_duties.c). */
enum fail home_duties(struct home *h, struct act *a) MUST_USE;
/* How the duties of each area stand (home_posture.c). */
enum fail home_posture(struct home *h, struct act *a) MUST_USE;

#endif
