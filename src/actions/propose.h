/*
 * propose.h -- where in this document might each required part be found?
 *
 * For every part of every element of a pack the best passages, ranked, with the words that
 * spoke for them, or none.  A proposal never makes anything met: a person confirms (see
 * plan_check.h).  Pure: the same text, pack and options give the same proposals.
 *
 * How it works is told in src/actions/README.md; the words are data of the pack.
 */
#ifndef ACTIONS_PROPOSE_H
#define ACTIONS_PROPOSE_H

#include "base/fail.h"
#include "codec/passage.h"
#include "duty/pack.h"

#define PROPOSALS_PER_PART 5

#define PROPOSE_FILES 16u

struct proposal {
	size_t passage;                 /* index in its document */
	size_t document;                /* index among the documents */
	int score;                      /* 0..100 */
	const struct str *because;      /* words of the document, most telling first */
	size_t because_count;
};

struct part_proposals {
	const struct pack_part *part;
	const struct proposal *at;      /* best first; at most PROPOSALS_PER_PART */
	size_t count;
};

enum proposed_state { PROPOSED_ALL, PROPOSED_SOME, PROPOSED_NONE };
const char *proposed_state_name(
	enum proposed_state s); /* "proposed", "partial", "not found" */

struct element_proposals {
	const struct pack_element *element;
	enum proposed_state state;
	const struct part_proposals *parts;     /* as many as the element has */
};

struct proposals {
	const struct pack *pack;
	const struct document_text *document;   /* the first */
	const struct document_text *const *documents;
	size_t document_count;
	enum lang lang;                 /* of the document, recognised */
	bool both_languages;            /* it is written in both */
	const struct element_proposals *elements;       /* as many as the pack has */
	const struct said *gaps;        /* phrases by merge key in clause order */
	size_t gap_count;
	bool complete;                  /* every part has a proposal */
};

/* FAIL_MEMORY or FAIL_FULL only. */
enum fail propose(struct arena *a, const struct pack *pack,
                  const struct document_text *document, struct proposals *out) MUST_USE;

/* A plan and its annexes, at most PROPOSE_FILES: a part may be found in any of them.  Each
 * is read for itself; the better passage comes first, the earlier document among equals.
 * The array must outlive the proposals. */
enum fail propose_across(struct arena *a, const struct pack *pack,
                         const struct document_text *const *documents, size_t count,
                         struct proposals *out) MUST_USE;
const struct passage *proposal_passage(const struct proposals *p,
                                       const struct proposal *at);

/* The JSON of `wardroom plan check --json`; stable.  `sha256` in hexadecimal.  One file for
 * each document; more than one adds "files" and to each proposal its "file". */
struct json_out;
struct proposed_file {
	struct str name, sha256;
};
void propose_json(struct json_out *j, const struct proposals *p,
                  const struct proposed_file *files, enum lang lang);

#endif
