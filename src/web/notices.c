/*
 * notices.c -- one's own notices: the list, what is read, how one is told, and the mails
 * that carried them.
 */
#include "actions/notices_people.h"
#include "documents/notice_words.h"
#include "store/sendings.h"
#include "web/record.h"
#include "web/web.h"

#define ON_A_PAGE 50
#define MAILS_SHOWN 10

struct notices_page {
	struct visit *v;
	struct notice_query query;
	struct notice_reader reader;
	struct notice_row *rows;
	size_t count;
	bool more;
	int64_t unread;
	struct notice_choice choice;
	struct str address;
	struct sending *mails;
	size_t mail_count;
};

static enum fail load(struct act *a, void *arg)
{
	struct notices_page *p = arg;

	p->reader = (struct notice_reader){ p->v->lang, a->zone, a->today, a->now };
	enum fail f = notice_list(a, &p->query, &p->rows, &p->count, &p->more);
	if (f == OK)
		f = notice_unread(a, &p->unread);
	if (f == OK)
		f = notice_choice_get(a, a->actor->person, &p->choice);
	if (f == OK)
		f = person_address(a, a->actor->person, &p->address);
	return f == OK ? sending_list_own(a, MAILS_SHOWN, &p->mails, &p->mail_count) : f;
}

/* ---- shown ---- */

static struct str state_of(const struct notices_page *p, const struct notice_row *n)
{
	struct visit *v = p->v;

	if (instant_is_set(n->settled_at))
		return str_of(SAY(v, N_("Settled")));
	if (notice_group_of(&p->reader, n) == GROUP_OVERDUE)
		return str_of(SAY(v, N_("Overdue")));
	return str_of(instant_is_set(n->read_at) ? SAY(v, N_("Read")) : SAY(v, N_("New")));
}

static struct shown_notice line_of(const struct notices_page *p, const struct notice_row *n)
{
	struct arena *a = p->v->arena;
	bool over = instant_is_set(n->settled_at);

	return (struct shown_notice){
		.id = id_text(a, n->id),
		.href = notice_path(a, n),
		.title = notice_title(a, &p->reader, n),
		.text = notice_text(a, &p->reader, n),
		.made = visit_instant(p->v, n->made_at),
		.state = state_of(p, n),
		.kind = SAY(p->v, notice_kinds[n->is.kind].label),
		.late = !over && notice_group_of(&p->reader, n) == GROUP_OVERDUE,
		.unread = !over && !instant_is_set(n->read_at),
	};
}

static bool fill_list(struct notices_page *p, struct notices_view *view)
{
	struct arena *a = p->v->arena;
	const struct notice_query *q = &p->query;

	view->notices.at = ARENA_TRY(a, struct shown_notice, p->count + 1);
	for (size_t i = 0; view->notices.at && i < p->count; i++)
		view->notices.at[view->notices.count++] = line_of(p, &p->rows[i]);
	if (p->more)
		view->next_href = str_format(
			a, "/notices?show=%s&kind=%s&after=%.*s", q->unread ? "" : "all",
			q->only < NOTICE__COUNT ? notice_kinds[q->only].name : "",
			STR_ARG(id_text(a, p->rows[p->count - 1].id)));
	return view->notices.at != NULL;
}

static bool fill_kinds(struct notices_page *p, struct notices_view *view)
{
	struct arena *a = p->v->arena;

	view->kinds.at = ARENA_TRY(a, struct notice_kind_choice, NOTICE__COUNT);
	view->filter.at = ARENA_TRY(a, struct notice_kind_choice, NOTICE__COUNT);
	view->hours.at = ARENA_TRY(a, struct notice_hour, 24);
	if (!view->kinds.at || !view->filter.at || !view->hours.at)
		return false;
	for (int i = 0; i < NOTICE__COUNT; i++) {
		struct notice_kind_choice k = { .name = notice_kinds[i].name,
			                        .label = SAY(p->v, notice_kinds[i].label),
			                        .chosen = p->choice.kinds & BIT(i) };

		view->kinds.at[view->kinds.count++] = k;
		k.chosen = (int)p->query.only == i;
		view->filter.at[view->filter.count++] = k;
	}
	for (int h = 0; h < 24; h++)
		view->hours.at[view->hours.count++] = (struct notice_hour){
			.value = str_format(a, "%d", h),
			.label = str_format(a, p->v->lang == LANG_FR ? "%d h" : "%d:00", h),
			.chosen = h == p->choice.hour,
		};
	return true;
}

static bool fill_mails(struct notices_page *p, struct notices_view *view)
{
	view->mails.at = ARENA_TRY(p->v->arena, struct shown_mail, p->mail_count + 1);
	for (size_t i = 0; view->mails.at && i < p->mail_count; i++)
		view->mails.at[view->mails.count++] = (struct shown_mail){
			.made = visit_instant(p->v, p->mails[i].made_at),
			.subject = p->mails[i].subject,
			.body = p->mails[i].body,
			.answer = p->mails[i].answer,
			.state = SAY(p->v, sending_state_label(p->mails[i].state)),
			.erased = p->mails[i].erased,
		};
	return view->mails.at != NULL;
}

static void show(struct visit *v)
{
	struct notices_view view = { 0 };
	struct notices_page p = {
		.v = v,
		.query = { .unread = !str_is(query_get(v, "show"), "all"),
		           .only = notice_kind_named(query_get(v, "kind")),
		           .limit = ON_A_PAGE },
	};

	if (!id_parse(query_get(v, "after"), &p.query.before))
		p.query.before = ID_NONE;
	enum fail f = visit_read(v, load, &p);
	if (f == OK && (!fill_list(&p, &view) || !fill_kinds(&p, &view) ||
	                !fill_mails(&p, &view)))
		f = fail_say(FAIL_MEMORY, "no memory for a page of notices");
	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	view.only_unread = p.query.unread;
	view.any_unread = p.unread > 0;
	view.mail = p.choice.mail;
	view.sends_mail = v->site->sends_mail;
	view.address = p.address;
	view.csrf = visit_csrf(v);
	reasons_fill(v, NULL, &view.reasons);
	if (v->why.count > 0)
		v->r->status = 422;
	visit_frame_at(v, &view.frame, str_of(SAY(v, N_("Notices"))), "/notices");
	VISIT_SHOW(v, notices, &view);
}

void notices_page(struct request *q, struct response *r)
{
	struct visit v;

	if (visit_open(&v, q, r))
		show(&v);
}

/* ---- what is done there ---- */

static enum fail mark_all(struct act *a, void *arg)
{
	(void)arg;
	return notice_read(a, ID_NONE);
}

static enum fail mark_one(struct act *a, void *arg)
{
	struct visit *v = arg;
	struct id id;

	return id_parse(form_get(v, "id"), &id) ? notice_read(a, id) : FAIL_NOT_FOUND;
}

static enum fail choose(struct act *a, void *arg)
{
	struct visit *v = arg;
	struct notice_choice c = { .mail = str_is(form_get(v, "mail"), "yes"), .hour = -1 };
	int64_t hour;

	v->why.count = 0;
	if (str_to_i64(form_get(v, "hour"), &hour) && hour >= 0 && hour < 24)
		c.hour = (int)hour;
	for (size_t i = 0; i < v->q->form.count; i++) {
		const struct pair *p = &v->q->form.at[i];
		enum notice_kind kind = str_is(p->name, "kind")
		                                ? notice_kind_named(p->value)
		                                : NOTICE__COUNT;
		if (kind < NOTICE__COUNT)
			c.kinds |= BIT(kind);
	}
	return notice_choice_set(a, &c, &v->why);
}

void notices_post(struct request *q, struct response *r)
{
	static const struct {
		const char *what;
		store_job *job;
		const char *said;
	} deeds[] = {
		{ "read-all", mark_all, "read" },
		{ "read", mark_one, "read" },
		{ "choose", choose, "told" },
	};
	struct visit v;

	if (!visit_open(&v, q, r))
		return;
	struct str what = form_get(&v, "do");
	for (size_t i = 0; i < COUNT(deeds); i++) {
		if (!str_is(what, deeds[i].what))
			continue;
		enum fail f = visit_write(&v, deeds[i].job, &v);
		if (f == OK)
			visit_go(&v, STR("/notices"), deeds[i].said);
		else if (f == FAIL_REFUSED)
			show(&v);
		else
			visit_failed(&v, f);
		return;
	}
	visit_failed(&v, FAIL_NOT_FOUND);
}
