/*
 * duty_names.h -- the names in a duty, looked up: types, fields, states, steps, choices,
 * roles.  Only for the readers of duties in this folder.
 *
 * Each reports a fault at the name itself and answers something harmless when it does not
 * exist.
 */
#ifndef DUTY_DUTY_NAMES_H
#define DUTY_DUTY_NAMES_H

#include "duty/duty.h"
#include "duty/pack_file.h"

struct duty_reading {
	struct pack_file *f;            /* the file at hand */
	const struct packs *packs;
	const struct pack *pack;        /* whose file it is */
	const struct registry *registry;
	struct duties *all;
	const struct str *roles;        /* short names of the shipped ones */
	size_t role_count;
};

/* Of a member that must be there: null after a fault. */
const struct record_type *type_named(struct duty_reading *r, const struct yaml *map,
                                     const char *key);
/* `kinds`: BIT(enum field_type) | ... that it may be of.  -1 after a fault. */
int field_called(struct duty_reading *r, const struct yaml *name,
                 const struct record_type *t, uint64_t kinds);
/* The same by member; -1 without a fault when it is absent. */
int field_if(struct duty_reading *r, const struct yaml *map, const char *key,
             const struct record_type *t, uint64_t kinds);
/* A link of `t` that may point to `target`; null: to anything. */
int link_called(struct duty_reading *r, const struct yaml *name,
                const struct record_type *t, const struct record_type *target);
const struct step *step_called(struct duty_reading *r, const struct yaml *at,
                               struct str name, const struct record_type *t);
/* created, step:NAME, or a field. */
struct moment moment_called(struct duty_reading *r, const struct yaml *name,
                            const struct record_type *t);
/* Of the member `where`, when it is there. */
struct conditions conditions_if(struct duty_reading *r, const struct yaml *map,
                                const char *key, const struct record_type *t);

#endif
