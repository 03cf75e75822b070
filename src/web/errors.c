/*
 * errors.c -- the page for what could not be done, with the request's id.
 *
 * What may not be seen and what does not exist look the same.
 */
#include "base/log.h"
#include "web/record.h"
#include "web/web.h"

static void show_message(struct visit *v, int status, struct message_view *m)
{
	v->r->status = status;
	m->request_id = v->q->id;
	visit_frame(v, &m->frame, m->title);
	VISIT_SHOW(v, message, m);
}

void visit_error(struct visit *v, int status, struct str title, struct str text)
{
	struct message_view m = { .title = title, .text = text };

	m.more_href = STR("/");
	m.more = SAY(v, N_("Go to the first page"));
	show_message(v, status, &m);
}

static const struct {
	int status;
	const char *title;
	const char *text;
} pages[] = {
	{ 400, N_("The request could not be read"),
	  N_("Load the page again and repeat it.") },
	{ 403, N_("You may not do this"),
	  N_("Your roles do not grant it. Nothing was changed.") },
	{ 404, N_("Nothing is here"),
	  N_("There is no such page or record, or you may not see it.") },
	{ 405, N_("This cannot be done at this address"),
	  N_("Go back and use the buttons.") },
	{ 409, N_("Somebody changed it since"),
	  N_("Load the page again and repeat your change.") },
	{ 413, N_("This is too large"), N_("A file may have up to 50 MB.") },
	{ 415, N_("This cannot be read in the form in which it was sent"),
	  N_("Go back and use the buttons.") },
	{ 503, N_("Too busy"), N_("Nothing was changed. Try again in a moment.") },
	{ 507, N_("The disk is full"),
	  N_("Nothing was changed. Whoever runs this installation must make room.") },
	{ 500, N_("Something went wrong on our side"),
	  N_("Nothing was changed. The error is in the log.") },
};

static void show_status(struct visit *v, int status)
{
	size_t at = COUNT(pages) - 1;

	for (size_t i = 0; i < COUNT(pages); i++)
		if (pages[i].status == status)
			at = i;
	visit_error(v, status, str_of(SAY(v, pages[at].title)),
	            str_of(SAY(v, pages[at].text)));
}

static int status_of(enum fail f)
{
	switch (f) {
	case FAIL_NOT_FOUND: return 404;
	case FAIL_STALE: return 409;
	case FAIL_BUSY:
	case FAIL_CANCELLED:
	case FAIL_MEMORY: return 503;
	case FAIL_FULL: return 507;
	case FAIL_DENIED: return 403;
	case FAIL_FORMAT: return 400;
	default: return 500;
	}
}

static void show_refused(struct visit *v)
{
	struct message_view m = { .title = str_of(SAY(v, N_("This was not done"))) };
	int status = v->why.kind == REFUSAL_FORBIDDEN  ? 403
	             : v->why.kind == REFUSAL_CONFLICT ? 409
	                                               : 422;

	reasons_fill(v, NULL, &m.reasons);
	m.reasons.title = SAY(v, N_("Why"));
	m.more_href = own_place(request_header(v->q, "x-from"), "/");
	m.more = SAY(v, N_("Go to the first page"));
	show_message(v, status, &m);
}

/* The one failure after which it is not known that nothing was changed. */
static void show_unsure(struct visit *v)
{
	log_event(LOG_ERROR, "page.unsure", LOG_STR("request", v->q->id),
	          LOG_STR("path", v->q->path), LOG_END);
	visit_error(v, 503, str_of(SAY(v, N_("Perhaps saved, perhaps not"))),
	            str_of(SAY(v,
	                       N_("The database went away before it said whether this was "
	                          "kept. Look whether it is there before you do it "
	                          "again."))));
}

void visit_failed(struct visit *v, enum fail f)
{
	if ((f == FAIL_REFUSED || f == FAIL_FORMAT) && v->why.count > 0) {
		show_refused(v);
		return;
	}
	if (f == FAIL_UNSURE) {
		show_unsure(v);
		return;
	}
	int status = status_of(f == FAIL_REFUSED ? FAIL_DENIED : f);
	if (status >= 500 || f == FAIL_DENIED || (f == FAIL_REFUSED && v->why.count == 0))
		log_event(LOG_ERROR, "page.failed", LOG_STR("request", v->q->id),
		          LOG_STR("path", v->q->path), LOG_Z("fail", fail_name(f)),
		          LOG_Z("said", fail_message()), LOG_END);
	show_status(v, status);
}

void web_error(struct request *q, struct response *r, int status)
{
	struct visit v;

	visit_anyone(&v, q, r);
	show_status(&v, status);
}
