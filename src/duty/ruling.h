/*
 * ruling.h -- how one duty stands for one subject, and why.
 *
 * A pure function of the rule, what is known of the subject, the zone, the calendar and the
 * instant: same inputs, same answer.  It reads no record and names no record type.
 *
 * A limit is the last instant that is still in time.  `changes_at` is the next instant at
 * which time alone changes the answer, so that nobody need ask before.  `since` is the
 * instant at which the facts, or a limit that passed, made it true, never the one at which
 * it was noticed.  A duty that only should be done is judged like one that must; how it is
 * shown is for the pages.  Texts of facts and of the answer live in the caller's arena.
 */
#ifndef DUTY_RULING_H
#define DUTY_RULING_H

#include "duty/limit.h"
#include "duty/observance.h"

enum force { FORCE_MUST, FORCE_SHOULD, FORCE_MAY, FORCE_OTHERS };

enum rule_kind {
	RULE_STANDING,                  /* there is always one in force */
	RULE_EXISTS,                    /* there is a record in a given state */
	RULE_EVERY,                     /* a span from the last time, or on given days */
	RULE_WITHIN,                    /* a clock */
	RULE_PROMPTLY,                  /* "without delay": a clock that nobody measured */
	RULE_AFTER,                     /* a change may ask for it */
	RULE_CONTAINS,                  /* a document holds every required part */
	RULE_EACH,                      /* every occurrence carries a step or notice */
	RULE_INFORMATION,               /* nothing is computed */
};

enum duty_state {
	DUTY_MET,
	DUTY_MET_LATE,
	DUTY_UPCOMING,
	DUTY_DUE,
	DUTY_OVERDUE,
	DUTY_NOTHING_ON_RECORD,
	DUTY_NOT_STARTED,
	DUTY_TO_DECIDE,
	DUTY_CANNOT_TELL,
	DUTY_NO_OCCASION,
	DUTY_MISSED,
	DUTY_EXEMPT,
	DUTY_NOT_APPLICABLE,
	DUTY_INHERITED,
	DUTY_RELIED_ON,
	DUTY_OPTIONAL,
	DUTY__COUNT
};
const char *duty_state_name(enum duty_state s);         /* "met_late": API, CSV */
const char *duty_state_label(enum duty_state s);        /* "Met late": msgid */

enum ground { GROUND_NONE, GROUND_ON_WORD, GROUND_BY_DOCUMENT, GROUND_CHECKED };
const char *ground_label(enum ground g);                /* "on word": msgid */

struct duty_rule {
	enum rule_kind kind;
	enum force force;
	bool limited;                   /* `span` holds; PROMPTLY: a local target */
	bool by_date; /* WITHIN: the start is itself the last day; no span */
	struct span span;
	const struct days *days;        /* EVERY on given days; null: by `span` */
	struct span lead; /* due, no longer upcoming, so long before; exact: always due */
};

struct proof {                          /* a piece of evidence that the rule accepts */
	struct instant at;              /* of a date, the first instant of that day */
	struct instant until;           /* STANDING: its last instant; unset: no end */
	enum ground ground;
	struct str what;                /* "PLN-0007, version 3" */
};

struct clock_start {
	struct instant at;              /* unset: not known */
	struct str what;                /* "discovered", in the reader's words */
};

enum applies { APPLIES, APPLIES_NOT, APPLIES_EXEMPT, APPLIES_INHERITED };
enum touches { TOUCHES_UNDECIDED, TOUCHES_YES, TOUCHES_NO };

struct subject_facts {
	enum applies applies;
	struct instant applies_since, applies_until; /* until unset: no end */
	struct str applies_why;         /* reason, exemption, or who does it instead */

	struct instant adopted;         /* when the organisation took the duty up */
	struct instant none_since;      /* set: it says that there is none */
	struct str unknown;             /* a fact that is absent, and who can give it */

	const struct proof *proofs;     /* in order of `at` */
	size_t proof_count;
	const struct clock_start *starts; /* in the order of the pack; AFTER: the change */
	size_t start_count;

	enum touches touches;           /* AFTER */
	size_t parts, parts_found; /* CONTAINS; EACH: occurrences, and how many carry */
	size_t parts_enough;            /* EACH: so many do; 0: all */
	bool approved;                  /* CONTAINS */
	struct str missing;             /* CONTAINS, EACH: the parts or occurrences */
};

struct ruling {
	enum duty_state state;
	enum ground ground;
	struct instant since, due_at, changes_at; /* unset: none */
	bool due_is_local;              /* the limit is a local target, never law */
	int start;                      /* index of the start that was used, or -1 */
	int proof;                      /* of the evidence, or -1 */
	struct message why;
};

struct ruling rule_on(struct arena *a, const struct duty_rule *rule,
                      const struct subject_facts *facts, const struct zone *zone,
                      const struct calendar *calendar, struct instant now);

#endif
