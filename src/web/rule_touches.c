/* rule_touches.c -- what a changed retention rule would touch, shown before it is saved. */
#include "web/rule_touches.h"

#include "actions/rule_preview.h"
#include "records/retention_rule.h"

bool rule_touches_unseen(struct visit *v, struct arena *a, const struct row *before,
                         const struct change *c)
{
	return before && type_is(before->type, &retention_rule_type) &&
	       rule_preview_wanted(before, c) &&
	       !str_equal(form_get(v, "seen_"), rule_terms(a, before, c));
}

static struct str say_count(struct visit *v, enum touch how, int64_t count)
{
	struct message m = { .args = { str_format(v->arena, "%lld", (long long)count) } };

	switch (how) {
	case BECOMES_DUE:
		m.id = trn(v->lang, "%1 record becomes due for disposal.",
		           "%1 records become due for disposal.", count);
		break;
	case DUE_NO_MORE:
		m.id = trn(v->lang, "%1 record is due no more.",
		           "%1 records are due no more.", count);
		break;
	default:
		m.id = trn(v->lang, "With %1 record that is due something else is done.",
		           "With %1 records that are due something else is done.", count);
		break;
	}
	return message_fill(v->arena, m.id, &m);
}

static const char *what_changes(enum touch how)
{
	return how == BECOMES_DUE ? N_("becomes due")
	       : how == DUE_NO_MORE ? N_("is due no more")
	                            : N_("something else is done with it");
}

static struct str day(struct visit *v, struct date d)
{
	return date_is_set(d) ? date_text(v->arena, d) : STR("");
}

static void fill_row(struct visit *v, const struct preview_row *r, struct rule_touch *to)
{
	*to = (struct rule_touch){
		.code = r->code,
		.href = str_format(v->arena, "/%s/%.*s", r->type->name, STR_ARG(r->code)),
		.title = r->title.n > 0 ? r->title : r->code,
		.kind = SAY(v, r->type->label),
		.what = SAY(v, what_changes(r->how)),
		.was = day(v, r->was),
		.now = day(v, r->now),
	};
}

enum fail rule_touches_fill(struct visit *v, struct act *a, const struct row *before,
                            const struct change *c, struct rule_touches *out)
{
	struct rule_preview p;
	enum fail f = rule_preview(a, before, c, &p);

	if (f != OK)
		return f;
	*out = (struct rule_touches){ .asked = p.asked,
		                      .seen = rule_terms(v->arena, before, c) };
	out->counts.at = ARENA_TRY(v->arena, struct shown_text, TOUCH__COUNT);
	out->first.at = ARENA_TRY(v->arena, struct rule_touch, PREVIEW_ROWS);
	if (!out->counts.at || !out->first.at)
		return FAIL_MEMORY;
	for (int how = 0; how < TOUCH__COUNT; how++)
		if (p.count[how] > 0)
			out->counts.at[out->counts.count++] = (struct shown_text){
				say_count(v, (enum touch)how, p.count[how])
			};
	for (size_t i = 0; i < p.shown; i++)
		fill_row(v, &p.rows[i], &out->first.at[out->first.count++]);
	return OK;
}
