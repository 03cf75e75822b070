/*
 * mail_notices.h -- the text of a mail that carries notices: the day's, or one at once.
 *
 * Plain text.  The subject names no record and nobody; links lead to pages that ask for a
 * sign-in, and are the same for everybody.
 */
#ifndef DOCUMENTS_MAIL_NOTICES_H
#define DOCUMENTS_MAIL_NOTICES_H

#include "documents/notice_words.h"

#define MAIL_LINES 20                   /* notices in one mail */

struct mail_notices {
	struct notice_reader reader;
	bool at_once;
	struct str organisation;
	struct str address; /* "https://wardroom.example.org"; empty: no links */
	const struct notice_row *at;
	size_t count;                   /* at most MAIL_LINES are said, and how many more */
};
struct str mail_notices_subject(struct arena *a, const struct mail_notices *m);
struct str mail_notices_body(struct arena *a, const struct mail_notices *m);

#endif
