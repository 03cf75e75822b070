/*
 * row.h -- one record in memory, and what somebody wants changed in one.
 *
 * Rows are made by store/ in the arena of the act and are read-only for everybody else.
 * Accessors BUG on a field of another type.  An unfilled field reads as empty text,
 * DATE_NONE, 0, no links.
 */
#ifndef MODEL_ROW_H
#define MODEL_ROW_H

#include "base/id.h"
#include "base/text.h"
#include "base/time.h"
#include "codec/catalog.h"
#include "model/record.h"

struct file_ref {
	uint8_t sha256[32];
	int64_t bytes;
	struct str name;                /* as uploaded, for people */
	struct str media;               /* as recognised, not as claimed */
};

struct value {
	bool filled;
	struct str text; /* T_LINE, T_TEXT, T_CHOICE (name); English of T_BI... */
	struct str french;              /* T_BILINE, T_BITEXT */
	int64_t number;                 /* T_NUMBER, T_FLAG (0, 1) */
	struct date date;
	struct instant instant;
	const struct id *links;         /* T_LINK */
	size_t link_count;
	struct file_ref file;
};

/* A record that an attachment is about: what kind, and whose. */
struct about {
	const struct record_type *type; /* null: of no kind we know */
	struct id owner;
};

struct row {
	const struct record_type *type;
	struct id id;
	int64_t number;                 /* the 42 of RSK-0042 */
	struct id unit;                 /* organisation node it belongs to */
	int label;                      /* rank of its classification */
	struct id owner;                /* a person, or ID_NONE */
	int state;                      /* index in type->states; 0 when there are none */
	int64_t version;                /* 1 when created, +1 with each change: the ETag */
	struct instant created_at, changed_at;
	struct id created_by, changed_by;       /* accounts */
	struct id author; /* person who last changed a field: separation of duties */
	struct instant withdrawn_at;    /* in the bin when set */
	const struct id
		*need_to_know; /* persons; when any, only they and the owner see it */
	size_t need_to_know_count;
	const struct about *about;      /* of an attachment, also by way of others */
	size_t about_count;
	struct value *values;           /* type->fields.count of them */
};

bool row_filled(const struct row *r, int field);
struct str row_text(const struct row *r, int field);            /* line, text, choice; EN */
struct str row_text_in(const struct row *r, int field,
                       enum lang lang); /* other language if empty */
int64_t row_number(const struct row *r, int field);
bool row_flag(const struct row *r, int field);
/* Whether a filled date is a limit that still runs in the record's state. */
bool row_is_due(const struct row *r, int field);
struct date row_date(const struct row *r, int field);
struct instant row_instant(const struct row *r, int field);
struct id row_link(const struct row *r, int field);             /* the first, or ID_NONE */
struct str row_title(const struct row *r, enum lang lang);      /* field 0 */
struct str row_code(struct arena *a, const struct row *r);      /* "RSK-0042" */
struct str record_code(struct arena *a, const struct record_type *t, int64_t number);
const char *row_state(const struct row *r); /* name; "" without states */

/* What somebody wants changed: fields not named stay.  Values come typed. */
struct change {
	struct arena *arena;
	const struct record_type *type; /* may have fewer fields than the record's by now */
	struct value *values;           /* by field of the type */
	bool *given;                    /* by field; given and not filled empties it */
	bool unit_given, label_given, owner_given, need_to_know_given;
	struct id unit, owner;
	int label;
	const struct id *need_to_know;
	size_t need_to_know_count;
	struct str reason;              /* kept in history */
};

struct change *change_new(struct arena *a, const struct record_type *t);
void change_text(struct change *c, int field, struct str text);         /* also choice */
void change_bilingual(struct change *c, int field, struct str english, struct str french);
void change_number(struct change *c, int field, int64_t n);
void change_flag(struct change *c, int field, bool yes);
void change_date(struct change *c, int field, struct date d);
void change_instant(struct change *c, int field, struct instant t);
void change_link(struct change *c, int field, struct id id);            /* the only one */
void change_links(struct change *c, int field, const struct id *ids, size_t n);
void change_file(struct change *c, int field, struct file_ref f);
void change_empty(struct change *c, int field);

/*
 * Text from a form, CSV cell, scenario or command line into a typed value: dates as
 * YYYY-MM-DD, instants RFC 3339, flags yes/no, choices by name, links as UUIDs separated by
 * spaces (codes like RSK-0042 are looked up by store/: see record_resolve).  Adds a reason
 * and returns false when it cannot be read.  Empty text empties the field.
 */
bool change_parse(struct change *c, const struct record_type *t, int field, struct str text,
                  struct refusal *why);

#endif
