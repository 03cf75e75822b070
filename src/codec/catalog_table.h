/* catalog_table.h -- the table of French texts, generated at build by tools/catalog. */
#ifndef CODEC_CATALOG_TABLE_H
#define CODEC_CATALOG_TABLE_H

#include <stddef.h>

struct catalog_entry {
	const char *msgid;
	const char *one;
	const char *many;               /* null when the text has no plural */
};

/* Sorted by the bytes of msgid. */
extern const struct catalog_entry catalog_french[];
extern const size_t catalog_french_count;

#endif
