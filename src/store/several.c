/*
 * several.c -- one statement about several records, instead of one for each.
 *
 * Few lengths, so that few statements are kept; places that are left over stay null, and
 * null is nobody's id.
 */
#include "store/parts.h"

#define SEVERAL_BYTES (8192)
#define IDS_1 "(:i0)"
#define IDS_8 "(:i0, :i1, :i2, :i3, :i4, :i5, :i6, :i7)"
#define IDS_32 \
	"(:i0, :i1, :i2, :i3, :i4, :i5, :i6, :i7, :i8, :i9, :i10, :i11, :i12, :i13, " \
	":i14, :i15, :i16, :i17, :i18, :i19, :i20, :i21, :i22, :i23, :i24, :i25, :i26, " \
	":i27, :i28, :i29, :i30, :i31)"

struct stmt *query_several(struct act *a, struct str before, const char *after,
                           const struct id *ids, size_t count)
{
	const char *places = count <= 1 ? IDS_1 : count <= 8 ? IDS_8
	                                                     : IDS_32;
	char name[24];

	if (count > IDS_AT_ONCE)
		BUG("a statement about %zu records", count);
	/* Not in the arena: a statement is whole also where memory is not. */
	char sql[SEVERAL_BYTES];
	int n = snprintf(sql, sizeof sql, "%.*s%s%s", STR_ARG(before), places, after);
	if (n < 0 || (size_t)n >= sizeof sql)
		BUG("a statement about several records is too long");
	struct stmt *s = query_composed(a->tx, (struct str){ sql, (size_t)n });
	bind_id(s, "org", act_org(a));
	for (size_t i = 0; i < count; i++) {
		snprintf(name, sizeof name, "i%zu", i);
		bind_id(s, name, ids[i]);
	}
	return s;
}
