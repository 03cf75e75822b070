/*
 * api_page.c -- the interface for programs, as a page that a person can read.
 *
 * Made from the same tables as the interface and its description (api/openapi.c).
 */
#include "model/describe.h"
#include "web/visit.h"
#include "web/web.h"

struct known_problem {
	const char *id;
	const char *status;
	const char *meaning;
};

/* Called as the answers call them: "/api#problem-not-found". */
static const struct known_problem problems[] = {
	{ "problem-unreadable", "400", N_("The request could not be read.") },
	{ "problem-not-json", "400", N_("The body is not JSON that can be read.") },
	{ "problem-no-file", "400", N_("One file is expected in this form.") },
	{ "problem-idempotency-key", "400",
	  N_("The Idempotency-Key cannot be read.") },
	{ "problem-signed-out", "401", N_("Sign in, or send a token.") },
	{ "problem-forbidden", "403", N_("You may not do this.") },
	{ "problem-denied", "403", N_("This is not allowed here.") },
	{ "problem-csrf", "403", N_("The request does not carry the session's token.") },
	{ "problem-not-found", "404", N_("There is nothing here that you may see.") },
	{ "problem-no-such-type", "404", N_("There is no such type of record.") },
	{ "problem-no-such-address", "404", N_("Nothing answers at this address.") },
	{ "problem-no-such-method", "405", N_("This cannot be done at this address.") },
	{ "problem-conflict", "409", N_("The record is not in a state for this.") },
	{ "problem-in-progress", "409",
	  N_("The same request is still being answered. Try again later.") },
	{ "problem-answer-erased", "410",
	  N_("This was done. Its answer was destroyed with a record.") },
	{ "problem-changed-since", "412",
	  N_("Somebody has changed it since you read it.") },
	{ "problem-too-large", "413", N_("This is too large.") },
	{ "problem-media-type", "415",
	  N_("The body is of a kind that is not read here.") },
	{ "problem-refused", "422", N_("Something is missing or cannot be so.") },
	{ "problem-idempotency-key-used", "422",
	  N_("This Idempotency-Key was used for another request.") },
	{ "problem-version-required", "428",
	  N_("Say which version you saw: send If-Match.") },
	{ "problem-failed", "500", N_("This could not be done.") },
	{ "problem-busy", "503", N_("Too much is going on just now. Try again.") },
	{ "problem-full", "507", N_("There is no room left for this.") },
};

static void fill_problems(struct visit *v, struct api_view *view)
{
	view->problems.at =
		arena_get(v->arena, COUNT(problems) * sizeof *view->problems.at);
	for (size_t i = 0; i < COUNT(problems); i++)
		view->problems.at[view->problems.count++] =
			(struct api_problem){ str_of(problems[i].id),
			                      str_of(problems[i].status),
			                      tr(v->lang, problems[i].meaning) };
}

static struct str needs_of(struct visit *v, const struct record_type *t,
                           const struct step *step)
{
	struct text out = text_on(v->arena, 4096);

	for (size_t i = 0; i < t->fields.count; i++) {
		if (!(step->needs & BIT(i)))
			continue;
		text_addz(&out, out.n > 0 ? ", " : "");
		text_addz(&out, t->fields.at[i].name);
	}
	return text_str(&out);
}

static void fill_type(struct visit *v, const struct record_type *t, struct api_type *out)
{
	*out = (struct api_type){ .name = t->name,
		                  .plural = SAY(v, t->plural),
		                  .help = t->help ? SAY(v, t->help) : "" };
	out->fields.at =
		arena_get(v->arena, (t->fields.count + 1) * sizeof *out->fields.at);
	for (size_t i = 0; i < t->fields.count; i++) {
		const struct field *f = &t->fields.at[i];

		if (!f->retired)
			out->fields.at[out->fields.count++] = (struct api_field){
				f->name, SAY(v, field_type_label(f->type)), SAY(v, f->label)
			};
	}
	out->steps.at = arena_get(v->arena, (t->steps.count + 1) * sizeof *out->steps.at);
	for (size_t i = 0; i < t->steps.count; i++) {
		const struct step *s = &t->steps.at[i];

		if (!s->by_clock)
			out->steps.at[out->steps.count++] =
				(struct api_step){ s->name, SAY(v, s->label),
				                   needs_of(v, t, s) };
	}
}

void api_page(struct request *q, struct response *r)
{
	struct api_view view = { 0 };
	struct visit v;

	if (!visit_open(&v, q, r))
		return;
	const struct registry *types = visit_types(&v);

	fill_problems(&v, &view);
	view.types.at = arena_get(v.arena, (types->count + 1) * sizeof *view.types.at);
	for (size_t i = 0; i < types->count; i++)
		if (visit_may_read(&v, types->at[i]))
			fill_type(&v, types->at[i], &view.types.at[view.types.count++]);
	visit_frame_at(&v, &view.frame, str_of(SAY(&v, N_("The interface for programs"))),
	               "/api");
	VISIT_SHOW(&v, api, &view);
}
