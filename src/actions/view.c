/* view.c -- saved views of lists: opening one, saving one, which there are. */
#include "actions/view.h"

#include "actions/list.h"
#include "base/limits.h"
#include "records/list_view.h"

/* ---- opening one ---- */
/* Where somebody is in a list is no part of what it asks for. */
static bool is_kept(struct str name)
{
	static const char *const passing[] = { "view", "page", "after", "said", "lang",
		                               "count", "bin" };

	for (size_t i = 0; i < COUNT(passing); i++)
		if (str_is(name, passing[i]))
			return false;
	return true;
}

static bool is_column(const struct record_type *t, struct str name)
{
	return str_is(name, "owner") || (str_is(name, "state") && t->states.count > 0) ||
	       field_find(t, name) >= 0;
}

/* Whether one part of a view still means something. */
static bool is_there(struct act *a, const struct record_type *t, const struct pair *p)
{
	struct refusal why = refusal_on(a->arena);
	struct pair one = *p;
	struct query q;

	if (str_is(p->name, "columns"))
		return is_column(t, p->value);
	return list_asked(a, t, &(const struct pairs){ &one, 1 }, &why, &q) == OK;
}

static bool is_named(const struct pairs *address, struct str name)
{
	for (size_t i = 0; i < address->count; i++)
		if (str_equal(address->at[i].name, name))
			return true;
	return false;
}

static void name_gone(struct act *a, struct view_asked *out, const struct pair *p)
{
	struct str name = str_is(p->name, "columns") || str_is(p->name, "sort") ? p->value
	                                                                        : p->name;

	name = str_printable(a->arena, name);
	out->gone = out->gone.n > 0 ? str_format(a->arena, "%.*s, %.*s", STR_ARG(out->gone),
	                                         STR_ARG(name))
	                            : name;
}

static enum fail find_view(struct act *a, const struct record_type *t, struct str code,
                           struct row **out)
{
	enum fail f = record_by_code(a, code, out);

	if (f == OK && (!type_is((*out)->type, &list_view_type) ||
	                !str_is(row_text(*out, LVW_OF), t->name)))
		return FAIL_NOT_FOUND;
	return f;
}

enum fail view_asked(struct act *a, const struct record_type *t,
                     const struct pairs *address, struct view_asked *out)
{
	struct str code = pairs_get(address, "view");
	struct pairs saved = { 0 };
	struct row *view;

	*out = (struct view_asked){ .address = *address };
	if (code.n == 0)
		return OK;
	enum fail f = find_view(a, t, code, &view);
	if (f != OK)
		return f;
	if (!form_parse(a->arena, row_text(view, LVW_ADDRESS), &saved))
		saved.count = 0;
	struct pair *at =
		ARENA_TRY(a->arena, struct pair, address->count + saved.count + 1);
	if (!at)
		return FAIL_MEMORY;
	out->row = view;
	out->address = (struct pairs){ at, 0 };
	for (size_t i = 0; i < saved.count; i++) {
		const struct pair *p = &saved.at[i];

		if (is_named(address, p->name) || !is_kept(p->name) || p->value.n == 0)
			continue;
		if (is_there(a, t, p))
			at[out->address.count++] = *p;
		else
			name_gone(a, out, p);
	}
	for (size_t i = 0; i < address->count; i++)
		at[out->address.count++] = address->at[i];
	return OK;
}

/* ---- which there are ---- */
enum fail views_of(struct act *a, const struct record_type *t, struct answer *out)
{
	const struct filter filter = {
		.field = LVW_OF,
		.op = IS,
		.value = { .filled = true, .text = str_of(t->name) },
	};
	const struct query q = { .type = &list_view_type,
		                 .filters = &filter,
		                 .filter_count = 1,
		                 .sort = LVW_TITLE,
		                 .limit = VIEWS_SHOWN };

	return record_list(a, &q, out);
}

enum fail views_everywhere(struct act *a, struct answer *out)
{
	const struct query q = { .type = &list_view_type,
		                 .sort = LVW_TITLE,
		                 .limit = VIEWS_IN_NAVIGATION };

	return record_list(a, &q, out);
}

struct str view_href(struct arena *a, const struct row *view)
{
	return str_format(a, "/%.*s?view=%.*s", STR_ARG(row_text(view, LVW_OF)),
	                  STR_ARG(row_code(a, view)));
}

/* ---- saving one ---- */
static struct str address_text(struct act *a, const struct pairs *address)
{
	struct text t = text_on(a->arena, LIMIT_TARGET_BYTES);

	for (size_t i = 0; i < address->count; i++) {
		const struct pair *p = &address->at[i];

		if (!is_kept(p->name) || p->value.n == 0)
			continue;
		text_addf(&t, "%s%.*s=%.*s", t.n > 0 ? "&" : "",
		          STR_ARG(percent_encode(a->arena, p->name)),
		          STR_ARG(percent_encode(a->arena, p->value)));
	}
	return text_str(&t);
}

enum fail view_save(struct act *a, const struct new_view *in, struct refusal *why,
                    struct row **out)
{
	struct change *c = change_new(a->arena, &list_view_type);

	change_text(c, LVW_TITLE, str_trim(in->name));
	change_text(c, LVW_OF, str_of(in->type->name));
	change_text(c, LVW_ADDRESS, address_text(a, in->address));
	enum fail f = record_create(a, &list_view_type, c, why, out);
	if (f != OK || !in->shared)
		return f;
	f = record_step(a, &list_view_type, (*out)->id, 0,
	                step_find(&list_view_type, STR("share")), NULL, why, out);
	return f;
}
