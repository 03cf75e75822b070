/* mails.c -- for whoever runs the installation: what became of each mail, and trying it
 * out.
 */
#include "actions/notices.h"
#include "store/sendings.h"
#include "web/record.h"
#include "web/web.h"

#define SHOWN 100
#define RIGHT "installation.settings"

struct mails_page {
	bool only_open;
	struct sending *all;
	size_t count;
};

static enum fail load(struct act *a, void *arg)
{
	struct mails_page *p = arg;

	if (!access_installation(a->actor, RIGHT, a->today, NULL))
		return FAIL_NOT_FOUND;
	return sending_list(a, p->only_open, SHOWN, &p->all, &p->count);
}

static const char *kind_label(enum sending_kind k)
{
	static const char *const labels[SENDING_KIND__COUNT] = {
		[SENDING_DIGEST] = N_("The day's mail"),
		[SENDING_AT_ONCE] = N_("At once"),
		[SENDING_TEST] = N_("A test"),
	};

	return labels[k];
}

static struct mail_line line_of(struct visit *v, const struct sending *s)
{
	bool waits = s->state == SENDING_QUEUED && s->attempts > 0;

	return (struct mail_line){
		.made = visit_instant(v, s->made_at),
		.address = s->address,
		.answer = s->answer,
		.attempts = str_format(v->arena, "%lld", (long long)s->attempts),
		.next = waits ? visit_words(v, N_("Again at %1."),
		                            visit_instant(v, s->next_at))
		              : STR_NONE,
		.state = SAY(v, sending_state_label(s->state)),
		.kind = SAY(v, kind_label(s->kind)),
		.failed = waits || s->state >= SENDING_REFUSED,
	};
}

static void show(struct visit *v)
{
	struct mails_page p = { .only_open = str_is(query_get(v, "show"), "open") };
	struct mails_view view = { .sends_mail = v->site->sends_mail,
		                   .only_open = p.only_open };
	enum fail f = visit_read(v, load, &p);

	if (f == OK) {
		view.mails.at = ARENA_TRY(v->arena, struct mail_line, p.count + 1);
		f = view.mails.at ? OK : fail_say(FAIL_MEMORY, "no memory for the mails");
	}
	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	for (size_t i = 0; i < p.count; i++)
		view.mails.at[view.mails.count++] = line_of(v, &p.all[i]);
	view.csrf = visit_csrf(v);
	reasons_fill(v, NULL, &view.reasons);
	if (v->why.count > 0)
		v->r->status = 422;
	visit_frame_at(v, &view.frame, str_of(SAY(v, N_("Mail"))), "/admin");
	VISIT_SHOW(v, mails, &view);
}

void mails_page(struct request *q, struct response *r)
{
	struct visit v;

	if (visit_open(&v, q, r))
		show(&v);
}

static enum fail try_it(struct act *a, void *arg)
{
	struct visit *v = arg;
	struct id id;

	v->why.count = 0;
	if (!access_installation(a->actor, RIGHT, a->today, NULL))
		return FAIL_NOT_FOUND;
	return notices_test_mail(a, v->site, &v->why, &id);
}

void mails_post(struct request *q, struct response *r)
{
	struct visit v;

	if (!visit_open(&v, q, r))
		return;
	enum fail f = visit_write(&v, try_it, &v);
	if (f == OK)
		visit_go(&v, STR("/admin/mail"), "mail");
	else if (f == FAIL_REFUSED)
		show(&v);
	else
		visit_failed(&v, f);
}
