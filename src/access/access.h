/*
 * access.h -- the only place that answers yes or no.
 *
 * Role x organisation subtree x classification x record rule, and separation of duties.
 * Pure functions of the actor and what is asked about: they read nothing.
 * Every "no" says why, in a message that gives away nothing about what is hidden.
 */
#ifndef ACCESS_ACCESS_H
#define ACCESS_ACCESS_H

#include "base/refusal.h"
#include "model/act.h"
#include "model/actor.h"
#include "model/record.h"
#include "model/row.h"

/* What is asked about; made from a row, or from the few columns that store keeps of all. */
struct subject {
	const struct record_type *type;
	struct id org;
	struct id unit;
	int label;
	struct id owner;                /* person */
	struct id author; /* person who last changed it; ID_NONE for a new one */
	bool new_record;                /* about to be created */
	const struct id *need_to_know;
	size_t need_to_know_count;
	const struct about *about;      /* what an attachment is about */
	size_t about_count;
};

/*
 * Does a pattern ("plan.read", "plan.*", "*.read", "*") cover a right?  Rights of the
 * installation are covered only by patterns that begin with "installation.".
 */
bool access_pattern_covers(struct str pattern, struct str right);

struct subject subject_of(const struct row *r, struct id org);

/* Also true for the owner, up to their clearance. */
bool access_read(const struct actor *who, const struct subject *s, struct date today);
/* `right` is a full name ("plan.approve"). Adds to why (may be null) when the answer is no.
 */
bool access_right(const struct actor *who, const char *right, const struct subject *s,
                  struct date today, struct refusal *why);
bool access_create(const struct actor *who, const struct subject *s, struct date today,
                   struct refusal *why);
bool access_change(const struct actor *who, const struct subject *s, struct date today,
                   struct refusal *why);
/* Into the bin and back. */
bool access_withdraw(const struct actor *who, const struct subject *s, struct date today,
                     struct refusal *why);
bool access_step(const struct actor *who, const struct step *step, const struct subject *s,
                 struct date today, struct refusal *why);
/* Does any role in force grant the right in some unit?  For what a page offers, no more. */
bool access_somewhere(const struct actor *who, const char *right, struct date today);
/* The highest label that a role in force with the right sees; -1: none has it. */
int access_clearance(const struct actor *who, const char *right, struct date today);
/* A right of the installation that is about no record: "installation.users". */
bool access_installation(const struct actor *who, const char *right, struct date today,
                         struct refusal *why);

/*
 * What of a type an actor may read, in a form that store/ can turn into SQL; agrees with
 * access_read on every subject (a test holds them together).  One line for each grant that
 * lets the type be read.
 */
struct scope_line {
	bool everywhere;
	const struct id *units;
	size_t unit_count;
	int clearance;
};
struct scope {
	bool everything;                /* the program itself */
	bool nothing;
	struct scope_line *lines;
	size_t line_count;
	bool own; /* besides: records that `person` owns, at own_clearance */
	int own_clearance;
	struct id person;               /* for need-to-know and ownership */
};
struct scope access_scope(struct arena *a, const struct actor *who,
                          const struct record_type *t, struct date today);

#endif
