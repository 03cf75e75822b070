/*
 * form.h -- fields of a record as controls of a form, and what was typed as a change.
 *
 * A control shows what was typed when a form comes back with reasons, else what the record
 * holds: nothing typed is lost, files included (a kept file is named by a token that is
 * bound to the session).  Few choices are a list; many are looked up by typing a code or
 * title.
 */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include "web/shown.h"

struct form {
	struct visit *v;
	const struct record_type *t;
	const struct row *row;          /* null: a new record */
	bool typed;                     /* show what the request's form holds */
	struct control *controls;
	size_t count, room;
	bool has_file;
};

bool form_begin(struct form *f, struct visit *v, const struct record_type *t,
                const struct row *row, bool typed);
/* Inside a read: choices and titles are looked up. */
enum fail form_add_field(struct form *f, struct act *a, int field, bool required) MUST_USE;
/* Unit, label, owner, who needs to know; the page then sends "place_". */
enum fail form_add_place(struct form *f, struct act *a) MUST_USE;
/* One of them alone: FIELD_UNIT, FIELD_LABEL or FIELD_OWNER. */
enum fail form_add_built_in(struct form *f, struct act *a, int field) MUST_USE;
void form_add_reason(struct form *f, bool required);
/* What is typed again before something that cannot be undone: "confirm_". */
void form_add_confirmation(struct form *f, const char *label);

/* Files of the request into the store, before the write; kept ones by their token. */
struct kept_file {
	int field;
	bool given;
	struct file_ref file;
};
#define MOST_FILES_IN_FORM 4
struct kept_files {
	struct kept_file at[MOST_FILES_IN_FORM];
	size_t count;
};
enum fail form_keep_files(struct visit *v, const struct record_type *t,
                          struct kept_files *out) MUST_USE;
/* A refused form comes back with its files kept; of one that cannot be saved by another
 * try (form_may_go_on is false) they leave the disk. */
bool form_may_go_on(const struct visit *v, enum fail f);
void form_drop_files(struct visit *v, const struct record_type *t,
                     const struct kept_files *files);
/* Inside a write: what was typed in these fields (bits); reasons go to v->why. */
struct change *form_change(struct visit *v, struct act *a, const struct record_type *t,
                           uint64_t fields, bool place, const struct kept_files *files);
/* What a form carries for a file that it keeps. */
struct str kept_token(struct visit *v, const struct file_ref *file);
/* A link as it is typed: code, "CODE title", or exact title. */
bool form_link(struct visit *v, struct act *a, const struct record_type *target, int field,
               struct str typed, struct id *out);

#endif
