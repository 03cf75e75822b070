/* fuzz_cookies.c -- the cookie header: its pairs, written again, are the same pairs.
 * links: http crypto codec sys base
 */
#include "http/http.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	struct pairs pairs, again;
	struct text t = text_on(a, 4 * s.n + 16);

	if (!cookies_parse(a, s, &pairs))
		return;
	for (size_t i = 0; i < pairs.count; i++) {
		struct str name = pairs.at[i].name, value = pairs.at[i].value;

		MUST(name.n > 0 && str_find(name, STR("=")) == SIZE_MAX);
		MUST(str_find(name, STR(";")) == SIZE_MAX);
		MUST(str_find(value, STR(";")) == SIZE_MAX);
		MUST(name.p >= s.p && name.p + name.n <= s.p + s.n);
		MUST(value.n == 0 ||
		     (value.p >= s.p && value.p + value.n <= s.p + s.n));
		text_add(&t, name);
		text_addz(&t, "=\"");
		text_add(&t, value);
		text_addz(&t, "\"; ");
	}
	MUST(cookies_parse(a, text_str(&t), &again) && again.count == pairs.count);
	for (size_t i = 0; i < pairs.count; i++)
		MUST(str_equal(again.at[i].name, pairs.at[i].name) &&
		     str_equal(again.at[i].value, pairs.at[i].value));
}
