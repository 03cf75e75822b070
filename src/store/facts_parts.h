/* facts_parts.h -- what the two readings of facts share; nobody else includes it. */
#ifndef STORE_FACTS_PARTS_H
#define STORE_FACTS_PARTS_H

#include "store/facts.h"
#include "store/parts.h"

struct past_record {
	struct row row;
	bool created, gone;
	bool late;                      /* entered after the instant */
	struct fact_step *steps;
	size_t step_count, step_room;
};

struct past_link {
	struct id target;
	size_t record;                  /* index in records */
	int field;
};

/* A setting, or the zone of the tenant, as it was. */
struct past_choice {
	struct past_choice *next;
	struct str name, value;
};

struct past_facts {
	struct past_choice *choices;    /* the latest first */
	struct instant at;
	enum known_when known;
	struct past_record **records;   /* in the order of their ids, once complete */
	size_t count;
	struct past_link *links;        /* in the order of targets, then records */
	size_t link_count;
};

/* Something that links to a record. */
struct fact_source {
	struct id id;
	struct str field;
	const struct record_type *type;
};

struct fact_around {                    /* what links to one record */
	struct fact_around *next;
	struct id target;
	struct fact_source *at;
	size_t count;
};

struct fact_kept {                      /* rows that were read */
	struct fact_kept *next;
	const struct record_type *type;
	struct id target;               /* ID_NONE: all of the type */
	struct row **at;
	size_t count;
};

struct fact_stepped {                   /* steps that were read */
	struct fact_stepped *next;
	struct id record;
	struct fact_steps steps;
};

struct facts {
	struct act *act;
	struct fact_around *around;
	struct fact_kept *kept, *single;
	struct fact_stepped *stepped;
	struct past_facts *past;        /* null: now */
};

/* ---- facts_past.c ---- */
enum fail past_row(struct facts *f, const struct record_type *t, struct id id,
                   struct row **out) MUST_USE;
enum fail past_linking(struct facts *f, const struct record_type *t, int field,
                       struct id to, struct fact_rows *out) MUST_USE;
enum fail past_all(struct facts *f, const struct record_type *t,
                   struct fact_rows *out) MUST_USE;
enum fail past_choice(struct facts *f, struct str name, struct str *out) MUST_USE;
void past_steps(struct facts *f, const struct row *r, struct fact_steps *out);

#endif
