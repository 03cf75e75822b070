/* due_dates.c -- which records carry a date that is a limit in the state they are in. */
#include "actions/due_dates.h"

size_t due_filters(const struct record_type *t, int field, struct date before,
                   struct filter out[DUE_FILTERS])
{
	uint64_t in = t->fields.at[field].due_in;
	size_t n = 0;

	if (!in)
		return 0;
	for (size_t i = 0; i < t->states.count && n < DUE_FILTERS - 2; i++)
		if (in & BIT(i))
			out[n++] = (struct filter){ .field = FIELD_STATE,
				                    .op = IS,
				                    .or_with_next = true,
				                    .value = { .filled = true,
				                               .number = (int64_t)i } };
	if (n > 0)
		out[n - 1].or_with_next = false;
	out[n++] = (struct filter){ .field = field,
		                    .op = BEFORE,
		                    .value = { .filled = true, .date = before } };
	return n;
}
