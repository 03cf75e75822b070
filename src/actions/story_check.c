/*
 * story_check.c -- lines of a story that check plans.
 *
 *     rai  starts_check PLN-1                 of the current or newest version of its text
 *     rai  accepts_proposed PLC-1             the best passage of every part that has one
 *     rai  accepts_proposed PLC-1 only="6.5.1.1 6.5.1.4"
 *     rai  points PLC-1 6.5.2.2 "These procedures are"    the passage with these words
 *     rai  rejects_rest PLC-1                 what is left is not there
 *     rai  writes_finding PLC-1               the record that is meant becomes the finding
 */
#include "actions/story_parts.h"

#include <unistd.h>

#include "actions/plan_check.h"
#include "base/limits.h"
#include "records/document.h"
#include "records/document_version.h"
#include "records/finding.h"
#include "records/plan.h"
#include "records/plan_check.h"

/* ---- start ---- */
static enum fail version_of(struct act *a, const struct row *plan, struct row **out)
{
	struct id document = row_link(plan, PLN_DOCUMENT);
	struct filter of_it = {
		.field = DOV_DOCUMENT,
		.op = LINKS_TO,
		.value = { .filled = true, .links = &document, .link_count = 1 },
	};
	struct query newest = {
		.type = &document_version_type,
		.filters = &of_it,
		.filter_count = 1,
		.sort = SORT_CODE,
		.descending = true,
		.limit = 1,
	};
	struct answer found;
	enum fail f = record_list(a, &newest, &found);

	if (f == OK && found.count == 0)
		f = FAIL_NOT_FOUND;
	if (f == OK)
		*out = found.rows[0];
	return f;
}

static enum fail read_text(struct act *a, struct story *s, const struct row *version,
                           struct document_text *out)
{
	const struct file_ref *file = &version->values[DOV_FILE].file;
	char *bytes = ARENA_TRY(a->arena, char, (size_t)file->bytes + 1);
	struct str text = { bytes, 0 };
	int fd = -1;
	ssize_t n = 0;
	enum fail f = bytes ? file_open(a, version, DOV_FILE, &fd) : FAIL_MEMORY;

	if (f != OK)
		return f;
	while (text.n < (size_t)file->bytes &&
	       (n = read(fd, bytes + text.n, (size_t)file->bytes - text.n)) > 0)
		text.n += (size_t)n;
	(void)close(fd);
	return document_read(a->arena, text, file->name, NULL, &s->why, out);
}

static enum fail start(struct act *a, struct story *s)
{
	struct plan_check_order order = { .plan = s->id };
	struct document_text *text = ARENA_NEW(a->arena, struct document_text);
	struct row *plan, *version, *check;
	enum fail f = record_get(a, &plan_type, s->id, &plan);

	if (f == OK)
		f = version_of(a, plan, &version);
	if (f == OK)
		f = read_text(a, s, version, text);
	if (f == OK)
		f = plan_check_keep_text(s->store, a, a->arena, text, &order.kept);
	if (f != OK)
		return f;
	order.pack = pack_with_checklist(s->packs, row_text(plan, PLN_PACK));
	order.version = version->id;
	order.text = text;
	if (!order.pack) {
		story_complain(s, "there is no pack of the plan");
		return FAIL_FORMAT;
	}
	f = plan_check_start(a, &order, &s->why, &check);
	if (f == OK) {
		s->type = check->type;
		s->id = check->id;
	}
	return f;
}

/* ---- answers ---- */
static bool is_meant(const struct story *s, const struct pack_element *e)
{
	struct str rest = s->next < s->words.count ? s->words.at[s->next].text : STR_NONE;

	if (rest.n == 0)
		return true;
	while (rest.n > 0)
		if (str_equal(str_split(rest, ' ', &rest), e->id))
			return true;
	return false;
}

typedef enum fail answer_fn(struct act *a, const struct check_view *v,
                            const struct check_answer *answer, struct refusal *why);

static enum fail answer_parts(struct act *a, struct story *s, bool with_proposal,
                              answer_fn *answer)
{
	struct check_view view;
	enum fail f = plan_check_view(a, s->packs, s->id, &view);

	for (size_t i = 0; f == OK && i < view.pack->element_count; i++) {
		const struct check_element *e = &view.elements[i];

		if (!is_meant(s, e->element))
			continue;
		for (size_t k = 0; f == OK && k < e->element->part_count; k++) {
			const struct check_part *p = &e->parts[k];
			struct check_answer given = { .element = e->element->id,
				                      .part = p->part->id };

			if (p->answer != ANSWER_OPEN)
				continue;
			if (with_proposal && p->proposals->count == 0)
				continue;
			if (with_proposal)
				given.passage = p->proposals->at[0].passage;
			f = answer(a, &view, &given, &s->why);
		}
	}
	if (s->next < s->words.count)
		s->next++;
	return f;
}

static enum fail accept_proposed(struct act *a, struct story *s)
{
	return answer_parts(a, s, true, plan_check_accept);
}

static enum fail reject_rest(struct act *a, struct story *s)
{
	return answer_parts(a, s, false, plan_check_reject);
}

static enum fail point(struct act *a, struct story *s)
{
	struct check_view view;
	struct check_answer given = { 0 };
	enum fail f = plan_check_view(a, s->packs, s->id, &view);

	if (f != OK)
		return f;
	if (s->next + 2 > s->words.count) {
		story_complain(s, "points PLC-1 ELEMENT \"words of the passage\"");
		return FAIL_FORMAT;
	}
	given.element = s->words.at[s->next++].text;
	struct str words = s->words.at[s->next++].text;
	while (given.passage < view.text.count &&
	       str_find(view.text.at[given.passage].text, words) == SIZE_MAX)
		given.passage++;
	for (size_t i = 0; i < view.pack->element_count; i++)
		if (str_equal(view.elements[i].element->id, given.element))
			given.part = view.elements[i].parts[0].part->id;
	return plan_check_accept(a, &view, &given, &s->why);
}

static enum fail write_finding(struct act *a, struct story *s)
{
	struct check_view view;
	struct row *finding;
	enum fail f = plan_check_view(a, s->packs, s->id, &view);

	if (f == OK)
		f = plan_check_finding(a, &view, NULL, 0, &s->why, &finding);
	if (f == OK) {
		s->type = finding->type;
		s->id = finding->id;
	}
	return f;
}

story_act *story_check_verb(struct str verb)
{
	static const struct {
		const char *name;
		story_act *act;
	} verbs[] = {
		{ "starts_check", start },
		{ "accepts_proposed", accept_proposed },
		{ "points", point },
		{ "rejects_rest", reject_rest },
		{ "writes_finding", write_finding },
	};

	for (size_t i = 0; i < COUNT(verbs); i++)
		if (str_is(verb, verbs[i].name))
			return verbs[i].act;
	return NULL;
}
