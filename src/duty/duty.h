/*
 * duty.h -- duties as data: what packs say that somebody owes, resolved against the record
 * types.
 *
 * A pack holds its duties in files duties*.yaml (docs/duties.md describes every member).
 * Every type, field, state, step, choice, role, area, clause and checklist element that
 * they name is looked up when they are read; one that does not exist is a fault with path,
 * line and column, and all faults of all files are collected.  Nothing else in this folder
 * knows a record type.
 *
 * Duties are constant once read and live in the arena of the loader, with everything they
 * point to.  A duty has exactly one rule, in `duty_rule` as ruling.h judges it and in the
 * members beside it that say which records are its facts.
 */
#ifndef DUTY_DUTY_H
#define DUTY_DUTY_H

#include "duty/pack.h"
#include "duty/ruling.h"
#include "model/record.h"

/* ---- conditions on a record; all of a list must hold ---- */
enum condition_kind {
	CONDITION_STATE,                /* one of `states` */
	CONDITION_IS,                   /* one of `values`: choice, line, flag as yes, no */
	CONDITION_FILLED,
	CONDITION_EMPTY,
	CONDITION_BETWEEN,              /* a number from `least` to `most` */
};
struct condition {
	enum condition_kind kind;
	int field;                      /* not of CONDITION_STATE */
	uint64_t states;                /* BIT(state) | ... */
	const struct str *values;
	size_t value_count;
	int64_t least, most;
};
struct conditions {
	const struct condition *at;
	size_t count;
};

/* ---- an instant that a record holds ---- */
enum moment_kind {
	MOMENT_CREATED,
	MOMENT_FIELD,                   /* a date or an instant */
	MOMENT_STEP,                    /* the last time that the step was taken */
};
struct moment {
	enum moment_kind kind;
	int field;
	const struct step *step;
};

/* ---- how a record is found from another ---- */
enum way {
	WAY_SELF,                       /* the subject itself */
	WAY_VIA,                        /* its field `via` links to the subject */
	WAY_FROM,                       /* the subject's field `from` links to it */
	WAY_OVER,                       /* both link to the same third record */
	WAY_ALL,                        /* every record of the type: of the organisation */
};
struct reach {
	const struct record_type *type;
	enum way way;
	int via;                        /* VIA, OVER: field of the evidence */
	int from;                       /* FROM, OVER: field of the subject */
	struct conditions where;
};

/* Records that count as done, and when. */
struct wanted_evidence {
	struct reach reach;             /* type null: the rule wants none */
	struct moment at;
	int until;                      /* field with the last day, or -1 */
};

/* EACH: what every occurrence must carry. */
enum carries { CARRIES_FIELD, CARRIES_STEP, CARRIES_RECORD };

struct occurrences {
	struct reach reach;
	struct moment at;
	enum carries carries;
	int field;
	const struct step *step;
	struct reach record; /* from the occurrence, as evidence from a subject */
	struct moment record_at;        /* of that record */
	struct span record_within;      /* only one of the last so long */
	bool record_windowed;
	struct span within;             /* only those of the last so long */
	bool windowed;
	int share;                      /* percent that must carry it; 100 */
};

struct required_parts {                 /* CONTAINS */
	const struct pack *checklist;
	const struct str *elements;
	size_t element_count;
	int element;                    /* field of the evidence that names the element */
	int part;                       /* and its part, or -1: an element is one part */
	struct conditions approved;     /* on the subject */
	struct wanted_evidence tested;  /* type null: it need not be */
};

struct duty_clause {
	const struct pack_instrument *instrument;
	struct str edition;             /* empty: the same in all */
	struct str clause;
};

enum duty_basis { BASIS_SEED, BASIS_POLICY, BASIS_LOCAL };
const char *duty_basis_name(enum duty_basis b);
const char *force_name(enum force f);                   /* "must" */
const char *force_label(enum force f);                  /* "Must": msgid */
const char *rule_kind_name(enum rule_kind k);           /* "within" */

struct duty_area {
	struct str id;                  /* "plans" */
	struct said label;
};

struct duty {
	struct str id;                  /* "MISO-077" */
	const struct pack *pack;
	struct str path;                /* of the file, for faults */
	uint32_t line, column;
	const struct duty_clause *cites;
	size_t cite_count;
	struct said actor, text, evidence;
	struct said notified, note;     /* may be empty */
	struct str owner_role;          /* empty: the owner of the subject */
	const struct duty_area *area;
	struct str parent_id;
	const struct duty *parent;      /* null: counts by itself */
	enum duty_basis basis;
	enum how_sure sure;
	struct str act_key;             /* one act may settle many duties */
	struct said act;
	struct str jurisdiction;        /* "CA-BC" */

	const struct record_type *subject;      /* null: the organisation itself */
	struct conditions where;
	const struct record_type *inventory;    /* that must be attested complete; or null
	                                         */
	struct duty_rule rule;
	bool on_word;                   /* its evidence is never more than a statement */
	bool own_only;                  /* what another does never discharges it */
	const struct moment *starts; /* of the subject; AFTER, WITHIN, PROMPTLY, EXISTS */
	size_t start_count;
	int touches;                    /* AFTER: field of the subject */
	const struct calendar *calendar;        /* null: no business days */
	struct wanted_evidence wanted;
	struct required_parts parts;
	struct occurrences each;
};

struct duties {
	const struct duty *at;          /* in the order of their ids */
	size_t count;
	const struct duty_area *areas;
	size_t area_count;
	const struct registry *registry;
	struct calendars calendars;
};

/* The duties of packs that were read.  FAIL_FORMAT with reasons. */
enum fail duties_read(struct arena *a, const struct packs *packs,
                      const struct registry *registry, struct refusal *why,
                      struct duties *out) MUST_USE;
const struct duty *duty_find(const struct duties *d, struct str id);    /* or null */
/* Never shown as law: what nobody read in the source. */
bool duty_is_law(const struct duty *d);

#endif
