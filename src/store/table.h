/*
 * table.h -- the tables of the database as JSON Lines, for backups and exports.
 *
 * What a table has is asked of the database, so a new table or column travels without
 * anybody thinking of it.  What must not or need not travel is listed here with the reason;
 * a test fails when a table is in the database and nobody has said what it is.
 *
 * A row is an object; its members are the columns, those of a record's own fields below
 * "fields":
 *
 *     number     42; an instant "2026-11-21T20:14:05.000001Z" (null: not yet), a flag true
 *     text       "text"; the column history.opened is JSON as it is
 *     bytes      "0193…-…" (16 bytes: an identifier) or else hexadecimal
 */
#ifndef STORE_TABLE_H
#define STORE_TABLE_H

#include "base/refusal.h"
#include "db/db.h"
#include "model/record.h"
#include "store/package.h"

/* ---- what is known of a table ---- */
enum table_way {
	TABLE_TRAVELS,                  /* in backups and exports */
	TABLE_SHARED, /* the same, but of the installation: what is there already stays */
	TABLE_REMADE, /* in neither: follows from what is; made again by rebuild.h */
	TABLE_MADE, /* in neither: made empty, or anew, by the program that runs on it */
	TABLE_STAYS,                    /* in backups only */
};
struct table_about {
	const char *name;
	enum table_way way;
	const char *why;                /* for people; null when it travels */
};
/* Null: nobody has said; it travels. */
const struct table_about *table_about(struct str name);
const struct table_about *table_about_at(size_t i);     /* null: no more */

/* ---- one table of this database ---- */
enum column_form { FORM_PLAIN, FORM_INSTANT, FORM_FLAG, FORM_JSON };
struct shape_column {
	struct table_column is;
	enum column_form form;
	bool remade;                    /* follows from others: not written */
	bool secret;                    /* not in an export */
};
struct table_shape {
	struct str table;
	enum table_way way;
	const struct record_type *type; /* null: no table of records */
	struct shape_column *columns;
	size_t count;
	int org;                        /* the column org, or -1 */
	struct str part;                /* "records/plan.jsonl", "tables/setting.jsonl" */
};
/* Those of every table, by name. */
enum fail table_shapes(struct tx *tx, struct arena *a, const struct registry *registry,
                       struct table_shape **out, size_t *count) MUST_USE;

/* Called now and then; false stops (FAIL_CANCELLED). */
struct watcher {
	bool (*go_on)(void *arg, const char *doing, int64_t done, int64_t of);
	void *arg;
};
enum fail watcher_tick(const struct watcher *w, const char *doing, int64_t done,
                       int64_t of) MUST_USE;

/* ---- out ---- */
struct table_writing {
	bool one;                       /* only this organisation, without its secrets */
	struct id org;
	int64_t history_below;          /* of the history only entries before; 0: all */
	const struct watcher *watcher;
};
/* All rows in the order of the primary key, as a part of the package. */
enum fail table_write(struct tx *tx, const struct table_shape *t,
                      const struct table_writing *w, struct package_out *to) MUST_USE;

/* ---- in ---- */
struct table_reading {
	bool one;                       /* of this organisation: rows do not name it */
	struct id org;
	const struct registry *registry;        /* says what names were */
	const struct watcher *watcher;
	int64_t left_out; /* columns of fields that this program no longer has */
};
/* FAIL_REFUSED with reasons that name part, line and member.  Names of earlier versions
 * (fields, states, choices) become those of today. */
enum fail table_read(struct tx *tx, const struct table_shape *t, const struct package *from,
                     const struct package_part *part, struct table_reading *r,
                     struct refusal *why) MUST_USE;

/* The shape for a part; null when there is none, also not under an earlier name. */
const struct table_shape *table_of_part(const struct table_shape *shapes, size_t count,
                                        const struct registry *registry,
                                        struct str part);
/* Once all parts were read: links by the present names of their fields. */
enum fail table_links_now(struct tx *tx, struct arena *a,
                          const struct registry *registry) MUST_USE;

/* A column's member name, and whether it stands below "fields". */
const char *table_member(const struct table_shape *t, const char *column, bool *in_fields);

#endif
