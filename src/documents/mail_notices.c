/* mail_notices.c -- notices as the text of a mail. */
#include "documents/mail_notices.h"

#include "base/arena.h"
#include "documents/words.h"

#define BODY_BYTES (12u * 1024)         /* ends rather than grows: the list has all */
#define LINE_BYTES 300

static struct str say(const struct mail_notices *m, const char *msgid)
{
	return str_of(tr(m->reader.lang, msgid));
}

struct str mail_notices_subject(struct arena *a, const struct mail_notices *m)
{
	enum lang lang = m->reader.lang;
	struct message one = MESSAGE1(
		N_("Wardroom: %1"), say(m, notice_kinds[m->at[0].is.kind].label));

	if (m->at_once && m->count == 1)
		return tr_message(a, lang, &one);
	return tr_count(a, lang, "Wardroom: %1 thing for you",
	                "Wardroom: %1 things for you", (int64_t)m->count);
}

static void add_notice(struct arena *a, const struct mail_notices *m, struct text *t,
                       const struct notice_row *n)
{
	struct str path = notice_path(a, n);
	struct str title = notice_title(a, &m->reader, n);
	struct str text = notice_text(a, &m->reader, n);

	text_addf(t, "- %.*s\n", STR_ARG(str_cut_utf8(title, LINE_BYTES)));
	if (text.n > 0)
		text_addf(t, "  %.*s\n", STR_ARG(str_cut_utf8(text, LINE_BYTES)));
	if (path.n > 0 && m->address.n > 0)
		text_addf(t, "  %.*s%.*s\n", STR_ARG(m->address), STR_ARG(path));
}

/* Those of a group, as long as there is room; how many were said. */
static size_t add_group(struct arena *a, const struct mail_notices *m, struct text *t,
                        enum notice_group group, size_t said)
{
	bool headed = false;

	for (size_t i = 0; i < m->count && said < MAIL_LINES; i++) {
		if (notice_group_of(&m->reader, &m->at[i]) != group ||
		    t->n + 4 * LINE_BYTES > BODY_BYTES)
			continue;
		if (!headed)
			text_addf(t, "\n%s\n",
			          tr(m->reader.lang, notice_group_label(group)));
		headed = true;
		add_notice(a, m, t, &m->at[i]);
		said++;
	}
	return said;
}

static void add_end(struct arena *a, const struct mail_notices *m, struct text *t,
                    size_t said)
{
	enum lang lang = m->reader.lang;

	if (said < m->count) {
		struct str more = tr_count(a, lang, "And %1 more on your list.",
		                           "And %1 more on your list.",
		                           (int64_t)(m->count - said));
		text_addf(t, "\n%.*s\n", STR_ARG(more));
	}
	if (m->address.n > 0) {
		struct message list = MESSAGE1(
			N_("Your list, and how you are told: %1"),
			str_format(a, "%.*s/notices", STR_ARG(m->address)));
		struct str line = tr_message(a, lang, &list);
		text_addf(t, "\n%.*s\n", STR_ARG(line));
	}
	text_addf(t, "\n-- \n%s\n",
	          tr(lang, N_("Wardroom sent this. Nobody reads answers to it.")));
}

struct str mail_notices_body(struct arena *a, const struct mail_notices *m)
{
	struct text t = text_on(a, 2 * BODY_BYTES);
	struct str day = words_date(a, m->reader.lang, m->reader.today);
	size_t said = 0;

	text_addf(&t, "%.*s, %.*s\n", STR_ARG(m->organisation), STR_ARG(day));
	for (int g = 0; g < GROUP__COUNT; g++)
		said = add_group(a, m, &t, (enum notice_group)g, said);
	add_end(a, m, &t, said);
	return text_str(&t);
}
