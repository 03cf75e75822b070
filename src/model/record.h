/*
 * record.h -- the vocabulary of records: field, state, step, right, choice, type.
 *
 * A type is declared once as a constant table (docs/adding-a-record.md); storage, forms,
 * lists, search, history, API and documentation follow from it.  Steps name rights; which
 * role grants a right is data.  Duties are not declared here: packs hold them.
 *
 * Besides its own fields every record has the built-in ones of struct row (row.h).  For
 * every type the rights NAME.read, NAME.comment, NAME.withdraw, NAME.erase exist without
 * being listed; `rights` adds the type's own.
 *
 * registry_check() runs at start and in tests and reports every mistake in a table: names
 * twice, a step from no state, a choice list on a date, a target that is not registered.
 */
#ifndef MODEL_RECORD_H
#define MODEL_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/text.h"
#include "codec/catalog.h"

struct act;
struct arena;
struct row;
struct record_type;

#define GONE_FIELDS_MAX 64 /* of a type, from all earlier versions */

enum field_type {
	T_LINE,         /* one line of text */
	T_TEXT,         /* paragraphs; Markdown is shown formatted */
	T_BILINE,       /* a line in English and French, either may be empty */
	T_BITEXT,
	T_CHOICE,       /* one of .choices, stored by name */
	T_FLAG,         /* yes or no; unset is neither */
	T_NUMBER,       /* whole number, int64 */
	T_DATE,
	T_INSTANT,
	T_LINK, /* another record: of type .target, or any when .target is null; .many */
	T_FILE,         /* an uploaded file, by the hash of its bytes */
};

/* False with at least one reason added to `why`.  May read other records through the act.
 */
typedef bool check_fn(const struct act *a, const struct row *r, struct refusal *why);
/* Runs in the same transaction after the record was written; may write other records. */
typedef enum fail effect_fn(struct act *a, const struct row *before,
                            const struct row *after);

struct choice {
	const char *name;
	const char *label;
};

/* A name that is kept, as it was in an earlier version and as it is now. */
struct renamed {
	const char *was, *now;
};

struct field {
	const char *name; /* lower case, words joined by '_': column, API, CSV */
	const char *label;
	const char *help;               /* a sentence under the label, or null */
	enum field_type type;
	size_t max;                     /* bytes of text, or largest number; 0: limits.h */
	int64_t min;                    /* of a T_NUMBER, with max > 0 */
	bool required;                  /* at every save, not only at a step */
	uint64_t due_in; /* T_DATE: a limit in these states, BIT(state) | ... */
	bool many;                      /* T_LINK only */
	bool unique;                    /* within the tenant, among records not withdrawn */
	bool sensitive;                 /* never in logs, notices or exports of lists */
	bool set_by_program;            /* shown, never typed: effects set it */
	bool after_approval; /* said once it is approved: no part of what is approved */
	bool bound; /* the program writes it down to be approved: part of it all the same */
	bool local;                     /* added by an organisation; kept beside the row */
	bool retired; /* of a local one: shown where it is filled, no more */
	bool part_of; /* T_LINK: the record hangs on what it links to (store/follow.c) */
	bool copies;  /* T_LINK: the record repeats what that one says; erased with it */
	const struct record_type *target;
	struct {
		const struct choice *at;
		size_t count;
	} choices;
	check_fn *check;                /* called when the field is filled */
	/* Names of earlier versions, parted by blanks: column, links, history carry on. */
	const char *was;
	struct {
		const struct renamed *at;
		size_t count;
	} choices_were;
};

struct state {
	const char *name;
	const char *label;
	bool open;                      /* still asks something of somebody */
	bool locked; /* fields cannot be changed here, only steps taken */
};

struct right {
	const char *name;               /* "exemption.ask" */
	const char *label;
};

struct step {
	const char *name;
	const char *label;              /* what happens, as on a button: "Grant" */
	const char *help;
	uint64_t from;                  /* BIT(state) | ... */
	int to;
	int right;                      /* index in .rights */
	uint64_t needs;                 /* BIT(field): must be filled afterwards */
	uint64_t takes; /* BIT(field): may be given with the step besides .needs */
	bool not_author; /* not by who created or last changed it: two people */
	bool by_clock; /* the program takes it when .check says that it is time */
	bool approval;                  /* binds person, instant and hash of the version */
	bool needs_reason;
	int void_to; /* approval: a later change of a field falls back to this state */
	check_fn *check;
	effect_fn *effect;
};

struct record_type {
	const char *name;               /* "plan_element": table, API path, right prefix */
	const char *label;
	const char *plural;
	const char *code;               /* "PLE": people see PLE-0042 */
	const char *group; /* heading in the navigation; null: not listed there */
	const char *help;               /* what it is for, one or two sentences */
	struct {
		const struct field *at;
		size_t count;
	} fields;                       /* field 0 is the title; at most 64 */
	struct {
		const struct field *at;
		size_t count;
	} gone; /* fields of earlier versions: their history stays readable */
	struct {
		const struct renamed *at;
		size_t count;
	} states_were;
	const char *was; /* names of the type in earlier versions, parted by blanks */
	struct {
		const struct state *at;
		size_t count;
	} states;                       /* state 0 is the first; may be empty: no states */
	struct {
		const struct step *at;
		size_t count;
	} steps;
	struct {
		const struct right *at;
		size_t count;
	} rights;
	struct {
		const int *at;
		size_t count;
	} list;                         /* columns of the list, in order */
	int create;                     /* index in .rights */
	int change; /* index in .rights; 0 is the first, often the same */
	bool owner_may_change; /* the record's owner may change it without the right */
	bool owner_may_withdraw;        /* and restore it */
	bool own_only;                  /* without NAME.read only one's own are seen */
	bool attachment; /* only ever seen with what it is part of: its owner is no more
	                    than who wrote it */
	const char *retention;          /* name of a rule in content/retention.yaml */
	struct {
		uint64_t in;            /* BIT(state): it is over, what it is kept for */
		int on;                 /* T_DATE that says since when; 0: last change */
	} over;
	bool permanent;                 /* others stand on it: never withdrawn or erased */
	check_fn *check;                /* of the whole record, at every save */
	effect_fn *effect;              /* after every create and change */
	const struct record_type *widens; /* without local fields; null: it has none */
};

/* ---- registry: records/all.c lists the types, tests may list their own ---- */
struct local_field;
struct duty_decision;
struct arena;

/* FAIL_REFUSED and the hold named while a record of that unit must not be destroyed. */
typedef enum fail held_fn(struct act *a, const struct record_type *t, struct id id,
                          struct id unit, struct refusal *why);

struct registry {
	const struct record_type *const *at;
	size_t count;
	held_fn *held;                  /* legal holds; null: there are none */
	/* The type whose records are fields that an organisation added to others, and how
	 * one is read; null where there are none. */
	const struct record_type *local_fields;
	bool (*local_field)(struct arena *a, const struct registry *g, enum lang lang,
	                    const struct row *r, struct local_field *out);
	/* The type whose records say what was decided about duties, and how one that stands
	 * is read (model/decision.h); null where there are none. */
	const struct record_type *duty_decisions;
	bool (*duty_decision)(const struct row *r, struct duty_decision *out);
};

extern const struct registry all_records;       /* defined in records/all.c */

/* By the present name, or by one of an earlier version. */
const struct record_type *registry_find(const struct registry *g, struct str name);
const struct record_type *registry_by_code(const struct registry *g, struct str code);
int field_find(const struct record_type *t, struct str name);           /* -1: none */
/* Is it part of what an approval of the record binds? */
bool field_is_bound(const struct field *f);
/* A field that the type had in an earlier version; null: none. */
const struct field *field_gone(const struct record_type *t, struct str name);
/* What a choice of an earlier version is called now; the same when it is still called so.
 */
struct str choice_now(const struct field *f, struct str name);
/* A right or pattern of an earlier version by the present name of its type. */
struct str right_now(const struct registry *g, struct arena *a, struct str pattern);
/* Does a list of earlier names hold this one? */
bool was_called(const char *was, struct str name);
int state_find(const struct record_type *t, struct str name);           /* -1: none */
const struct step *step_find(const struct record_type *t, struct str name);
/* The type as the program declares it, without what an organisation added. */
const struct record_type *type_base(const struct record_type *t);
bool type_is(const struct record_type *x, const struct record_type *y);
/* Every mistake in the tables as one line each in *faults; true when there is none. */
bool registry_check(const struct registry *g, struct text *faults);

#endif
