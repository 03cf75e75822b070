/* notices_people.c -- the people of an organisation who can be told something. */
#include "actions/notices_people.h"

#include "base/arena.h"
#include "base/limits.h"
#include "records/person.h"

enum fail notices_each_tenant(struct store *s, int64_t *count, notices_round_fn *each,
                              void *arg)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct tenant *tenants;
	size_t n = 0;
	enum fail f = a ? tenant_list(s, a, &tenants, &n)
	                : fail_say(FAIL_MEMORY, "no memory for the notices");

	for (size_t i = 0; f == OK && i < n; i++) {
		struct notices_round r = { .store = s,
			                   .tenant = &tenants[i],
			                   .arena = arena_new(LIMIT_REQUEST_BYTES),
			                   .clock = system_actor(tenants[i].org, "clock"),
			                   .count = count };

		f = r.arena ? each(&r, arg)
		            : fail_say(FAIL_MEMORY, "no memory for the notices");
		arena_free(r.arena);
	}
	arena_free(a);
	return f;
}

enum fail round_accounts(struct notices_round *r, const struct account **out, size_t *count)
{
	enum fail f = OK;

	if (!r->accounts_read)
		f = account_list(r->store, &r->clock, r->arena, &r->accounts,
		                 &r->account_count);
	r->accounts_read = f == OK;
	*out = r->accounts;
	*count = r->account_count;
	return f;
}

enum fail round_actor(struct notices_round *r, struct id person, struct actor **out)
{
	const struct account *all;
	size_t count;
	enum fail f = round_accounts(r, &all, &count);

	for (size_t i = 0; f == OK && i < count; i++)
		if (id_equal(all[i].person, person) && all[i].state == ACCOUNT_ACTIVE)
			return actor_of_user(r->store, r->arena, r->tenant->org, all[i].id,
			                     out);
	return f == OK ? FAIL_NOT_FOUND : f;
}

struct addressing {
	struct id person;
	struct str address;
};

static enum fail read_address(struct act *a, void *arg)
{
	struct addressing *k = arg;

	return person_address(a, k->person, &k->address);
}

enum fail round_address(struct notices_round *r, struct id person, struct str *out)
{
	struct addressing k = { .person = person };
	enum fail f = store_read(r->store, &r->clock, r->arena, read_address, &k);

	*out = k.address;
	return f;
}

enum fail person_address(struct act *a, struct id person, struct str *out)
{
	struct row *r;
	enum fail f = record_get(a, &person_type, person, &r);

	*out = STR("");
	if (f == OK && r->state == PER_IS_ACTIVE && !instant_is_set(r->withdrawn_at))
		*out = row_text(r, PER_EMAIL);
	return f == FAIL_NOT_FOUND ? OK : f;
}
