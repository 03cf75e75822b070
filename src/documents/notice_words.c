/* notice_words.c -- a notice in words. */
#include "documents/notice_words.h"

#include "base/arena.h"
#include "documents/words.h"

#define TEXT_BYTES 4000
#define WEEK 7

/* ---- where it belongs ---- */

const char *notice_group_label(enum notice_group g)
{
	static const char *const labels[GROUP__COUNT] = {
		[GROUP_OVERDUE] = N_("Overdue"),
		[GROUP_WAITING] = N_("Waiting for your decision"),
		[GROUP_WEEK] = N_("In the next 7 days"),
		[GROUP_OTHER] = N_("Also new"),
	};

	return labels[g];
}

static struct date day_of(const struct notice_reader *who, const struct notice *n)
{
	if (date_is_set(n->due_on) || !instant_is_set(n->due_at))
		return n->due_on;
	return who->zone ? zone_date(who->zone, n->due_at) : instant_utc_date(n->due_at);
}

static bool is_over(const struct notice_reader *who, const struct notice *n)
{
	if (instant_is_set(n->due_at))
		return n->due_at.us < who->now.us;
	return date_is_set(n->due_on) && date_compare(n->due_on, who->today) < 0;
}

enum notice_group notice_group_of(const struct notice_reader *who,
                                  const struct notice_row *n)
{
	struct date day = day_of(who, &n->is);

	if (n->is.kind == NOTICE_MISSED || is_over(who, &n->is))
		return GROUP_OVERDUE;
	if (n->is.kind == NOTICE_SIGN_OFF)
		return GROUP_WAITING;
	if (date_is_set(day) && days_between(who->today, day) <= WEEK)
		return GROUP_WEEK;
	return GROUP_OTHER;
}

/* ---- in words ---- */

struct str notice_title(struct arena *a, const struct notice_reader *who,
                        const struct notice_row *n)
{
	if (n->about.type)
		return str_format(a, "%.*s %.*s", STR_ARG(n->about.code),
		                  STR_ARG(n->about.title));
	if (n->is.duty.n > 0)
		return n->is.duty;
	return str_of(tr(who->lang, notice_kinds[n->is.kind].label));
}

/* "30 November 2026 (in 8 days)", or the instant of a clock. */
static struct str until(struct arena *a, const struct notice_reader *who,
                        const struct notice *n)
{
	if (instant_is_set(n->due_at))
		return words_instant(a, who->lang, who->zone, n->due_at);
	struct str day = words_date(a, who->lang, n->due_on);
	struct str left = words_due(a, who->lang, n->due_on, who->today);
	return str_format(a, "%.*s (%.*s)", STR_ARG(day), STR_ARG(left));
}

static struct str says(struct arena *a, const struct notice_reader *who,
                       const struct notice *n)
{
	struct str detail = n->detail ? tr_str(who->lang, str_of(n->detail)) : STR("");
	struct message asks = MESSAGE1(N_("It waits for your decision: %1."), detail);

	if (n->says.id)
		return tr_message(a, who->lang, &n->says);
	switch (n->kind) {
	case NOTICE_ASSIGNED: return str_of(tr(who->lang, N_("You look after it now.")));
	case NOTICE_SIGN_OFF: return tr_message(a, who->lang, &asks);
	default: return STR("");
	}
}

struct str notice_text(struct arena *a, const struct notice_reader *who,
                       const struct notice_row *n)
{
	const struct notice *is = &n->is;
	struct text t = text_on(a, TEXT_BYTES);
	struct str said = says(a, who, is);
	bool due = date_is_set(is->due_on) || instant_is_set(is->due_at);

	text_add(&t, said);
	if (!due)
		return text_str(&t);
	struct str label =
		is->detail && said.n == 0
			? tr_str(who->lang, str_of(is->detail))
			: str_of(tr(who->lang,
	                            is_over(who, is) ? N_("It was due") : N_("Due")));
	struct message m = MESSAGE2(N_("%1: %2."), label, until(a, who, is));
	text_addz(&t, said.n > 0 ? " " : "");
	text_add(&t, tr_message(a, who->lang, &m));
	return text_str(&t);
}

struct str notice_path(struct arena *a, const struct notice_row *n)
{
	if (!n->about.type)
		return STR("");
	return str_format(a, "/%s/%.*s", n->about.type->name, STR_ARG(n->about.code));
}
