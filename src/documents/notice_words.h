/*
 * notice_words.h -- a notice in words, for its list and for a mail, as its reader sees it.
 *
 * Made in the arena.  What the record is called comes with the row (store/notices.h), which
 * was read as the reader.
 */
#ifndef DOCUMENTS_NOTICE_WORDS_H
#define DOCUMENTS_NOTICE_WORDS_H

#include "codec/catalog.h"
#include "store/notices.h"
#include "sys/zone.h"

struct notice_reader {
	enum lang lang;
	const struct zone *zone;        /* null: UTC */
	struct date today;
	struct instant now;
};

enum notice_group { GROUP_OVERDUE, GROUP_WAITING, GROUP_WEEK, GROUP_OTHER, GROUP__COUNT };
const char *notice_group_label(enum notice_group g);    /* msgid */
enum notice_group notice_group_of(const struct notice_reader *who,
                                  const struct notice_row *n);

/* "PLN-0003 Response plan", "MISO-128", or what kind it is. */
struct str notice_title(struct arena *a, const struct notice_reader *who,
                        const struct notice_row *n);
/* "Next review due: 30 November 2026 (in 8 days)." */
struct str notice_text(struct arena *a, const struct notice_reader *who,
                       const struct notice_row *n);
/* "/plan/PLN-0003"; empty: there is no page for it. */
struct str notice_path(struct arena *a, const struct notice_row *n);

#endif
