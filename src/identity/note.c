/* note.c -- what happens to accounts is in the history, like everything else. */
#include "identity/internal.h"

#include "access/access.h"
#include "codec/json.h"

struct str json_text(struct arena *a, struct str s)
{
	struct text t = text_on(a, s.n * 6 + 3);
	struct json_out j = json_to(&t);

	json_put_str(&j, s);
	return text_str(&t);
}

enum fail account_note(struct tx *tx, struct arena *a, struct instant now,
                       const struct account_event *e)
{
	struct ledger_entry entry = {
		.by = e->by,
		.by_name = e->by_name,
		.type = STR(ACCOUNT_TYPE),
		.record = e->account,
		.version = e->version,
		.what = str_of(e->what),
		.values = e->values,
		.value_count = e->value_count,
	};
	enum fail f = ledger_instant(tx, e->org, now, &entry.at);

	return f == OK ? ledger_append(tx, a, e->org, &entry, NULL) : f;
}

enum fail account_note_by(struct tx *tx, struct arena *a, struct instant now,
                          const struct actor *who, struct account_event e)
{
	e.by = who->user;
	if (!id_is_set(who->user))
		e.by_name = who->name;
	return account_note(tx, a, now, &e);
}

bool may_run_accounts(const struct actor *who)
{
	/* The day does not matter more than it did when the actor was made. */
	return who->kind == ACTOR_SYSTEM ||
	       access_installation(who, "installation.users",
	                           instant_utc_date(instant_now()), NULL);
}

enum fail refuse_may_not(struct refusal *why)
{
	refuse_forbidden(why, N_("only whoever runs the installation may do this"),
	                 N_("Ask an administrator."));
	return FAIL_REFUSED;
}
