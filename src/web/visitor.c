/* visitor.c -- forms for somebody who is not signed in. */
#include "web/visitor.h"

#include "crypto/crypto.h"
#include "store/tenant.h"
#include "documents/words.h"

#define VISITOR_COOKIE "wardroom-visitor"

/* Under __Host- no other site of the domain can set it for somebody. */
static const char *visitor_cookie(const struct visit *v)
{
	return v->site->secure_cookies ? "__Host-" VISITOR_COOKIE : VISITOR_COOKIE;
}

static struct str visitor_secret(struct visit *v)
{
	struct str secret = pairs_get(&v->q->cookies, visitor_cookie(v));

	if (secret.n >= 32)
		return secret;
	uint8_t noise[16];
	random_bytes(noise, sizeof noise);
	secret = words_hex(v->arena, noise, sizeof noise);
	response_cookie(v->r, visitor_cookie(v), secret, 24 * 3600,
	                v->site->secure_cookies);
	return secret;
}

bool visitor_may_post(struct visit *v)
{
	struct str secret = pairs_get(&v->q->cookies, visitor_cookie(v));

	if (secret.n >= 32 && csrf_valid(secret, form_get(v, "_csrf")))
		return true;
	refuse(&v->why, FIELD_NONE, "this form has expired", "Send it once more.");
	return false;
}

struct csrf visitor_csrf(struct visit *v)
{
	return (struct csrf){ csrf_token(v->arena, visitor_secret(v)) };
}

void visitor_of(struct visit *v, const struct actor *program)
{
	struct tenant tenant;

	if (tenant_get(v->site->store, v->arena, program->org, &tenant) != OK)
		return;
	bool french = v->lang == LANG_FR && tenant.french.n > 0;
	v->organisation = french ? tenant.french : tenant.name;
	if (zone_get(tenant.zone, &v->zone) != OK)
		v->zone = NULL;
}
