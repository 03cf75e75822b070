/*
 * notices.h -- what people are told: a list for each person, and an outbox.
 *
 * Whoever writes leaves a notice in the same transaction (notice_add).  To a person it is
 * on their list at once; to whoever may take a step, or holds a role, it lies in the outbox
 * until jobs carry it to those people, each judged as themselves.
 *
 *     added -> read | settled        and, apart from that:        told by mail, or not yet
 *
 * A notice never holds words of a record: it names the record by its id, and what it is
 * about is read when it is shown, as whoever reads it.  So what they may not see any more
 * is not on their list nor in its count, and what was erased is said nowhere.  The
 * arguments of a message are therefore dates, numbers and names of duties, no more.
 *
 *     const struct notice n = {
 *             .kind = NOTICE_CLOCK, .person = owner, .record = incident->id,
 *             .duty = STR("MISO-128"), .due_at = limit,
 *             .says = MESSAGE("Half of the time is over."),
 *             .key = str_format(arena, "MISO-128/%.*s/half", STR_ARG(id)),
 *     };
 *     enum fail f = notice_add(a, &n);
 */
#ifndef STORE_NOTICES_H
#define STORE_NOTICES_H

#include "store/store.h"

/* notice, outbox, notice_choice: for the steps of the schema. */
extern const char *const notices_schema;

enum notice_kind {
	NOTICE_ASSIGNED,                /* a record became theirs */
	NOTICE_SIGN_OFF,                /* a record waits for a step that they may take */
	NOTICE_DUE,                     /* a date on a record comes near, or is over */
	NOTICE_DUTY,                    /* a duty comes near, or is over */
	NOTICE_CLOCK,                   /* a clock: start, half, last quarter, missed */
	NOTICE_MISSED,                  /* missed below them: see duty/ladder.h */
	NOTICE__COUNT
};
struct notice_about {
	const char *name;               /* "sign_off": API, settings */
	const char *label;
	bool at_once;                   /* mailed by itself, not with the day's */
};
extern const struct notice_about notice_kinds[NOTICE__COUNT];
enum notice_kind notice_kind_named(struct str name); /* NOTICE__COUNT: there is none */

enum notice_to { TO_PERSON, TO_STEP, TO_ROLE };

struct notice {
	enum notice_kind kind;
	enum notice_to to;
	struct id person;               /* TO_PERSON */
	struct str name;                /* TO_STEP: the step; TO_ROLE: the role's name */
	struct id record;               /* what it is about, if anything */
	struct str duty;                /* "MISO-128"; or empty */
	struct message says;            /* a sentence; .id null: as its kind says */
	const char *detail; /* msgid of what in the record: a field, a step; or null */
	struct date due_on;             /* until when, if it says so: a day, or */
	struct instant due_at;
	struct str key; /* told once for each person and key; empty: each time */
};
/* Inside a store_write.  One to nobody is none. */
enum fail notice_add(struct act *a, const struct notice *n) MUST_USE;
/*
 * What was asked is done, or nobody asks it any more: notices of these kinds (bits) about
 * the record, of this duty when it is not empty, are settled: shown as such, mailed no
 * more.
 */
enum fail notice_settle(struct act *a, struct id record, uint64_t kinds,
                        struct str duty) MUST_USE;

/* ---- one's own list; inside a store_read or store_write ---- */
struct notice_row {
	struct id id;
	struct notice is;
	struct link_face about;         /* as the reader may see it */
	struct instant made_at, read_at, settled_at;
	struct instant told_at;         /* when a mail with it was made; unset: none */
};
struct notice_query {
	bool unread;                    /* neither read nor settled */
	enum notice_kind only;          /* NOTICE__COUNT: all kinds */
	struct id before;               /* goes on after this one; none: from the newest */
	size_t limit;                   /* at most LIMIT_PAGE_ROWS */
};
/* Newest first; *more: there are others after these. */
enum fail notice_list(struct act *a, const struct notice_query *q, struct notice_row **out,
                      size_t *count, bool *more) MUST_USE;
/* Unread ones that are on the list, counted up to NOTICES_COUNTED. */
#define NOTICES_COUNTED 100
enum fail notice_unread(struct act *a, int64_t *out) MUST_USE;
/* One, or with ID_NONE all; FAIL_NOT_FOUND when it is not theirs. */
enum fail notice_read(struct act *a, struct id id) MUST_USE;

/* ---- how somebody wants to be told; one's own ---- */
#define DIGEST_HOUR 8                   /* unless they choose another */
struct notice_choice {
	bool mail;                      /* by mail as well as here */
	int hour;                       /* of the day's mail, on the organisation's clock */
	uint64_t kinds;                 /* BIT(kind): also by mail */
};
enum fail notice_choice_get(struct act *a, struct id person,
                            struct notice_choice *out) MUST_USE;
enum fail notice_choice_set(struct act *a, const struct notice_choice *c,
                            struct refusal *why) MUST_USE;

/* ---- the outbox: by the program alone ---- */
struct outbox_row {
	struct id id, by;               /* the person whose act it was; is not told */
	struct notice is;
};
/* Inside a store_read: those that wait, oldest first. */
enum fail outbox_list(struct act *a, size_t limit, struct outbox_row **out,
                      size_t *count) MUST_USE;
/* Inside a store_write: to these people, and out of the box; false in *mine when another
 * server was faster. */
enum fail outbox_carry(struct act *a, const struct outbox_row *row, const struct id *people,
                       size_t count, bool *mine) MUST_USE;
/* Read or settled so long ago that nobody looks any more. */
#define NOTICES_KEPT_DAYS 400
enum fail notices_forget(struct store *s, int64_t *count) MUST_USE;

#endif
