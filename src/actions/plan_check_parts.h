/*
 * plan_check_parts.h -- what the files of the plan check share; only for plan_check*.c.
 */
#ifndef ACTIONS_PLAN_CHECK_PARTS_H
#define ACTIONS_PLAN_CHECK_PARTS_H

#include "actions/plan_check.h"
#include "store/store.h"

/*
 * The check, and the version it read, that answers for the elements of a container.  The
 * version is read for the program: whether a plan is complete does not depend on who asks.
 * Its title is shown to those alone who may see it.
 */
struct check_source {
	const struct row *check, *version;
};

/* The element records of a check, one for each part in the pack's order; null: none. */
struct check_records {
	const struct pack *pack;
	const struct row *check, *plan, *version;
	const struct row **parts;       /* pack->part_count of them */
	struct check_source *sources;   /* one for each container */
	const struct row *other; /* the check of the plan's other document, or null */
	enum procedures_read procedures;
	size_t open_count;
	bool strict; /* how elements that only refer elsewhere are read */
};

/* `version` stays null when it may not be seen. */
enum fail check_records_load(struct act *a, const struct packs *packs, struct id check,
                             struct check_records *out) MUST_USE;
/* Only the records that belong to the check itself; sources are left as they are. */
enum fail check_parts_load(struct act *a, struct check_records *r) MUST_USE;
/* Whether the check read the document in which the plan keeps its procedures apart. */
bool check_is_of_procedures(struct act *a, const struct row *plan, const struct row *check);
/* Takes in the answers of the check of the plan's other document, when there is one. */
enum fail check_sources_load(struct act *a, struct check_records *r) MUST_USE;
enum fail check_records_judge(struct act *a, const struct check_records *r,
                              struct judgement *out) MUST_USE;
/* Works the counts of the check out again and writes them when they changed. */
enum fail check_records_count(struct act *a, const struct check_records *r) MUST_USE;

/* All records of a type that link to `id` by `field`, oldest first; at most
 * LIMIT_PAGE_ROWS. */
enum fail rows_of(struct act *a, const struct record_type *t, int field, struct id id,
                  struct answer *out) MUST_USE;

/* Fields of a passage into a change of an element record. */
void change_passage(struct change *c, const struct document_text *text, size_t passage,
                    struct str file_hash);
struct str hash_text(struct arena *a, const uint8_t hash[32]);
/* The passage of the text that reads like this, under this heading when it can be told;
 * SIZE_MAX when there is none. */
size_t passage_like(const struct document_text *text, struct str words, struct str heading);

enum answer_kind answer_of_state(int element_state);

/* What is recommended for a gap: the pack's words, or the person's own. */
struct said gap_recommended(const struct act *a, const struct pack_gap *gap,
                            const struct gap_settled *g);
/* The recommendation of a gap, and its corrective action when something will be done. */
enum fail gap_write(struct act *a, const struct judged_gap *gap,
                    const struct gap_settled *g, const struct row *finding,
                    struct refusal *why) MUST_USE;

/* Answers of the latest earlier check whose passages are unchanged. */
enum fail carry_over(struct act *a, const struct plan_check_order *order,
                     const struct row *check) MUST_USE;

#endif
