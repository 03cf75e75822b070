/*
 * check.c -- words that the pages of the plan check share.
 */
#include "web/check.h"

#include "records/plan_check.h"

enum fail check_asked(struct visit *v, struct act *a, struct check_view *out)
{
	struct row *check;
	enum fail f = record_named(a, &plan_check_type, v->q->params[0], &check);

	if (f != OK)
		return f;
	return plan_check_view(a, v->site->packs, check->id, out);
}

static struct str number(struct visit *v, int n)
{
	return str_format(v->arena, "%d", n);
}

struct str check_place(struct visit *v, const struct document_text *text, size_t passage)
{
	const struct passage *p = &text->at[passage];

	if (p->page > 0)
		return visit_words(v, N_("page %1"), number(v, p->page));
	if (text->format == DOCUMENT_TEXT || text->format == DOCUMENT_MARKDOWN)
		return visit_words(v, N_("line %1"), number(v, p->line));
	return visit_words(v, N_("paragraph %1"), number(v, p->line));
}

struct str check_cut(struct visit *v, const struct document_text *text)
{
	struct message m = document_cut_message(v->arena, text);

	return m.id ? tr_message(v->arena, v->lang, &m) : STR_NONE;
}

static const char *sure_words(struct visit *v, enum how_sure sure)
{
	switch (sure) {
	case SURE_CONFIRMED: return SAY(v, N_("Confirmed from a source"));
	case SURE_RECALLED: return SAY(v, N_("Recalled, not checked against the source"));
	case SURE_LOCAL: return SAY(v, N_("A local choice that no source gives"));
	case SURE_DERIVED: return SAY(v, N_("Follows from what was read in a source"));
	case SURE_NOT_FOUND: return SAY(v, N_("Looked for in the sources and not found"));
	}
	return "";
}

struct str check_source(struct visit *v, const struct pack *pack,
                        const struct pack_element *e)
{
	const struct pack_instrument *i = &pack->instrument;
	struct str edition = i->edition_count > 0 ? i->editions[i->edition_count - 1].id
	                                          : pack->edition;
	struct message m = MESSAGE3(N_("%1, edition “%2”. %3"), i->id, edition,
	                            str_of(sure_words(v, e->sure)));

	return tr_message(v->arena, v->lang, &m);
}

const char *check_answer_label(struct visit *v, enum answer_kind k)
{
	switch (k) {
	case ANSWER_OPEN: return SAY(v, N_("To confirm"));
	case ANSWER_ACCEPTED: return SAY(v, N_("Accepted"));
	case ANSWER_POINTED: return SAY(v, N_("Located"));
	case ANSWER_REJECTED: return SAY(v, N_("Not in the document"));
	case ANSWER_NOT_APPLICABLE: return SAY(v, N_("Does not apply"));
	case ANSWER_INHERITED: return SAY(v, N_("Inherited"));
	}
	return "";
}

struct str said_text(struct visit *v, struct said s)
{
	struct str first = v->lang == LANG_FR ? s.fr : s.en;

	return first.n > 0 ? first : v->lang == LANG_FR ? s.en
	                                                : s.fr;
}
