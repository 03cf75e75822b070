/*
 * calendar.c -- somebody's calendar at its secret address: no sign-in, read by calendar
 * programs.  An address that is not known, or no more, is not found.
 */
#include "actions/calendar.h"

#include "web/visit.h"
#include "web/web.h"

#define ENDING ".ics"

struct calendar_get {
	const struct site *site;
	struct str text;
};

static enum fail load(struct act *a, void *arg)
{
	struct calendar_get *g = arg;

	return calendar_of(a, g->site, &g->text);
}

void calendar_get(struct request *q, struct response *r)
{
	struct visit v;
	struct actor *who;
	struct str name = q->params[0];

	visit_anyone(&v, q, r);
	struct calendar_get g = { .site = v.site };
	enum fail f = str_ends(name, ENDING) ? OK : FAIL_NOT_FOUND;
	if (f == OK)
		f = actor_of_calendar(v.site->store, v.arena,
		                      str_cut(name, name.n - strlen(ENDING)), &who);
	if (f == OK)
		f = store_read(v.site->store, who, v.arena, load, &g);
	if (f == OK && g.text.n == 0)
		f = fail_say(FAIL_FULL, "a calendar is too large");
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	visit_headers(&v);
	r->status = 200;
	r->media = "text/calendar; charset=utf-8";
	r->body = g.text;
	response_header(r, "cache-control", STR("private, no-store"));
	response_header(r, "x-content-type-options", STR("nosniff"));
	response_header(r, "content-disposition",
	                STR("attachment; filename=\"wardroom.ics\""));
}
