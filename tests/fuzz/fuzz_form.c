/* fuzz_form.c -- forms as browsers send them.
 * links: http crypto codec sys base
 */
#include "http/http.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	struct pairs pairs;
	if (form_parse(a, s, &pairs))
		for (size_t i = 0; i < pairs.count; i++)
			if (!str_is_utf8(pairs.at[i].name) ||
			    !str_is_utf8(pairs.at[i].value))
				abort();
}
