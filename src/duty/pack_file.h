/*
 * pack_file.h -- reading one YAML file of a pack: every member asked for by name, every
 * fault reported with path:line:column.  Only for the readers in this folder.
 */
#ifndef DUTY_PACK_FILE_H
#define DUTY_PACK_FILE_H

#include "codec/yaml.h"
#include "duty/pack.h"
#include "duty/vocabulary.h"

struct pack_file {
	struct arena *arena;
	struct refusal *why;
	struct str path;                /* as shown in faults */
	size_t faults;
};

/* Null when the bytes are no YAML map; the fault is reported. */
const struct yaml *pack_file_read(struct pack_file *f, struct str bytes);

bool fault_at(struct pack_file *f, uint32_t line, uint32_t column, struct message what,
              const char *advice);
bool fault(struct pack_file *f, const struct yaml *at, struct message what,
           const char *advice);

/* The member must be there and of this kind; else a fault and null. */
const struct yaml *member(struct pack_file *f, const struct yaml *map, const char *key,
                          enum yaml_kind kind);
/* Null without a fault when it is absent. */
const struct yaml *member_if(struct pack_file *f, const struct yaml *map, const char *key,
                             enum yaml_kind kind);
struct str member_text(struct pack_file *f, const struct yaml *map, const char *key);
struct str member_text_if(struct pack_file *f, const struct yaml *map, const char *key);
struct said member_said(struct pack_file *f, const struct yaml *map, const char *key);
struct said member_said_if(struct pack_file *f, const struct yaml *map, const char *key);
/* en and fr straight in the map. */
struct said said_of(struct pack_file *f, const struct yaml *map);
int member_number_if(struct pack_file *f, const struct yaml *map, const char *key,
                     int otherwise, int most);
struct date member_date_if(struct pack_file *f, const struct yaml *map, const char *key);
enum how_sure member_sure(struct pack_file *f, const struct yaml *map);
/* Every other member of the map is a fault.  Ends with null. */
void only_members(struct pack_file *f, const struct yaml *map, const char *const *keys);

/* A list of 1 to 1000 maps that all have the same members. */
struct list_kind {
	const char *const *keys;        /* as for only_members */
	size_t size;                    /* of what is made of one */
	/* Fills *out, zeroed; `all` is what the list belongs to. */
	void (*read)(struct pack_file *f, const struct yaml *map, void *out, void *all);
};
/* The array, and how many; null when there is none.  Faults are reported. */
void *member_list(struct pack_file *f, const struct yaml *map, const char *key,
                  const struct list_kind *kind, void *all, size_t *count);
/* Without a fault when it is absent. */
void *member_list_if(struct pack_file *f, const struct yaml *map, const char *key,
                     const struct list_kind *kind, void *all, size_t *count);

/*
 * words.yaml: adds to what `v` holds already (the shared words come first).
 * The groups and rules that a rule names are looked up once everything is read.
 */
struct vocabulary_builder;
struct vocabulary_builder *vocabulary_begin(struct arena *a);
void vocabulary_add(struct vocabulary_builder *b, struct pack_file *f,
                    const struct yaml *file);
const struct vocabulary *vocabulary_end(struct vocabulary_builder *b, struct pack_file *f);

/* pack.yaml; `words` must be complete. */
bool pack_read(struct pack_file *f, const struct yaml *file, const struct vocabulary *words,
               struct pack *out);

#endif
