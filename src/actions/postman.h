/*
 * postman.h -- the mails that wait are handed to the process that sends, one at a time.
 *
 * A thread of the core.  What becomes of each is written down (store/sendings.h); one that
 * is put off comes again after retry_seconds, then twice as long, up to an hour.
 */
#ifndef ACTIONS_POSTMAN_H
#define ACTIONS_POSTMAN_H

#include "base/fail.h"
#include "base/text.h"
#include "exchange/mail.h"
#include "store/store.h"

struct postman_options {
	struct store *store;
	struct mailer *mailer;
	struct str from, from_name;
	int retry_seconds, last_seconds;
	bool alone;                     /* nobody else shares the table of mails */
};

struct postman;
enum fail postman_start(struct postman **out, const struct postman_options *o) MUST_USE;
void postman_stop(struct postman *p);                   /* null is fine */

#endif
