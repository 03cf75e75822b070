/*
 * judge.h -- is this plan complete?  The answer, and why.
 *
 * A pure function of facts: what documents there are, whether they are approved, when they
 * were last tested, where a person confirmed each part of each required element.  Proposals
 * are no facts: nothing the program found by itself makes anything met.
 *
 *     four gates:  it exists -> it is approved -> every element is located -> it was tested
 *
 * An element is *met* when every part is located by a person in an approved document;
 * *partial* when some are; *missing* when none is; *not met* when all are located but the
 * document is not approved.  *Not applicable* needs a reason and another person's approval.
 * *Inherited* names the agreement and never discharges the duty.
 *
 * Every state says why, as messages to be rendered in the reader's language.  The result
 * lives in the arena and points into the pack and the facts.
 */
#ifndef DUTY_JUDGE_H
#define DUTY_JUDGE_H

#include "duty/pack.h"

/* ---- what is known ---- */
struct place {                          /* where a person confirmed a part */
	bool located;
	struct str passage;             /* its text */
	struct str heading;
	int64_t page, line;             /* 0: the format has none */
	struct str document;            /* "Incident response plan, version 3" */
	struct str by;                  /* who confirmed */
	struct instant at;
};

struct element_facts {
	const struct place *places;     /* one for each part of the element */
	struct str not_applicable;      /* reason; empty: it applies */
	struct str approver;            /* who approved that it does not apply */
	struct str inherited_from;      /* organisation; empty: not inherited */
	struct str agreement;           /* named when inherited */
};

struct container_facts {
	bool exists;
	bool approved; /* the version that was checked, and not changed since */
	struct str document;            /* title and version */
	struct date approved_on;
};

struct plan_facts {
	const struct pack *pack;
	const struct container_facts *containers;       /* as in the pack */
	const struct element_facts *elements;           /* as in the pack */
	struct date tested_on;          /* unset: never */
	int test_months;                /* 0: as the pack says */
	struct date today;
	enum lang lang;                 /* of names inside the whys */
	bool strict; /* an element that leans on an incomplete container is
	                partial; otherwise it is met, with a warning */
};

/* ---- the answer ---- */
enum element_state {
	ELEMENT_MET,
	ELEMENT_PARTIAL,
	ELEMENT_MISSING,
	ELEMENT_NOT_MET,                /* all located, but in no approved document */
	ELEMENT_NOT_APPLICABLE,
	ELEMENT_INHERITED,
	ELEMENT__COUNT
};
const char *element_state_name(enum element_state s);   /* "met": API, CSV */
const char *element_state_label(enum element_state s);  /* "Met": msgid */

enum plan_gate { GATE_EXISTS, GATE_APPROVED, GATE_LOCATED, GATE_TESTED, GATE__COUNT };
const char *plan_gate_name(enum plan_gate g);           /* "approved" */
const char *plan_gate_label(enum plan_gate g);          /* "Approved, not a draft": msgid */

struct judged_gate {
	bool asked;                     /* false: this pack does not ask for it */
	bool passed;
	struct message why;
};

struct judged_element {
	const struct pack_element *element;
	const struct element_facts *facts;
	enum element_state state;
	bool warned;                    /* met, but one of the whys is a warning */
	size_t located;                 /* of its parts */
	const struct message *whys;     /* at least one */
	size_t why_count;
};

struct judged_gap {
	const struct pack_gap *gap;
	struct said phrase;             /* of the whole, or of the missing parts only */
	const struct judged_element *const *elements;
	size_t element_count;
};

struct judgement {
	const struct pack *pack;
	struct judged_gate gates[GATE__COUNT];
	const struct judged_element *elements;
	size_t element_count;
	size_t count[ELEMENT__COUNT];
	/* in clause order; those of missing or partial elements */
	const struct judged_gap *gaps;
	size_t gap_count;
	bool complete;                  /* all gates passed and nothing left open */
	bool relies_on_others;          /* something is inherited */
	bool strict;                    /* as the facts were */
	bool leans;                     /* an element only refers to another container */
};

struct judgement judge_plan(struct arena *a, const struct plan_facts *facts);

/* "X; Y or Z" : the gaps in one line. */
struct str judge_gap_list(struct arena *a, const struct judgement *j, enum lang lang);
/* The condition of the finding in the auditor's form: one sentence that names every gap. */
struct str judge_condition(struct arena *a, const struct judgement *j, enum lang lang);

/* ---- what a finding leaves open ---- */
struct gap_answer {                     /* one for each gap of the judgement */
	struct str recommendation;
	struct str owner;
	struct date due;
};

struct finding_facts {
	const struct judgement *judgement;
	const struct gap_answer *answers;
	struct str response;            /* of the audited side; empty: none yet */
	struct date response_due;       /* until when it will do what it says */
	struct str relies_on;           /* named as the cause: who is said to run it */
};

/* Recommendation missing, owner missing, due date missing, promise without a date,
 * reliance. */
const struct message *finding_warnings(struct arena *a, const struct finding_facts *f,
                                       enum lang lang, size_t *count);

#endif
