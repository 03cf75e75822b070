/* fuzz_secret.c -- cookies, tokens, set-up codes and logins as somebody sends them.
 * links: identity records duty store access model db crypto codec sys base
 */
#include "fuzz/exact.h"
#include "identity/internal.h"

FUZZ(a, s)
{
	struct refusal why = refusal_on(a);
	struct str code = setup_code_normal(a, s);

	if (secret_is_plausible(s))
		MUST(s.n == 2 * SECRET_BYTES);
	MUST(str_equal(setup_code_normal(a, code), code));
	if (login_is_allowed(a, s, &why))
		MUST(s.n >= 2 && s.n <= 64 && str_is_utf8(s) && !refused(&why));
	else
		MUST(refused(&why));
	(void)password_is_allowed(a, s, STR("dana"), &why);
}
