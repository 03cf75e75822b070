/*
 * plan_report.h -- the judgement of a plan as JSON and CSV (the page prints itself).
 *
 * One CSV line for each part of each element: container, element, part, state of the
 * element, where it is, who confirmed it when, and why.  Texts in the reader's language.
 */
#ifndef DOCUMENTS_PLAN_REPORT_H
#define DOCUMENTS_PLAN_REPORT_H

#include "duty/judge.h"

struct plan_report {
	const struct judgement *judgement;
	struct str plan;                /* title */
	struct str document;            /* title, version, file name */
	struct str sha256;              /* of the file, hexadecimal */
	struct str cut;                 /* up to where it was read; empty: to its end */
	struct instant made_at;
	enum lang lang;
};

struct str plan_report_json(struct arena *a, const struct plan_report *r);
struct str plan_report_csv(struct arena *a, const struct plan_report *r);

#endif
