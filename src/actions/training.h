/*
 * training.h -- completed courses from the list of a learning system, as CSV.
 *
 * The first line names the columns, in English or French, in any order: e-mail, course,
 * completed on; and if there are such: kind, expires on, score, provider, reference.  The
 * list is judged as a whole first: what cannot be taken is named by line and column.
 * Storing is another act, and judges again.
 *
 *     struct training_list l;
 *     f = training_read(a, csv, &l);          l.faults, l.lines, l.already
 *     f = training_store(a, &l, source, &why);
 */
#ifndef ACTIONS_TRAINING_H
#define ACTIONS_TRAINING_H

#include "store/store.h"

#define TRAINING_MOST_LINES 5000u       /* some seconds to store */

struct training_line {
	uint32_t line;
	struct id person;
	struct str name;                /* of the person */
	struct str course, kind, provider, reference;
	struct date completed_on, expires_on;
	bool has_score;
	int64_t score;
};

struct training_fault {
	uint32_t line;
	struct str column;              /* as it is called in the list; empty: the line */
	struct str value;
	struct message why;
};

struct training_list {
	struct training_line *lines;
	size_t count;
	struct training_fault *faults;
	size_t fault_count;
	size_t already;                 /* recorded before, or twice in the list */
};

/* FAIL_FORMAT never: what cannot be read as CSV is a fault. */
enum fail training_read(struct act *a, struct str csv, struct training_list *out) MUST_USE;

/* All lines, or none. `source`: where they come from, a name of a file. */
enum fail training_store(struct act *a, const struct training_list *l, struct str source,
                         struct refusal *why) MUST_USE;

#endif
