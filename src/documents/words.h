/*
 * words.h -- dates, times and sizes as people read them, in both languages.
 *
 * "14 May 2026" / "14 mai 2026"; "today", "in 6 days", "9 days late".  All made in the
 * arena.
 */
#ifndef DOCUMENTS_WORDS_H
#define DOCUMENTS_WORDS_H

#include "base/text.h"
#include "base/time.h"
#include "codec/catalog.h"
#include "sys/zone.h"

struct str words_date(struct arena *a, enum lang lang, struct date d);
struct str words_month(struct arena *a, enum lang lang, struct date d); /* "May 2026" */
struct str words_short_date(struct arena *a, enum lang lang, struct date d,
                            struct date today);
struct str words_instant(struct arena *a, enum lang lang, const struct zone *zone,
                         struct instant t);
struct str words_due(struct arena *a, enum lang lang, struct date due, struct date today);
struct str words_weekday(struct arena *a, enum lang lang, struct date d);
struct str words_bytes(struct arena *a, enum lang lang, int64_t bytes);
/* A reason (lower case, as in a list of reasons) as a sentence of its own. */
struct str words_sentence(struct arena *a, struct str s);
struct str words_hex(struct arena *a, const uint8_t *bytes, size_t n);

#endif
