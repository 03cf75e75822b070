/* plan_intake.c -- a plan's file onto the record: plan, document, version, check. */
#include "actions/plan_intake.h"

#include "base/arena.h"
#include "records/document.h"
#include "records/document_version.h"
#include "records/linked.h"
#include "records/plan.h"
#include "records/plan_check.h"

static struct str title_of(const struct act *a, const struct plan_intake *in)
{
	struct str name = in->file.name;

	if (in->title.n > 0)
		return in->title;
	for (size_t i = name.n; i > 1; i--)
		if (name.p[i - 1] == '.')
			return str_cut(name, i - 1);
	return name.n > 0 ? name : str_of(tr(a->actor->lang, N_("Plan")));
}

static void set_title(struct change *c, const struct record_type *t, struct str title)
{
	enum field_type kind = t->fields.at[0].type;

	if (kind == T_BILINE || kind == T_BITEXT)
		change_bilingual(c, 0, title, STR(""));
	else
		change_text(c, 0, title);
}

static enum fail find_or_make_plan(struct act *a, const struct plan_intake *in,
                                   struct refusal *why, struct row **out)
{
	if (id_is_set(in->plan))
		return record_get(a, &plan_type, in->plan, out);
	struct change *c = change_new(a->arena, &plan_type);
	set_title(c, &plan_type, title_of(a, in));
	if (plan_type.fields.at[PLN_KIND].choices.count > 0)
		change_text(c, PLN_KIND,
		            str_of(plan_type.fields.at[PLN_KIND].choices.at[0].name));
	change_text(c, PLN_PACK, in->pack->id);
	return record_create(a, &plan_type, c, why, out);
}

static enum fail make_document(struct act *a, struct refusal *why, struct row *plan,
                               struct id *out)
{
	struct change *c = change_new(a->arena, &document_type);
	struct row *made;

	set_title(c, &document_type, row_title(plan, LANG_EN));
	change_text(c, DOC_KIND, STR("plan"));
	enum fail f = place_beside(a, c, plan);
	if (f == OK)
		f = record_create(a, &document_type, c, why, &made);
	if (f != OK)
		return f;
	*out = made->id;
	c = change_new(a->arena, &plan_type);
	change_link(c, PLN_DOCUMENT, made->id);
	return record_change(a, &plan_type, plan->id, 0, c, why, &made);
}

static enum fail next_number(struct act *a, struct id document, int64_t *out)
{
	struct filter of = {
		.field = DOV_DOCUMENT,
		.op = LINKS_TO,
		.value = { .filled = true, .links = &document, .link_count = 1 }
	};
	struct query q = { .type = &document_version_type,
		           .filters = &of,
		           .filter_count = 1 };
	enum fail f = record_count(a, &q, out);

	*out += 1;
	return f;
}

static enum fail make_version(struct act *a, const struct plan_intake *in,
                              struct refusal *why, struct row *plan, struct row **out)
{
	struct id document = row_link(plan, PLN_DOCUMENT);
	struct change *c = change_new(a->arena, &document_version_type);
	enum lang lang = a->actor->lang;
	int64_t number = 1;
	enum fail f = id_is_set(document) ? OK : make_document(a, why, plan, &document);

	if (f == OK)
		f = next_number(a, document, &number);
	if (f != OK)
		return f;
	struct str text = str_format(a->arena, "%lld", (long long)number);
	struct message title = MESSAGE2(N_("%1, version %2"), row_title(plan, lang), text);
	set_title(c, &document_version_type, tr_message(a->arena, lang, &title));
	change_link(c, DOV_DOCUMENT, document);
	if (document_version_type.fields.at[DOV_NUMBER].type == T_NUMBER)
		change_number(c, DOV_NUMBER, number);
	else
		change_text(c, DOV_NUMBER, text);
	change_file(c, DOV_FILE, in->file);
	return record_create(a, &document_version_type, c, why, out);
}

enum fail plan_intake_write(struct act *a, const struct plan_intake *in,
                            struct refusal *why, struct row **check)
{
	struct row *plan, *version = NULL;
	struct id of = in->version;
	enum fail f = find_or_make_plan(a, in, why, &plan);

	if (f == OK && !id_is_set(of)) {
		f = make_version(a, in, why, plan, &version);
		of = f == OK ? version->id : of;
	}
	if (f != OK)
		return f;
	struct plan_check_order order = { .pack = in->pack,
		                          .plan = plan->id,
		                          .version = of,
		                          .text = in->text,
		                          .kept = in->kept };
	return plan_check_start(a, &order, why, check);
}
