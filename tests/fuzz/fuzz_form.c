/* fuzz_form.c -- forms as browsers send them: sent again, they are read the same.
 * links: http crypto codec sys base
 */
#include "http/http.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	struct pairs pairs, again;
	struct text t = text_on(a, 8 * s.n + 16);

	if (!form_parse(a, s, &pairs))
		return;
	for (size_t i = 0; i < pairs.count; i++) {
		MUST(str_is_utf8(pairs.at[i].name) && str_is_utf8(pairs.at[i].value));
		text_add(&t, i ? STR("&") : STR_NONE);
		text_add(&t, percent_encode(a, pairs.at[i].name));
		text_addc(&t, '=');
		text_add(&t, percent_encode(a, pairs.at[i].value));
	}
	MUST(form_parse(a, text_str(&t), &again) && again.count == pairs.count);
	for (size_t i = 0; i < pairs.count; i++)
		MUST(str_equal(again.at[i].name, pairs.at[i].name) &&
		     str_equal(again.at[i].value, pairs.at[i].value));
}
