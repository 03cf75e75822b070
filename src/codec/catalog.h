/*
 * catalog.h -- texts that people read, in their language.
 *
 * The English text is the key.  Every text is marked where it stands (N_, refuse, MESSAGE,
 * tr, `.label =`, {{t}} in templates), collected by tools/texts, translated in
 * content/languages/fr.po, and compiled in as one sorted table.  A text without a
 * translation comes back in English; ./check fails before that can happen.
 *
 * Ownership: what tr and trn return lives as long as the program.
 *
 *     tr(LANG_FR, "Save")                              "Enregistrer"
 *     trn(LANG_FR, "%1 record", "%1 records", n)       the form for n, still with its %1
 */
#ifndef CODEC_CATALOG_H
#define CODEC_CATALOG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/refusal.h"
#include "base/text.h"

enum lang { LANG_EN, LANG_FR };

/* Never null, except for a null msgid. */
const char *tr(enum lang lang, const char *msgid);
/* The same for a text that is not terminated, for instance a name from a pack. */
struct str tr_str(enum lang lang, struct str msgid);
/* `one` is the key.  English: one for 1.  French: one for 0 and 1. */
const char *trn(enum lang lang, const char *one, const char *many, int64_t n);
/* trn with %1 filled by the number. */
struct str tr_count(struct arena *a, enum lang lang, const char *one, const char *many,
                    int64_t n);
/* The message in the language, its arguments filled in as they are. */
struct str tr_message(struct arena *a, enum lang lang, const struct message *m);
bool tr_has(enum lang lang, const char *msgid);

const char *lang_code(enum lang lang);                  /* "en", "fr" */
bool lang_parse(struct str code, enum lang *out);   /* en, fr, en-CA, FR_ca ... */

#endif
