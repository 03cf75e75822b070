/*
 * acknowledge.c -- acknowledging a policy from a link, with a code or signed in, and how
 * many have.
 */
#include "actions/acknowledge.h"

#include <stdlib.h>

#include "actions/by_link.h"
#include "base/arena.h"
#include "base/limits.h"
#include "records/acknowledgement.h"
#include "records/acknowledgement_request.h"
#include "records/linked.h"
#include "records/person.h"
#include "store/codes.h"
#include "store/sendings.h"

enum fail acknowledge_open(struct store *s, struct arena *a, struct str key, enum lang lang,
                           struct actor *program, struct id *request)
{
	const struct by_link link = {
		.type = &acknowledgement_request_type,
		.field = ACR_KEY,
		.key = key,
		.name = STR("acknowledgement link"),
		.lang = lang,
	};

	return by_link_find(s, a, &link, program, request);
}

/* ---- who is asked ---- */

#define ASKED_FILTERS 3

/* Active, and in the part of the organisation that the request belongs to. */
static size_t asked_filters(const struct row *request, struct filter out[ASKED_FILTERS])
{
	size_t n = 0;

	out[n++] = (struct filter){
		.field = FIELD_STATE,
		.op = IS,
		.value = { .filled = true, .number = PER_IS_ACTIVE },
	};
	if (request->values[ACR_PEOPLE].link_count == 0 && id_is_set(request->unit))
		out[n++] = (struct filter){
			.field = FIELD_UNIT,
			.op = BELOW,
			.value = { .filled = true,
			           .links = &request->unit,
			           .link_count = 1 },
		};
	return n;
}

static bool is_named(const struct row *request, struct id person)
{
	const struct value *people = &request->values[ACR_PEOPLE];

	for (size_t i = 0; i < people->link_count; i++)
		if (id_equal(people->links[i], person))
			return true;
	return people->link_count == 0;
}

/* The person of this address, if they are asked; *out null: nobody. */
static enum fail person_asked(struct act *a, const struct row *request, struct str email,
                              struct row **out)
{
	struct filter filters[ASKED_FILTERS];
	size_t n = asked_filters(request, filters);
	struct answer found;

	*out = NULL;
	if (email.n == 0)
		return OK;
	filters[n++] = (struct filter){
		.field = PER_EMAIL,
		.op = IS,
		.value = { .filled = true, .text = email },
	};
	enum fail f = record_list(a,
	                          &(struct query){ .type = &person_type,
	                                           .filters = filters,
	                                           .filter_count = n,
	                                           .limit = 1 },
	                          &found);
	if (f == OK && found.count == 1 && is_named(request, found.rows[0]->id))
		*out = found.rows[0];
	return f;
}

static enum fail find_given(struct act *a, struct id request, struct id person, bool *out)
{
	struct filter filters[] = {
		{ .field = ACK_REQUEST,
		  .op = LINKS_TO,
		  .value = { .filled = true, .links = &request, .link_count = 1 } },
		{ .field = ACK_PERSON,
		  .op = LINKS_TO,
		  .value = { .filled = true, .links = &person, .link_count = 1 } },
	};
	int64_t n = 0;
	enum fail f = record_count(a,
	                           &(struct query){ .type = &acknowledgement_type,
	                                            .filters = filters,
	                                            .filter_count = 2 },
	                           &n);

	*out = n > 0;
	return f;
}

/* ---- the code ---- */

static enum lang language_of(const struct row *person, enum lang otherwise)
{
	enum lang lang = otherwise;

	(void)lang_parse(row_text(person, PER_LANGUAGE), &lang);
	return lang;
}

static struct str body_of(struct act *a, const struct row *request, enum lang lang,
                          struct str code)
{
	struct message m = MESSAGE2(
		N_("Somebody, probably you, wants to acknowledge:\n\n%1\n\n"
	           "The code is %2. It holds for 15 minutes and is good once.\n"
	           "If it was not you, leave it: nothing happens.\n"),
		row_title(request, lang), code);

	return tr_message(a->arena, lang, &m);
}

enum fail acknowledge_send_code(struct act *a, struct id request, struct str email)
{
	struct row *asking, *person;
	struct str code;
	struct id sending;
	bool given = false;
	enum fail f = record_get(a, &acknowledgement_request_type, request, &asking);

	if (f == OK)
		f = person_asked(a, asking, str_trim(email), &person);
	if (f != OK || !person || asking->state != ACR_IS_OPEN)
		return f;
	f = find_given(a, request, person->id, &given);
	if (f != OK || given)
		return f;
	f = code_make(a, request, person->id, &code);
	if (f != OK)
		return f == FAIL_FULL ? OK : f;
	enum lang lang = language_of(person, a->actor->lang);
	const struct sending mail = {
		.person = person->id,
		.kind = SENDING_AT_ONCE,
		.address = row_text(person, PER_EMAIL),
		.lang = lang,
		.subject = str_of(tr(lang, N_("Your code"))),
		.body = body_of(a, asking, lang, code),
	};
	return sending_add(a, &mail, NULL, 0, &sending);
}

/* ---- confirming ---- */

static enum fail record_it(struct act *a, const struct row *request, struct id person,
                           const char *how, struct refusal *why)
{
	struct change *c = change_new(a->arena, &acknowledgement_type);
	const struct value *title = &request->values[ACR_TITLE];
	struct row *made;

	change_bilingual(c, ACK_TITLE, title->text, title->french);
	change_link(c, ACK_REQUEST, request->id);
	change_link(c, ACK_PERSON, person);
	change_text(c, ACK_HOW, str_of(how));
	return record_create(a, &acknowledgement_type, c, why, &made);
}

enum fail acknowledge_with_code(struct act *a, struct id request, struct str email,
                                struct str code, struct refusal *why, bool *right)
{
	struct row *asking, *person;
	enum fail f = record_get(a, &acknowledgement_request_type, request, &asking);

	*right = false;
	if (f == OK)
		f = person_asked(a, asking, str_trim(email), &person);
	if (f != OK || !person)
		return f;
	f = code_use(a, request, person->id, code, right);
	return f == OK && *right ? record_it(a, asking, person->id, "code", why) : f;
}

enum fail acknowledge_signed_in(struct act *a, struct id request, struct refusal *why)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct row *asking;
	enum fail f = record_get(&act, &acknowledgement_request_type, request, &asking);

	return f == OK ? record_it(a, asking, a->actor->person, "signed_in", why) : f;
}

/* ---- how many have ---- */

struct counting {
	struct act *act;
	const struct row *request;
	struct id *given;               /* persons who have, sorted */
	size_t given_count;
	struct acknowledge_count *out;
};

static int by_id(const void *x, const void *y)
{
	return memcmp(x, y, sizeof(struct id));
}

static enum fail take_given(void *arg, const struct row *acknowledgement)
{
	struct counting *c = arg;

	c->given[c->given_count++] = row_link(acknowledgement, ACK_PERSON);
	return OK;
}

static enum fail load_given(struct counting *c)
{
	const struct filter of = {
		.field = ACK_REQUEST,
		.op = LINKS_TO,
		.value = { .filled = true, .links = &c->request->id, .link_count = 1 },
	};
	const struct query q = { .type = &acknowledgement_type,
		                 .filters = &of,
		                 .filter_count = 1 };
	int64_t count;
	enum fail f = record_count(c->act, &q, &count);

	if (f != OK)
		return f;
	c->given = ARENA_TRY(c->act->arena, struct id, (size_t)count + 1);
	if (!c->given)
		return fail_say(FAIL_MEMORY, "no memory for a list of persons");
	f = record_each(c->act, &q, take_given, c);
	qsort(c->given, c->given_count, sizeof *c->given, by_id);
	return f;
}

static enum fail count_one(void *arg, const struct row *person)
{
	struct counting *c = arg;
	bool given;

	if (!is_named(c->request, person->id))
		return OK;
	given = bsearch(&person->id, c->given, c->given_count, sizeof *c->given, by_id);
	c->out->asked++;
	c->out->given += given;
	if (given || c->out->missing_count == ACKNOWLEDGE_NAMED)
		return OK;
	return record_get(c->act, &person_type, person->id,
	                  &c->out->missing[c->out->missing_count++]);
}

enum fail acknowledge_count(struct act *a, const struct row *request,
                            struct acknowledge_count *out)
{
	struct counting c = { .act = a, .request = request, .out = out };
	struct filter filters[ASKED_FILTERS];
	size_t n = asked_filters(request, filters);

	*out = (struct acknowledge_count){ .missing = ARENA_TRY(a->arena, struct row *,
		                                                ACKNOWLEDGE_NAMED) };
	if (!out->missing)
		return fail_say(FAIL_MEMORY, "no memory for a list of persons");
	enum fail f = load_given(&c);
	if (f != OK)
		return f;
	return record_each(a,
	                   &(struct query){ .type = &person_type,
	                                    .filters = filters,
	                                    .filter_count = n,
	                                    .sort = PER_NAME },
	                   count_one, &c);
}
