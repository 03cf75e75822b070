/* notices_choice.c -- how somebody wants to be told. */
#include "store/notices.h"

#include "store/parts.h"

#define ALL_KINDS (BIT(NOTICE__COUNT) - 1)

enum fail notice_choice_get(struct act *a, struct id person, struct notice_choice *out)
{
	struct stmt *s = query(a->tx, SQL("select mail, hour, kinds from notice_choice\n"
	                                  "where org = :org and person = :person"));

	*out = (struct notice_choice){ .mail = true,
		                       .hour = DIGEST_HOUR,
		                       .kinds = ALL_KINDS };
	bind_id(s, "org", act_org(a));
	bind_id(s, "person", person);
	int row = query_next(s);
	if (row == 1)
		*out = (struct notice_choice){
			.mail = column_i64(s, 0) != 0,
			.hour = (int)column_i64(s, 1),
			.kinds = (uint64_t)column_i64(s, 2),
		};
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail keep(struct act *a, const struct notice_choice *c)
{
	struct stmt *s = query(
		a->tx, SQL("insert into notice_choice (org, person, mail, hour, kinds)\n"
	                   "values (:org, :person, :mail, :hour, :kinds)\n"
	                   "on conflict (org, person) do update\n"
	                   "set mail = excluded.mail, hour = excluded.hour,"
	                   " kinds = excluded.kinds"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "person", a->actor->person);
	bind_i64(s, "mail", c->mail);
	bind_i64(s, "hour", c->hour);
	bind_i64(s, "kinds", (int64_t)(c->kinds & ALL_KINDS));
	return query_run(s);
}

enum fail notice_choice_set(struct act *a, const struct notice_choice *c,
                            struct refusal *why)
{
	record_must_write(a);
	if (!id_is_set(a->actor->person))
		return FAIL_NOT_FOUND;
	if (c->hour < 0 || c->hour > 23)
		refuse(why, FIELD_NONE, "the hour of the day's mail is from 0 to 23", NULL);
	return refused(why) ? FAIL_REFUSED : tx_doom(a->tx, keep(a, c));
}
