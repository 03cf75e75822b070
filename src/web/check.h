/*
 * check.h -- the plan check on pages: what its pages share.
 */
#ifndef WEB_CHECK_H
#define WEB_CHECK_H

#include "actions/plan_check.h"
#include "web/record.h"

/* The check that the address names (/plan_check/:code/...), with text, proposals,
 * judgement. */
enum fail check_asked(struct visit *v, struct act *a, struct check_view *out) MUST_USE;
/* "page 4", "line 12", "paragraph 12" of a passage. */
/* Up to where a text that is too long was read; empty: to its end. */
struct str check_cut(struct visit *v, const struct document_text *text);
struct str check_place(struct visit *v, const struct document_text *text, size_t passage);
/* "IS.009, edition 2.0", and where nobody read it in the source, that too. */
struct str check_source(struct visit *v, const struct pack *pack,
                        const struct pack_element *e);
const char *check_answer_label(struct visit *v, enum answer_kind k);
struct str said_text(struct visit *v, struct said s);

#endif
