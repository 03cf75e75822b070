/*
 * catalog.h -- the two languages of the interface, chosen for each request.
 *
 * An English text is the key of its translation.  The table is made from content/languages at
 * build; a missing text reads as English (./check refuses to let that happen).
 */
#ifndef CODEC_CATALOG_H
#define CODEC_CATALOG_H

#include "base/refusal.h"
#include "base/text.h"

enum lang { LANG_EN, LANG_FR };

const char *tr(enum lang lang, const char *msgid);
/* "%1 record" / "%1 records": French takes the singular for 0 and 1. */
const char *trn(enum lang lang, const char *one, const char *many, int64_t n);
struct str tr_message(struct arena *a, enum lang lang, const struct message *m);
const char *lang_code(enum lang lang);                  /* "en", "fr" */
bool lang_parse(struct str s, enum lang *out);          /* "fr", "fr-CA" */

#endif
