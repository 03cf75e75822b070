/*
 * kept.c -- a form that was sent when its session had ended: what was typed goes with the
 * sign-in and comes back after it, to be sent once more by the person who sees it.
 *
 *     form sent -> sign-in page, typed text in hidden fields -> signed in -> "Send it" ->
 * the form's own address, as if nothing had been between
 *
 * Only a form of our own is kept: its token is bound to the cookie that came with it,
 * though the session of that cookie is over.  Files are not kept; the form asks for them
 * again.
 */
#include "web/kept.h"

#include "web/web.h"

#define PREFIX "kept."

bool kept_is_ours(const struct visit *v)
{
	struct str cookie = visit_cookie(v);

	return v->q->method == POST && v->q->form.count > 1 && cookie.n > 0 &&
	       csrf_valid(cookie, form_get(v, "_csrf"));
}

static bool is_kept(struct str name)
{
	return str_starts(name, PREFIX);
}

static struct kept_field *room(struct visit *v)
{
	return ARENA_TRY(v->arena, struct kept_field, v->q->form.count + 1);
}

bool kept_of_form(struct visit *v, struct kept *out)
{
	const struct pairs *form = &v->q->form;

	*out = (struct kept){ .at = room(v) };
	for (size_t i = 0; out->at && i < form->count; i++)
		if (!str_is(form->at[i].name, "_csrf"))
			out->at[out->count++] = (struct kept_field){
				str_format(v->arena, PREFIX "%.*s",
				           STR_ARG(form->at[i].name)),
				form->at[i].value,
			};
	return out->at != NULL;
}

bool kept_of_sign_in(struct visit *v, bool bare, struct kept *out)
{
	const struct pairs *form = &v->q->form;
	size_t skip = bare ? strlen(PREFIX) : 0;

	*out = (struct kept){ .at = room(v) };
	for (size_t i = 0; out->at && i < form->count; i++)
		if (is_kept(form->at[i].name))
			out->at[out->count++] =
				(struct kept_field){ str_from(form->at[i].name, skip),
				                     form->at[i].value };
	return out->at != NULL;
}

/* Sentences, not the codes of choices. */
static bool worth_reading(const struct kept_field *k)
{
	return k->name.n > 0 && k->name.p[0] != '_' &&
	       str_find(k->value, STR(" ")) != SIZE_MAX;
}

void kept_show(struct visit *v, const struct kept *kept, struct str session_secret)
{
	struct again_view view = {
		.action = own_place(form_get(v, "next"), "/"),
		.kept = *kept,
		.csrf = { csrf_token(v->arena, session_secret) },
		.texts.at = ARENA_TRY(v->arena, struct kept_field, kept->count + 1),
	};

	for (size_t i = 0; view.texts.at && i < kept->count; i++)
		if (worth_reading(&kept->at[i]))
			view.texts.at[view.texts.count++] = kept->at[i];
	visit_frame(v, &view.frame, str_of(SAY(v, N_("You are signed in again"))));
	VISIT_SHOW(v, again, &view);
}
