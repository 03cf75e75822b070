/*
 * sendings.h -- the mails that carried notices: what was said, to whom, when, and what the
 * mail server answered.
 *
 * A mail is written down before anything leaves the machine.  Whoever sends claims one at a
 * time, for a lease by the database's clock, so that several servers may share the table:
 *
 *     queued -> trying -> handed -> sent | refused
 *        ^         |         |
 *        +---------+         +--> unsure        queued -> given_up | dropped
 *
 *     trying     claimed; nothing of it has left yet: whoever claims it next may begin anew
 *     handed     the server asked for the text: it may have it, so it is never sent again
 *     unsure     nobody knows whether it arrived: cut off, or killed, after it was handed
 *     given_up   put off for SENDING_HOURS, and still not taken
 *     dropped    what it spoke of was erased before it left
 *
 * docs/decisions/0103-a-mail-is-sent-once.md says why.  What a mail said that did not
 * certainly arrive comes again in the next day's mail, as far as it still holds.
 */
#ifndef STORE_SENDINGS_H
#define STORE_SENDINGS_H

#include "store/notices.h"

/* sending, sending_record, sending_queue: for the steps of the schema. */
extern const char *const sendings_schema;

#define SENDING_HOURS 24                /* tried for so long */
#define SENDING_LEASE_US (20 * 60 * US_PER_SECOND)      /* longer than one may take */
#define SENDINGS_KEPT_DAYS 800

enum sending_kind { SENDING_DIGEST, SENDING_AT_ONCE, SENDING_TEST, SENDING_KIND__COUNT };
enum sending_state {
	SENDING_QUEUED, SENDING_TRYING, SENDING_HANDED, SENDING_SENT, SENDING_REFUSED,
	SENDING_UNSURE, SENDING_GIVEN_UP, SENDING_DROPPED,
	SENDING_STATE__COUNT
};
const char *sending_kind_name(enum sending_kind k);     /* "at_once" */
const char *sending_state_name(enum sending_state s);   /* "given_up": API */
const char *sending_state_label(enum sending_state s);  /* "Not taken in time": msgid */

struct sending {
	struct id org, id, person;
	enum sending_kind kind;
	struct date day;                /* of a digest: one a day for each person */
	struct str address;
	enum lang lang;
	struct str subject, body;
	enum sending_state state;
	int64_t attempts;
	struct str answer;              /* of the mail server, as it came */
	struct instant made_at, tried_at, ended_at;
	struct instant next_at;         /* of one that waits: not before */
	bool erased;                    /* what it said was destroyed */
};

/* ---- by the program; inside a store_write ---- */
/* Written down, to be sent; its notices count as told.  FAIL_NOT_FOUND: there is a digest
 * of that day for this person already. */
enum fail sending_add(struct act *a, const struct sending *s, const struct notice_row *of,
                      size_t count, struct id *out) MUST_USE;
/* The persons who have notices of these kinds (bits) that no mail has carried yet; `fresh`:
 * none was even tried. */
enum fail people_untold(struct act *a, uint64_t kinds, bool fresh, struct id **out,
                        size_t *count) MUST_USE;
/* Those of the reader, as they may see them; oldest first of each kind, at most `limit` of
 * it. */
enum fail notices_untold(struct act *a, uint64_t kinds, bool fresh, size_t limit,
                         struct notice_row **out, size_t *count) MUST_USE;

/* ---- whoever sends; each in a transaction of its own ---- */
/* Makes what another process of this computer left behind anew (`alone`: nobody else
 * shares the table). */
enum fail sendings_recover(struct store *s, bool alone) MUST_USE;
/* The next one that is due becomes ours and `trying`; FAIL_NOT_FOUND: none.  One whose
 * lease ended while it was handed is made `unsure` on the way. */
enum fail sending_take(struct store *s, struct arena *a, struct id holder,
                       struct sending *out) MUST_USE;
/* The text is about to leave: only a holder may go on.  FAIL_NOT_FOUND: not ours. */
enum fail sending_hand(struct store *s, const struct sending *is,
                       struct id holder) MUST_USE;
/* What came of it, with the server's answer.  SENDING_QUEUED: again after `wait_us`, or
 * given up when that is too late. */
enum fail sending_end(struct store *s, struct sending *is, struct id holder,
                      enum sending_state state, struct str answer,
                      int64_t wait_us) MUST_USE;

/* ---- looking; inside a store_read ---- */
/* All of the organisation, newest first, without what they say: for whoever runs the
 * installation.  `open`: only those that did not arrive. */
enum fail sending_list(struct act *a, bool open, size_t limit, struct sending **out,
                       size_t *count) MUST_USE;
/* One's own, with what they say. */
enum fail sending_list_own(struct act *a, size_t limit, struct sending **out,
                           size_t *count) MUST_USE;

/* ---- what is over ---- */
/* What mails said of a record that is erased, and what was sent to a person who is. */
enum fail sendings_destroy(struct act *a, struct id record) MUST_USE;
enum fail sendings_forget(struct store *s, int64_t *count) MUST_USE;

#endif
