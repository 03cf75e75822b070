/*
 * plan_check.h -- checking a plan on record: start, confirm, judge, write the finding.
 *
 * A check belongs to a plan, to one version of its document (by the hash of its file) and
 * to a pack.  It keeps the text that was read and one plan element record for each part of
 * each element.  A person accepts a proposed passage, points to another, or says that there
 * is none; each answer is bound to the file's hash, the passage's hash, the person and the
 * time.
 *
 *     plan_check_start ->  plan_check_accept / _reject / _excuse / _inherit  (each part)
 *                      ->  plan_check_judge (at any time)  ->  plan_check_finding
 *
 * A check of a newer version carries over each answer whose passage is unchanged.  When
 * the plan names a document that keeps its procedures apart, that document has checks of
 * its own, and each check is judged with the answers of both.
 * All calls run inside store_write or store_read and take the act, so the actor's rights
 * hold.
 */
#ifndef ACTIONS_PLAN_CHECK_H
#define ACTIONS_PLAN_CHECK_H

#include "actions/propose.h"
#include "duty/judge.h"
#include "model/act.h"
#include "model/row.h"

/* ---- start ---- */
struct plan_check_order {
	const struct pack *pack;
	struct id plan;
	struct id version;              /* document version whose file was read */
	const struct document_text *text; /* read before, outside of the transaction */
	struct file_ref kept; /* its packed text, kept before by plan_check_keep_text */
};
/* Keeps the text that was read beside the evidence; before the transaction, or inside the
 * one of `within`. */
enum fail plan_check_keep_text(struct store *s, struct act *within, struct arena *a,
                               const struct document_text *text,
                               struct file_ref *out) MUST_USE;
enum fail plan_check_start(struct act *a, const struct plan_check_order *order,
                           struct refusal *why, struct row **check) MUST_USE;

/* ---- what the page of a check shows ---- */
enum answer_kind {
	ANSWER_OPEN,                    /* nobody has said anything */
	ANSWER_ACCEPTED,                /* a proposed passage */
	ANSWER_POINTED,                 /* another passage */
	ANSWER_REJECTED,                /* it is not in the document */
	ANSWER_NOT_APPLICABLE,
	ANSWER_INHERITED,
};

struct check_part {
	const struct pack_part *part;
	const struct part_proposals *proposals;
	const struct row *record;       /* the plan element record of this part */
	enum answer_kind answer;
	size_t passage;                 /* accepted or pointed to; SIZE_MAX: none */
	bool carried;                   /* taken over from an earlier version */
	bool elsewhere; /* answered in the check of the plan's other document */
};

struct check_element {
	const struct pack_element *element;
	const struct judged_element *judged;
	struct check_part *parts;       /* as many as the element has */
};

/* Where the elements of the container "procedures" are looked for. */
enum procedures_read {
	PROCEDURES_NOT_ASKED,           /* the pack has no such container */
	PROCEDURES_IN_PLAN,             /* the plan names no other document for them */
	PROCEDURES_UNCHECKED, /* it does, but that one has no check yet: in the plan's */
	PROCEDURES_APART,               /* in their own document, by its check */
};

struct check_view {
	const struct row *check;
	const struct row *plan;
	const struct row *version;      /* of the document; null when it may not be seen */
	const struct pack *pack;
	struct document_text text;
	struct proposals proposals;
	struct check_element *elements; /* as many as the pack has */
	struct judgement judgement;
	enum procedures_read procedures;
	size_t open_count;              /* parts without an answer */
	const struct row *finding;      /* written from this check, or null */
};
/* FAIL_NOT_FOUND as well when the pack is not among `packs` any more (fail_message says
 * so). */
enum fail plan_check_view(struct act *a, const struct packs *packs, struct id check,
                          struct check_view *out) MUST_USE;

/* ---- answers; `part` empty means every part of the element ---- */
struct check_answer {
	struct str element;             /* "6.5.2.1" */
	struct str part;                /* "contacts" */
	size_t passage;                 /* to accept or point to */
	struct str reason;              /* to reject (optional), excuse or inherit */
	struct id approver;             /* person who approved that it does not apply */
	struct id agreement;            /* that it is inherited under */
	int64_t version; /* of the element's record that was seen; 0: do not mind */
};
/* Accepts when the passage is among the proposals, else points to it. */
enum fail plan_check_accept(struct act *a, const struct check_view *v,
                            const struct check_answer *answer,
                            struct refusal *why) MUST_USE;
enum fail plan_check_reject(struct act *a, const struct check_view *v,
                            const struct check_answer *answer,
                            struct refusal *why) MUST_USE;
enum fail plan_check_excuse(struct act *a, const struct check_view *v,
                            const struct check_answer *answer,
                            struct refusal *why) MUST_USE;
enum fail plan_check_inherit(struct act *a, const struct check_view *v,
                             const struct check_answer *answer,
                             struct refusal *why) MUST_USE;
/* Takes an answer back: the part is open again. */
enum fail plan_check_reopen(struct act *a, const struct check_view *v,
                            const struct check_answer *answer,
                            struct refusal *why) MUST_USE;

/* ---- the finding, in the auditor's form, and one recommendation for each gap ---- */
/* What is settled about a gap; what is left empty is warned of. */
struct gap_settled {
	struct str key;                 /* the gap's merge key */
	struct str words; /* recommended, in the person's language; empty: as the pack */
	struct id owner;
	struct date due;
	struct str measures; /* what will be done, as a corrective action; empty: none */
};
/* With the recommendations and the corrective actions, all or none.  Refused while a part
 * is open, when nothing is missing, when there is one already, or for an unknown gap. */
enum fail plan_check_finding(struct act *a, const struct check_view *v,
                             const struct gap_settled *settled, size_t count,
                             struct refusal *why, struct row **finding) MUST_USE;

/* The newest corrective action of a recommendation; null: none that may be seen. */
enum fail gap_action(struct act *a, const struct row *recommendation,
                     const struct row **out) MUST_USE;
/* Writes the corrective action when something will be done and there is none; one that is
 * only proposed takes the words over, and owner and day where it has none of its own;
 * later ones are left alone.  `recommendation`: as it was before owner and day changed. */
enum fail gap_action_settle(struct act *a, const struct row *recommendation,
                            const struct gap_settled *g, struct refusal *why) MUST_USE;

/* What the finding leaves open, from its recommendations, actions and response on record.
 */
enum fail plan_finding_warnings(struct act *a, const struct packs *packs,
                                const struct row *finding, const struct message **out,
                                size_t *count) MUST_USE;

#endif
