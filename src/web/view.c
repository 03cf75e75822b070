/*
 * view.c -- saving the list that one sees as a view.
 *
 *     /plan/views?open=yes&sort=title     asks for its name; the address is what is saved
 */
#include "actions/view.h"
#include "records/list_view.h"
#include "web/form.h"
#include "web/record.h"
#include "web/web.h"

struct saving {
	struct visit *v;
	const struct record_type *t;
	struct row *saved;
	struct edit_view view;
};

static bool begin(struct saving *s, struct visit *v, struct request *q, struct response *r)
{
	*s = (struct saving){ .v = v };
	if (!visit_open(v, q, r))
		return false;
	s->t = visit_type(v, q->params[0]);
	if (!s->t)
		return false;
	if (visit_may_create(v, &list_view_type))
		return true;
	refuse_forbidden(&v->why, N_("none of your roles allows this"), NULL);
	visit_failed(v, FAIL_REFUSED);
	return false;
}

static struct str asked_for(const struct visit *v)
{
	size_t mark = str_find(v->q->target, STR("?"));

	return mark == SIZE_MAX ? STR("") : str_from(v->q->target, mark);
}

/* Sharing is offered to whoever has the right. */
static void add_sharing(struct visit *v, struct control *c)
{
	struct control_choice *choice = ARENA_NEW(v->arena, struct control_choice);

	*choice = (struct control_choice){
		.value = STR("yes"),
		.label = str_of(SAY(v, N_("Share with the organisation"))),
		.chosen = str_is(form_get(v, "shared"), "yes"),
	};
	*c = (struct control){ .name = STR("shared"),
		               .label = SAY(v, N_("Who sees it")),
		               .help = SAY(v, N_("Everybody sees its name; what it lists "
		                                 "stays what each may see.")),
		               .is_checks = true,
		               .described = STR("h-shared"),
		               .choices = { choice, 1 } };
}

static void show_form(struct saving *s)
{
	struct visit *v = s->v;
	struct control *controls = arena_get(v->arena, 2 * sizeof *controls);

	s->view.controls.at = controls;
	controls[s->view.controls.count++] = (struct control){
		.name = STR("title"),
		.label = SAY(v, N_("Name of the view")),
		.value = form_get(v, "title"),
		.is_line = true,
		.required = true,
		.error = v->why.count > 0
		                 ? tr_message(v->arena, v->lang, &v->why.at[0].why)
		                 : STR_NONE,
		.described = v->why.count > 0 ? STR("x-title") : STR_NONE,
	};
	if (access_somewhere(v->actor, "list_view.share", v->today))
		add_sharing(v, &controls[s->view.controls.count++]);
	s->view.title = visit_words(v, N_("Save a view: %1"), str_of(SAY(v, s->t->plural)));
	s->view.lede =
		str_of(SAY(v, N_("Filters, sort and columns are kept under a name.")));
	s->view.action = str_format(v->arena, "/%s/views%.*s", s->t->name,
	                            STR_ARG(asked_for(v)));
	s->view.back = str_format(v->arena, "/%s%.*s", s->t->name, STR_ARG(asked_for(v)));
	s->view.button = SAY(v, N_("Save this view"));
	s->view.csrf = visit_csrf(v);
	reasons_fill(v, &list_view_type, &s->view.reasons);
	if (v->why.count > 0)
		v->r->status = v->why.kind == REFUSAL_FORBIDDEN ? 403 : 422;
	visit_frame_at(v, &s->view.frame, s->view.title,
	               str_z(v->arena, str_format(v->arena, "/%s", s->t->name)));
	VISIT_SHOW(v, edit, &s->view);
}

void view_new_page(struct request *q, struct response *r)
{
	struct visit v;
	struct saving s;

	if (begin(&s, &v, q, r))
		show_form(&s);
}

/* A view that is saved again from a view holds all that both say. */
static enum fail save(struct act *a, void *arg)
{
	struct saving *s = arg;
	struct visit *v = s->v;
	struct view_asked asked;

	v->why = refusal_on(v->arena);
	enum fail f = view_asked(a, s->t, &v->q->query, &asked);
	if (f != OK)
		return f;
	const struct new_view made = { .type = s->t,
		                       .name = form_get(v, "title"),
		                       .address = &asked.address,
		                       .shared = str_is(form_get(v, "shared"), "yes") };
	return view_save(a, &made, &v->why, &s->saved);
}

void view_new_post(struct request *q, struct response *r)
{
	struct visit v;
	struct saving s;

	if (!begin(&s, &v, q, r))
		return;
	enum fail f = visit_write(&v, save, &s);
	if (f == OK)
		visit_go(&v,
		         str_format(v.arena, "/%s?view=%.*s", s.t->name,
		                    STR_ARG(row_code(v.arena, s.saved))),
		         "view");
	else if (f == FAIL_REFUSED)
		show_form(&s);
	else
		visit_failed(&v, f);
}
