/*
 * plan_check_load.c -- the records of a check, what they amount to, and its page.
 */
#include "actions/plan_check_parts.h"

#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "crypto/crypto.h"
#include "records/agreement.h"
#include "records/document_version.h"
#include "records/finding.h"
#include "records/linked.h"
#include "records/plan.h"
#include "records/plan_check.h"
#include "records/plan_element.h"
#include "store/store.h"

struct str hash_text(struct arena *a, const uint8_t hash[32])
{
	struct text t = text_on(a, 65);

	for (size_t i = 0; i < 32; i++)
		text_addf(&t, "%02x", hash[i]);
	return text_str(&t);
}

enum fail rows_of(struct act *a, const struct record_type *t, int field, struct id id,
                  struct answer *out)
{
	struct id *to = ARENA_NEW(a->arena, struct id);
	struct filter *of = ARENA_NEW(a->arena, struct filter);

	*to = id;
	*of = (struct filter){
		.field = field,
		.op = LINKS_TO,
		.value = { .filled = true, .links = to, .link_count = 1 },
	};
	struct query q = { .type = t,
		           .filters = of,
		           .filter_count = 1,
		           .sort = SORT_CREATED,
		           .limit = LIMIT_PAGE_ROWS };
	return record_list(a, &q, out);
}

/* ---- records ---- */

/* Where a part stands among all parts of the pack; part_count when it is not one of them.
 */
static size_t part_place(const struct pack *p, struct str element, struct str part)
{
	size_t at = 0;

	for (size_t e = 0; e < p->element_count; e++)
		for (size_t i = 0; i < p->elements[e].part_count; i++, at++)
			if (str_equal(p->elements[e].id, element) &&
			    str_equal(p->elements[e].parts[i].id, part))
				return at;
	return at;
}

enum fail check_parts_load(struct act *a, struct check_records *r)
{
	struct answer rows;
	enum fail f = rows_of(a, &plan_element_type, PLE_CHECK, r->check->id, &rows);

	r->parts = arena_get(a->arena, (r->pack->part_count + 1) * sizeof(*r->parts));
	for (size_t i = 0; f == OK && i < rows.count; i++) {
		const struct row *row = rows.rows[i];
		size_t at = part_place(r->pack, row_text(row, PLE_ELEMENT),
		                       row_text(row, PLE_PART));

		if (at == r->pack->part_count)
			continue;
		r->parts[at] = row;
	}
	return f;
}

static enum fail load_answers(struct act *a, struct check_records *r)
{
	enum fail f = check_parts_load(a, r);

	if (f == OK)
		f = check_sources_load(a, r);
	for (size_t i = 0; f == OK && i < r->pack->part_count; i++)
		r->open_count += r->parts[i] && r->parts[i]->state == PLE_IS_OPEN;
	return f;
}

enum fail check_records_load(struct act *a, const struct packs *packs, struct id check,
                             struct check_records *out)
{
	struct row *row = NULL;
	enum fail f = record_get(a, &plan_check_type, check, &row);

	*out = (struct check_records){ .check = row };
	if (f != OK)
		return f;
	out->strict = str_is(row_text(row, PLC_READING), "strict");
	out->pack = pack_with_checklist(packs, row_text(row, PLC_PACK));
	if (!out->pack)
		return fail_say(FAIL_NOT_FOUND, "there is no content pack %.*s any more",
		                STR_ARG(row_text(row, PLC_PACK)));
	f = record_get(a, &plan_type, row_link(row, PLC_PLAN), &row);
	out->plan = row;
	if (f != OK)
		return f;
	f = record_get(a, &document_version_type, row_link(out->check, PLC_VERSION), &row);
	if (f == OK)
		out->version = row;
	return f == OK || f == FAIL_NOT_FOUND ? load_answers(a, out) : f;
}

/* ---- facts ---- */

enum answer_kind answer_of_state(int state)
{
	switch (state) {
	case PLE_IS_ACCEPTED: return ANSWER_ACCEPTED;
	case PLE_IS_POINTED: return ANSWER_POINTED;
	case PLE_IS_REJECTED: return ANSWER_REJECTED;
	case PLE_IS_NOT_APPLICABLE: return ANSWER_NOT_APPLICABLE;
	case PLE_IS_INHERITED: return ANSWER_INHERITED;
	default: return ANSWER_OPEN;
	}
}

static struct str face_title(struct act *a, struct id id)
{
	struct link_face face = { .masked = true };

	if (!id_is_set(id) || link_faces(a, &id, 1, &face) != OK || face.masked)
		return id_is_set(id) ? STR("…") : STR_NONE;
	return face.title;
}

/* Its name only for those who may see it: for others the name of the file, as the check. */
static struct str document_named(struct act *a, const struct check_source *s)
{
	struct link_face face = { .masked = true };
	bool seen = s->version && link_faces(a, &s->version->id, 1, &face) == OK &&
	            !face.masked;

	return seen ? row_title(s->version, a->actor->lang)
	            : row_text(s->check, PLC_FILE_NAME);
}

/* An answer counts only while it is bound to the file that was checked. */
static void place_of(struct act *a, const struct check_source *s, const struct row *part,
                     struct place *out)
{
	bool answered =
		part && (part->state == PLE_IS_ACCEPTED || part->state == PLE_IS_POINTED);

	if (!answered ||
	    !str_equal(row_text(part, PLE_VERSION_HASH), row_text(s->check, PLC_SHA256)))
		return;
	*out = (struct place){
		.located = true,
		.passage = row_text(part, PLE_PASSAGE),
		.heading = row_text(part, PLE_HEADING),
		.page = row_number(part, PLE_PAGE),
		.line = row_number(part, PLE_LINE),
		.document = document_named(a, s),
		.by = face_title(a, row_link(part, PLE_CONFIRMED_BY)),
		.at = row_instant(part, PLE_CONFIRMED_AT),
	};
}

/* Excused or inherited as a whole: every part says so. */
static void excuses_of(struct act *a, const struct row *const *parts, size_t count,
                       struct element_facts *out)
{
	int state = parts[0] ? parts[0]->state : PLE_IS_OPEN;

	for (size_t i = 1; i < count; i++)
		if (!parts[i] || parts[i]->state != state)
			return;
	if (state == PLE_IS_NOT_APPLICABLE) {
		out->not_applicable = row_text(parts[0], PLE_REASON);
		out->approver = face_title(a, row_link(parts[0], PLE_APPROVER));
	} else if (state == PLE_IS_INHERITED) {
		struct row *agreement = NULL;
		enum fail f = record_get(a, &agreement_type,
		                         row_link(parts[0], PLE_AGREEMENT), &agreement);

		out->agreement = face_title(a, row_link(parts[0], PLE_AGREEMENT));
		out->inherited_from = f == OK ? row_text(agreement, AGR_PARTY) : STR_NONE;
		if (out->inherited_from.n == 0)
			out->inherited_from = out->agreement;
	}
}

/* The version must be approved, and still hold the very file that was checked. */
static bool is_approved(struct act *a, const struct check_source *s)
{
	const struct row *v = s->version;

	return v && v->state == DOV_IS_APPROVED && row_filled(v, DOV_FILE) &&
	       str_equal(hash_text(a->arena, v->values[DOV_FILE].file.sha256),
	                 row_text(s->check, PLC_SHA256));
}

/* An erased version is there by its number only. */
static bool is_there(const struct check_source *s)
{
	return s->version && row_filled(s->version, DOV_FILE);
}

static struct container_facts container_of(struct act *a, const struct check_source *s)
{
	return (struct container_facts){
		.exists = is_there(s),
		.approved = is_approved(a, s),
		.document = document_named(a, s),
		.approved_on = s->version ? row_date(s->version, DOV_APPROVED_ON)
		                          : DATE_NONE,
	};
}

static int test_months(const struct check_records *r)
{
	int own = (int)row_number(r->plan, PLN_TEST_MONTHS), asked = r->pack->test_months;

	return own > 0 && (asked == 0 || own < asked) ? own : asked;
}

enum fail check_records_judge(struct act *a, const struct check_records *r,
                              struct judgement *out)
{
	const struct pack *p = r->pack;
	struct place *places = arena_get(a->arena, (p->part_count + 1) * sizeof(*places));
	struct element_facts *elements =
		arena_get(a->arena, (p->element_count + 1) * sizeof(*elements));
	struct container_facts *in =
		arena_get(a->arena, (p->container_count + 1) * sizeof(*in));
	struct plan_facts *facts = ARENA_NEW(a->arena, struct plan_facts);
	size_t at = 0;

	for (size_t i = 0; i < p->container_count; i++)
		in[i] = container_of(a, &r->sources[i]);
	for (size_t e = 0; e < p->element_count; e++) {
		size_t parts = p->elements[e].part_count;

		elements[e].places = &places[at];
		for (size_t i = 0; i < parts; i++)
			place_of(a, &r->sources[p->elements[e].container],
			         r->parts[at + i], &places[at + i]);
		excuses_of(a, &r->parts[at], parts, &elements[e]);
		at += parts;
	}
	*facts = (struct plan_facts){ .pack = p,
		                      .containers = in,
		                      .elements = elements,
		                      .tested_on = row_date(r->plan, PLN_TESTED_ON),
		                      .test_months = test_months(r),
		                      .today = act_today(a),
		                      .lang = a->actor->lang,
		                      .strict = r->strict };
	*out = judge_plan(a->arena, facts);
	return OK;
}

/* ---- counts on the check itself ---- */

static const char *result_of(const struct judgement *j)
{
	if (j->gap_count > 0)
		return "gaps";
	if (!j->gates[GATE_APPROVED].passed)
		return "draft";
	if (j->gates[GATE_TESTED].asked && !j->gates[GATE_TESTED].passed)
		return "untested";
	return "complete";
}

enum fail check_records_count(struct act *a, const struct check_records *r)
{
	struct change *c = change_new(a->arena, &plan_check_type);
	struct judgement j;
	enum fail f = check_records_judge(a, r, &j);

	if (f != OK)
		return f;
	change_number(c, PLC_MET, (int64_t)j.count[ELEMENT_MET]);
	change_number(c, PLC_PARTIAL, (int64_t)j.count[ELEMENT_PARTIAL]);
	change_number(c, PLC_MISSING, (int64_t)j.count[ELEMENT_MISSING]);
	change_number(c, PLC_OPEN, (int64_t)r->open_count);
	change_text(c, PLC_RESULT, str_of(result_of(&j)));
	change_text(c, PLC_READING, r->strict ? STR("strict") : STR("literal"));
	return record_set(a, &plan_check_type, r->check->id, c);
}

/* ---- the page ---- */

static enum fail read_packed(int fd, char *p, size_t bytes)
{
	size_t got = 0;
	ssize_t n = 0;

	if (!p)
		return fail_say(FAIL_MEMORY, "not enough memory for the text of the plan");
	while (got < bytes && (n = read(fd, p + got, bytes - got)) > 0)
		got += (size_t)n;
	return got == bytes ? OK : fail_say(FAIL_IO, "cannot read the text of the plan");
}

static enum fail load_text(struct act *a, const struct row *check,
                           struct document_text *out)
{
	size_t bytes = (size_t)check->values[PLC_TEXT].file.bytes;
	int fd = -1;
	enum fail f = file_open(a, check, PLC_TEXT, &fd);

	if (f != OK)
		return f;
	/* Packed it is gone at once: a page has no room for a long text twice. */
	struct arena *scratch = arena_new(bytes + LIMIT_PIECE_BYTES);
	char *p = scratch && bytes <= LIMIT_PACKED_TEXT
	                  ? arena_try(scratch, bytes + 1, 1)
	                  : NULL;
	f = read_packed(fd, p, bytes);
	(void)close(fd);
	if (f == OK)
		f = document_text_unpack(a->arena, (struct str){ p, bytes }, out);
	arena_free(scratch);
	return f;
}

size_t passage_like(const struct document_text *text, struct str words, struct str heading)
{
	size_t any = SIZE_MAX;

	for (size_t i = 0; i < text->count; i++) {
		if (!str_equal(text->at[i].text, words))
			continue;
		if (str_equal(text->at[i].heading, heading))
			return i;
		if (any == SIZE_MAX)
			any = i;
	}
	return any;
}

static void view_part(const struct check_view *v, const struct row *record,
                      const struct part_proposals *proposals, struct check_part *out)
{
	bool placed = record &&
	              (record->state == PLE_IS_ACCEPTED || record->state == PLE_IS_POINTED);

	*out = (struct check_part){ .part = proposals->part,
		                    .proposals = proposals,
		                    .record = record,
		                    .passage = SIZE_MAX };
	if (!record)
		return;
	out->answer = answer_of_state(record->state);
	out->carried = row_filled(record, PLE_CONFIRMED_AT) &&
	               record->state != PLE_IS_OPEN &&
	               row_instant(record, PLE_CONFIRMED_AT).us < v->check->created_at.us;
	if (placed)
		out->passage = passage_like(&v->text, row_text(record, PLE_PASSAGE),
		                            row_text(record, PLE_HEADING));
}

static void view_elements(struct act *a, const struct check_records *r,
                          struct check_view *v)
{
	size_t n = v->pack->element_count, at = 0;

	v->elements = arena_get(a->arena, (n + 1) * sizeof(*v->elements));
	for (size_t e = 0; e < n; e++) {
		struct check_element *to = &v->elements[e];
		size_t parts = v->pack->elements[e].part_count;

		to->element = &v->pack->elements[e];
		to->judged = &v->judgement.elements[e];
		to->parts = arena_get(a->arena, parts * sizeof(*to->parts));
		bool elsewhere = r->sources[to->element->container].check != r->check;
		for (size_t i = 0; i < parts; i++, at++) {
			view_part(v, r->parts[at], &v->proposals.elements[e].parts[i],
			          &to->parts[i]);
			to->parts[i].elsewhere = elsewhere;
			if (elsewhere)
				to->parts[i].passage = SIZE_MAX;
		}
	}
}

enum fail plan_check_view(struct act *a, const struct packs *packs, struct id check,
                          struct check_view *v)
{
	struct check_records r;
	struct answer findings;
	enum fail f = check_records_load(a, packs, check, &r);

	*v = (struct check_view){ .check = r.check,
		                  .plan = r.plan,
		                  .version = r.version,
		                  .pack = r.pack,
		                  .procedures = r.procedures,
		                  .open_count = r.open_count };
	if (f == OK)
		f = load_text(a, r.check, &v->text);
	if (f == OK)
		f = propose(a->arena, r.pack, &v->text, &v->proposals);
	if (f == OK)
		f = check_records_judge(a, &r, &v->judgement);
	if (f == OK)
		f = rows_of(a, &finding_type, FND_CHECK, check, &findings);
	if (f != OK)
		return f;
	v->finding = findings.count > 0 ? findings.rows[0] : NULL;
	view_elements(a, &r, v);
	return OK;
}
