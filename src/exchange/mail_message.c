/* mail_message.c -- a mail and its result between the processes, as JSON. */
#include "base/arena.h"
#include "codec/json.h"
#include "exchange/mail.h"

static const char *const outcomes[] = {
	[MAIL_SENT] = "sent",
	[MAIL_REFUSED] = "refused",
	[MAIL_AGAIN] = "again",
	[MAIL_UNSURE] = "unsure",
	[MAIL_STOPPED] = "stopped",
};

bool mail_address_fits(struct str address)
{
	struct str domain, local = str_split(address, '@', &domain);

	if (local.n == 0 || !domain.p || domain.n == 0 || address.n > 254 ||
	    memchr(domain.p, '@', domain.n))
		return false;
	for (size_t i = 0; i < address.n; i++)
		if (address.p[i] <= ' ' || address.p[i] > '~' ||
		    strchr("<>()[]\\,;:\"", address.p[i]))
			return false;
	return true;
}

struct str mail_pack(struct arena *a, const struct mail *m)
{
	struct text t = text_on(a, 4 * MAIL_BODY_BYTES);
	struct json_out j = json_to(&t);

	json_open_object(&j);
	json_pair_str(&j, "from", m->from);
	json_pair_str(&j, "from_name", m->from_name);
	json_pair_str(&j, "to", m->to);
	json_pair_str(&j, "subject", m->subject);
	json_pair_str(&j, "body", m->body);
	json_pair_str(&j, "id", m->id);
	json_pair_str(&j, "at", instant_text(a, m->at));
	json_close_object(&j);
	return text_str(&t);
}

bool mail_unpack(struct arena *a, struct str bytes, struct mail *out)
{
	struct json *v;
	struct json_error error;

	if (json_read(a, bytes, &v, &error) != OK)
		return false;
	*out = (struct mail){
		.from = json_string(v, "from"),
		.from_name = json_string(v, "from_name"),
		.to = json_string(v, "to"),
		.subject = json_string(v, "subject"),
		.body = json_string(v, "body"),
		.id = json_string(v, "id"),
	};
	return instant_parse(json_string(v, "at"), &out->at) && out->id.n > 0 &&
	       mail_address_fits(out->from) && mail_address_fits(out->to);
}

struct str mail_result_pack(struct arena *a, const struct mail_result *r)
{
	struct text t = text_on(a, 4 * MAIL_ANSWER_BYTES);
	struct json_out j = json_to(&t);

	json_open_object(&j);
	json_pair_z(&j, "outcome", outcomes[r->outcome]);
	json_pair_str(&j, "answer", str_cut_utf8(r->answer, MAIL_ANSWER_BYTES));
	json_close_object(&j);
	return text_str(&t);
}

bool mail_result_unpack(struct arena *a, struct str bytes, struct mail_result *out)
{
	struct json *v;
	struct json_error error;

	if (json_read(a, bytes, &v, &error) != OK)
		return false;
	for (size_t i = 0; i < COUNT(outcomes); i++)
		if (str_is(json_string(v, "outcome"), outcomes[i])) {
			out->outcome = (enum mail_outcome)i;
			out->answer =
				str_cut_utf8(json_string(v, "answer"), MAIL_ANSWER_BYTES);
			return true;
		}
	return false;
}
