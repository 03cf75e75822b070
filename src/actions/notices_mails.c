/*
 * notices_mails.c -- what a person is told by mail, read as that person and written down.
 *
 * At once: kinds that do not wait, the first time.  The day's mail: everything that came to
 * the list before the person's hour of today and no mail has certainly carried.
 */
#include "actions/notices_mails.h"

#include "actions/notices.h"
#include "base/arena.h"
#include "documents/mail_notices.h"
#include "store/sendings.h"

#define READ_MOST 100                   /* of each kind, for one mail */
#define ALL_KINDS (BIT(NOTICE__COUNT) - 1)

static uint64_t kinds_at_once(void)
{
	uint64_t kinds = 0;

	for (int i = 0; i < NOTICE__COUNT; i++)
		if (notice_kinds[i].at_once)
			kinds |= BIT(i);
	return kinds;
}

struct mailing {
	struct notices_round *round;
	const struct site *site;
	bool digest;
	uint64_t kinds;
	struct id *people;
	size_t people_count;
	/* of the person that is at hand */
	struct notice_choice choice;
	struct notice_reader reader;
	struct notice_row *rows;
	size_t count;
	struct sending mail;
};

static enum fail who_waits(struct act *a, void *arg)
{
	struct mailing *m = arg;

	return people_untold(a, m->kinds, !m->digest, &m->people, &m->people_count);
}

/* ---- for one person, as that person ---- */

/* Not on weekends, and not before their hour; *cut: what came later waits for tomorrow. */
static bool is_hour(const struct act *a, int hour, struct instant *cut)
{
	if (date_weekday(a->today) > 5)
		return false;
	*cut = a->zone ? zone_instant(a->zone, a->today, hour * 3600)
	               : (struct instant){ instant_from_date(a->today).us +
		                           hour * 3600 * US_PER_SECOND };
	return a->now.us >= cut->us;
}

static void keep_before(struct mailing *m, struct instant cut)
{
	size_t n = 0;

	for (size_t i = 0; i < m->count; i++)
		if (m->rows[i].made_at.us <= cut.us)
			m->rows[n++] = m->rows[i];
	m->count = n;
}

static enum fail read_person(struct act *a, void *arg)
{
	struct mailing *m = arg;
	struct instant cut = { INT64_MAX };
	enum fail f = notice_choice_get(a, a->actor->person, &m->choice);

	m->count = 0;
	m->reader = (struct notice_reader){ a->actor->lang, a->zone, a->today, a->now };
	if (f != OK || !m->choice.mail)
		return f;
	if (m->digest && !is_hour(a, m->choice.hour, &cut))
		return OK;
	f = notices_untold(a, m->kinds & m->choice.kinds, !m->digest, READ_MOST, &m->rows,
	                   &m->count);
	if (f == OK)
		keep_before(m, cut);
	return f;
}

static void compose(struct mailing *m, struct arena *a, struct id person)
{
	const struct mail_notices text = {
		.reader = m->reader,
		.at_once = !m->digest,
		.organisation = m->reader.lang == LANG_FR && m->round->tenant->french.n > 0
		                        ? m->round->tenant->french
		                        : m->round->tenant->name,
		.address = str_of(m->site->public_address),
		.at = m->rows,
		.count = m->count,
	};

	m->mail.kind = m->digest ? SENDING_DIGEST : SENDING_AT_ONCE;
	m->mail.person = person;
	m->mail.day = m->reader.today;
	m->mail.lang = m->reader.lang;
	m->mail.subject = mail_notices_subject(a, &text);
	m->mail.body = mail_notices_body(a, &text);
}

static enum fail write_down(struct act *a, void *arg)
{
	struct mailing *m = arg;
	struct id id;

	return sending_add(a, &m->mail, m->rows, m->count, &id);
}

/* Whoever has no account or no address finds it on their list alone. */
static enum fail mail_person(struct mailing *m, struct id person)
{
	struct notices_round *r = m->round;
	struct actor *who;
	enum fail f = round_actor(r, person, &who);

	if (f == FAIL_NOT_FOUND)
		return OK;
	if (f == OK)
		f = store_read(r->store, who, r->arena, read_person, m);
	if (f != OK || m->count == 0)
		return f;
	f = round_address(r, person, &m->mail.address);
	if (f != OK || m->mail.address.n == 0)
		return f;
	compose(m, r->arena, person);
	f = store_write(r->store, &r->clock, r->arena, write_down, m);
	if (f == OK)
		(*r->count)++;
	return f == FAIL_NOT_FOUND ? OK : f;    /* today's is there already */
}

static enum fail mail_round(struct mailing *m)
{
	struct notices_round *r = m->round;
	enum fail f = OK;

	if (!m->site->sends_mail)
		return OK;
	f = store_read(r->store, &r->clock, r->arena, who_waits, m);
	for (size_t i = 0; f == OK && i < m->people_count; i++)
		f = mail_person(m, m->people[i]);
	return f;
}

enum fail mails_at_once(struct notices_round *r, const struct site *site)
{
	struct mailing m = { .round = r, .site = site, .kinds = kinds_at_once() };

	return mail_round(&m);
}

static enum fail digest_round(struct notices_round *r, void *site)
{
	struct mailing m = { .round = r,
		             .site = site,
		             .digest = true,
		             .kinds = ALL_KINDS };

	return mail_round(&m);
}

enum fail notices_digests(struct store *s, void *site, int64_t *count)
{
	return notices_each_tenant(s, count, digest_round, site);
}

/* ---- trying it out ---- */

enum fail notices_test_mail(struct act *a, const struct site *site, struct refusal *why,
                            struct id *out)
{
	struct sending mail = { .kind = SENDING_TEST,
		                .person = a->actor->person,
		                .lang = a->actor->lang };
	enum fail f = person_address(a, a->actor->person, &mail.address);

	if (f != OK)
		return f;
	if (!site->sends_mail)
		refuse(why, FIELD_NONE, "no mail server is configured",
		       "Whoever runs the server names one in its file, under [mail].");
	if (mail.address.n == 0)
		refuse(why, FIELD_NONE, "your person record has no e-mail address", NULL);
	if (refused(why))
		return FAIL_REFUSED;
	mail.subject = str_of(tr(mail.lang, N_("Wardroom: mail works")));
	mail.body = str_of(tr(mail.lang, N_("Somebody asked Wardroom to try its mail out, "
	                                    "and this is it.")));
	return sending_add(a, &mail, NULL, 0, out);
}
