/* rule_preview.c -- what a change of a retention rule would touch. */
#include "actions/rule_preview.h"

#include <inttypes.h>

#include "records/retention_rule.h"

static struct keeping terms_after(const struct row *rule, const struct change *c)
{
	struct keeping k = keeping_from(rule);

	if (c->given[RET_YEARS]) {
		k.for_ever = !c->values[RET_YEARS].filled;
		k.years = c->values[RET_YEARS].number;
	}
	if (c->given[RET_COUNTS_FROM])
		k.from_record = str_is(c->values[RET_COUNTS_FROM].text, "record");
	if (c->given[RET_AFTER])
		k.archive = str_is(c->values[RET_AFTER].text, "archive");
	return k;
}

bool rule_preview_wanted(const struct row *rule, const struct change *c)
{
	struct keeping was = keeping_from(rule), now = terms_after(rule, c);

	return keeping_differs(&was, &now);
}

struct str rule_terms(struct arena *a, const struct row *rule, const struct change *c)
{
	struct keeping k = terms_after(rule, c);

	return str_format(a, "%s %" PRId64 " %s", k.for_ever ? "ever" : "years",
	                  k.for_ever ? 0 : k.years,
	                  k.from_record ? k.archive ? "record archive" : "record destroy"
	                  : k.archive   ? "end archive"
	                                : "end destroy");
}

struct previewing {
	struct arena *arena;
	enum lang lang;
	struct rule_preview *to;
};

static enum fail add(struct act *a, void *arg, const struct touched *t)
{
	struct previewing *p = arg;
	struct rule_preview *to = p->to;

	(void)a;
	to->count[t->how]++;
	if (to->shown == PREVIEW_ROWS)
		return OK;
	to->rows[to->shown++] = (struct preview_row){
		.type = type_base(t->row->type),
		.code = row_code(p->arena, t->row),
		.title = str_copy(p->arena, row_title(t->row, p->lang)),
		.how = t->how,
		.was = t->was.due_on,
		.now = t->now.due_on,
	};
	return OK;
}

enum fail rule_preview(struct act *a, const struct row *rule, const struct change *c,
                       struct rule_preview *out)
{
	struct previewing p = { a->arena, a->actor->lang, out };
	struct keeping now = terms_after(rule, c);

	*out = (struct rule_preview){ .asked = rule_preview_wanted(rule, c) };
	return out->asked ? rule_change_each(a, rule, &now, add, &p) : OK;
}

const char *touch_name(enum touch how)
{
	static const char *const names[] = {
		[BECOMES_DUE] = "becomes_due",
		[DUE_NO_MORE] = "due_no_more",
		[DONE_OTHERWISE] = "done_otherwise",
	};

	return names[how];
}

static void put_day(struct json_out *j, struct arena *a, const char *name, struct date day)
{
	json_name(j, name);
	if (date_is_set(day))
		json_put_str(j, date_text(a, day));
	else
		json_put_null(j);
}

void rule_preview_put(struct json_out *j, struct arena *a, const struct rule_preview *p)
{
	json_open_object(j);
	for (int how = 0; how < TOUCH__COUNT; how++)
		json_pair_int(j, touch_name((enum touch)how), p->count[how]);
	json_name(j, "first");
	json_open_array(j);
	for (size_t i = 0; i < p->shown; i++) {
		const struct preview_row *r = &p->rows[i];
		json_open_object(j);
		json_pair_z(j, "type", r->type->name);
		json_pair_str(j, "code", r->code);
		json_pair_str(j, "title", r->title);
		json_pair_z(j, "what", touch_name(r->how));
		put_day(j, a, "was_due", r->was);
		put_day(j, a, "due", r->now);
		json_close_object(j);
	}
	json_close_array(j);
	json_close_object(j);
}
