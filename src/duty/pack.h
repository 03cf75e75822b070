/*
 * pack.h -- content packs: what an instrument asks for, as data.
 *
 * A pack is a folder with pack.yaml (the instruments, their clauses, the checklist of
 * required elements), words.yaml (the vocabulary by which the proposer finds them) and
 * duties*.yaml (what is owed, read by duty.h).  The folder above may hold a words.yaml that
 * all packs share, and areas.yaml with the headings of duties.  docs/content-packs.md
 * describes both files member by member.  Nothing here is specific to one instrument.
 *
 * Texts are in our own words, English and French.  A pack is read once and constant
 * afterwards; it and everything it points to live in the arena given to the loader.
 *
 * A fault in a file is reported as a reason whose `where` is "path:line:column", with what
 * is wrong and what to do; all faults of all files are collected.
 */
#ifndef DUTY_PACK_H
#define DUTY_PACK_H

#include "base/fail.h"
#include "base/refusal.h"
#include "base/text.h"
#include "base/time.h"
#include "codec/catalog.h"

struct vocabulary;
struct find_rule;

struct said {                           /* one text in both languages */
	struct str en, fr;
};
struct str said_in(struct said s, enum lang lang);      /* the other one when it is empty */

/* How sure we are of a fact, shown wherever it is shown. */
enum how_sure {
	SURE_CONFIRMED,                 /* read in the source */
	SURE_RECALLED,                  /* not checked against the source */
	SURE_LOCAL,                     /* no source gives it: a local choice */
	SURE_DERIVED,                   /* follows from what was read */
	SURE_NOT_FOUND,                 /* looked for and not found */
};

const char *how_sure_name(enum how_sure s);             /* "confirmed": files, API */

struct pack_clause {
	struct str number;              /* "6.5.1.2" */
	struct said text;
};

struct pack_edition {
	struct str id;
	struct date from, until;        /* may be unset */
	enum how_sure sure;
	const struct pack_clause *clauses;
	size_t clause_count;
};

struct pack_instrument {
	struct str id;                  /* "IS.009" */
	struct said title;
	struct said issuer;
	struct str url;
	const struct pack_edition *editions;
	size_t edition_count;
};

struct pack_crosswalk {
	struct str to;                  /* "NIST SP 800-53" */
	struct str clauses;             /* "IR-4 a, c" */
};

struct pack_container {                 /* which document an element must be in */
	struct str id;                  /* "plan", "procedures" */
	struct said label;
};

struct pack_gap {                       /* what is written when something is missing */
	struct str key;                 /* elements with the same key are one gap */
	struct said phrase;             /* completes "... does not include" */
	struct said recommendation;
};

struct pack_part {
	struct str id;                  /* "contacts" */
	struct said label;
	struct said accept;             /* what counts as evidence */
	struct said phrase;             /* of this part alone; may be empty */
	const struct find_rule *find;   /* vocabulary.h */
};

struct pack_element {
	struct str id;                  /* clause number: "6.5.2.1" */
	struct str duty;                /* id in the register of duties: "IR-07" */
	size_t container;               /* index in containers */
	struct said label;
	size_t gap;                     /* index in gaps */
	const struct pack_part *parts;
	size_t part_count;
	const struct pack_crosswalk *crosswalks;
	size_t crosswalk_count;
	enum how_sure sure;
	int leans_on; /* container that must be complete too, or -1: see judge.h */
};

struct pack_text {                      /* a file that is read later */
	struct str path, bytes;
};

struct pack {
	struct str id;                  /* "ma-is009"; the folder's name */
	struct str edition;             /* of the pack itself: "2026.1" */
	struct said title;
	struct str licence;             /* SPDX */
	struct said provenance;
	struct str jurisdiction;        /* "US-MA", "CA-BC" */
	const struct pack_instrument *instruments;      /* at least one */
	size_t instrument_count;
	struct pack_instrument instrument;      /* the first, which a checklist is of */
	const struct pack_text *duty_files;     /* duties*.yaml, by name */
	size_t duty_file_count;

	/* The checklist; without elements when the pack has none. */
	struct said checklist;          /* its title */
	struct said subject;            /* "incident response plan and procedures" */
	int test_months;                /* longest time between tests; 0: no such gate */
	enum how_sure test_sure;
	struct said criteria;           /* for the finding: what the instrument demands */
	struct said effect;             /* for the finding: what the gaps lead to */
	struct said no_discharge;       /* why relying on others does not settle the duty */
	const struct pack_container *containers;
	size_t container_count;
	const struct pack_gap *gaps;
	size_t gap_count;
	const struct pack_element *elements;
	size_t element_count;
	size_t part_count;              /* over all elements */

	const struct vocabulary *words;
};

struct packs {
	const struct pack *at;
	size_t count;
	struct pack_text areas;         /* areas.yaml: the headings of all duties */
};

/* The packs that are part of the program.  FAIL_FORMAT with reasons: a fault of ours. */
enum fail packs_embedded(struct arena *a, struct refusal *why, struct packs *out) MUST_USE;
/*
 * The packs of a folder: the folder itself when it holds pack.yaml, else each folder in it.
 * Shared words are those of the folder (or the one above a single pack), else the
 * program's.
 */
enum fail packs_in_folder(struct arena *a, const char *folder, struct refusal *why,
                          struct packs *out) MUST_USE;

const struct pack *pack_find(const struct packs *p, struct str id); /* or null */
/* The same, of a pack that documents can be checked against. */
const struct pack *pack_with_checklist(const struct packs *p, struct str id);
const struct pack_element *pack_element_find(const struct pack *p, struct str id);
/* The element's index; BUG when it is not one of the pack's. */
size_t pack_element_index(const struct pack *p, const struct pack_element *e);
const struct pack_part *pack_part_find(const struct pack_element *e, struct str id);

#endif
