/* fuzz_date.c -- dates and instants as text.
 * links: base
 */
#include <stdlib.h>
#include "base/time.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *exact = malloc(size ? size : 1);
	struct date d;
	struct instant t;
	struct duration span;

	memcpy(exact, data, size);
	struct str s = { exact, size };
	if (date_parse(s, &d) && !date_is_valid(d))
		abort();
	instant_parse(s, &t);
	duration_parse(s, &span);
	free(exact);
	return 0;
}
