/*
 * settings.c -- an organisation's settings over the API.
 *
 *     GET /settings    PATCH /settings/plan.reading { "value": "strict", "reason": "..." }
 */
#include "actions/settings.h"

#include "api/call.h"
#include "api/problem.h"
#include "api/records.h"

static enum fail list(struct act *a, struct call *c)
{
	struct setting_state all[SET__COUNT];
	enum fail f = settings_read(a, all);

	if (f != OK)
		return f;
	json_open_object(&c->json);
	json_name(&c->json, "items");
	json_open_array(&c->json);
	for (size_t i = 0; i < SET__COUNT; i++)
		setting_put(&c->json, c->arena, c->lang, &all[i]);
	json_close_array(&c->json);
	json_close_object(&c->json);
	return OK;
}

void api_settings(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r))
		call_answer(&c, call_read(&c, list));
}

static enum fail choose(struct act *a, struct call *c)
{
	struct setting_state all[SET__COUNT];
	const struct setting *s = setting_find(c->q->params[0]);
	enum fail f = settings_may_be_read(a->actor, a->today) && s ? OK : FAIL_NOT_FOUND;

	if (f == OK)
		f = setting_choose(a, s, json_string(c->body, "value"),
		                   json_string(c->body, "reason"), &c->why);
	if (f == OK)
		f = settings_read(a, all);
	if (f == OK)
		setting_put(&c->json, c->arena, c->lang, &all[s - settings]);
	return f;
}

void api_setting_choose(struct request *q, struct response *r)
{
	struct call c;

	if (!call_open(&c, q, r) || !call_body(&c))
		return;
	if (!c.body)
		problem(&c, 400, "not-json", N_("The body must be a JSON object."),
		        STR_NONE);
	else
		call_answer(&c, call_write(&c, choose));
}
