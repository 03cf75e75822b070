/*
 * visit.h -- one person's request to a page: who, in which language, and the answer to it.
 *
 *     struct visit v;
 *     if (!visit_open(&v, q, r))            signed in; posts carry their token
 *             return;                       (otherwise the answer is already written)
 *     enum fail f = visit_read(&v, load, &page);
 *     if (f != OK)
 *             return visit_failed(&v, f, NULL);
 *     visit_frame(&v, &page.frame, title);
 *     VISIT_SHOW(&v, record_page, &page);
 *
 * Everything lives in the request's arena.  The language is that of the cookie, else of the
 * account, else of Accept-Language.  Pages only show: what may be done is asked of access/,
 * what is done is done by store/ and actions/.
 */
#ifndef WEB_VISIT_H
#define WEB_VISIT_H

#include "access/access.h"
#include "actions/site.h"
#include "base/limits.h"
#include "http/http.h"
#include "identity/identity.h"
#include "store/store.h"
#include "sys/zone.h"
#include "web/show.h"
#include "web/templates.h"

#define LANGUAGE_COOKIE "wardroom-language"

struct visit {
	struct request *q;
	struct response *r;
	const struct site *site;
	struct arena *arena;
	enum lang lang;
	bool signed_in;
	enum fail not_known; /* the world failed: who it is, or of which organisation */
	struct session session;
	const struct actor *actor;      /* in the language of the page; null: nobody */
	struct date today;              /* on the ministry's calendar */
	const struct zone *zone;        /* null: UTC */
	struct str organisation;
	struct refusal why;             /* of what this request tries */
	enum fail lacking; /* a part of the frame could not be read: no page without it */
	const struct registry *types;   /* see visit_types; null until asked for */
};

/* Anybody: the sign-in page, assets, errors. */
void visit_anyone(struct visit *v, struct request *q, struct response *r);
/* Somebody signed in; a POST must carry its token.  False: the answer is written. */
bool visit_open(struct visit *v, struct request *q, struct response *r);

enum fail visit_read(struct visit *v, store_job *job, void *arg) MUST_USE;
enum fail visit_write(struct visit *v, store_job *job, void *arg) MUST_USE;

/* The frame around a page: bar, navigation, language link. */
void visit_frame(struct visit *v, struct frame *f, struct str title);
void visit_frame_at(struct visit *v, struct frame *f, struct str title, const char *place);
struct csrf visit_csrf(struct visit *v);

/* ---- answers ---- */
#define VISIT_SHOW(v, NAME, data) \
	do { \
		struct text page_text_ = text_on((v)->arena, LIMIT_PAGE_BYTES); \
		struct show page_show_ = { &page_text_, (v)->arena, (v)->lang }; \
		html_##NAME(&page_show_, (data)); \
		visit_send(v, &page_text_); \
	} while (0)
void visit_send(struct visit *v, const struct text *page);
/* To a page of ours, which says what happened: "created", "saved"... (frame.c). */
void visit_go(struct visit *v, struct str where, const char *said);
/* The page for what failed; FAIL_REFUSED shows the reasons of v->why. */
void visit_failed(struct visit *v, enum fail f);
void visit_error(struct visit *v, int status, struct str title, struct str text);
/* The headers that every answer carries, the Content-Security-Policy among them. */
void visit_headers(struct visit *v);

/* ---- small parts ---- */
struct str visit_instant(const struct visit *v, struct instant t);     /* in words */
#define SAY(v, text) tr((v)->lang, (text))
struct str visit_words(struct visit *v, const char *msgid, struct str a);
struct str query_get(const struct visit *v, const char *name);          /* trimmed */
struct str form_get(const struct visit *v, const char *name);           /* as typed */
/* A place of ours to go back to: begins with one '/', else the other. */
struct str own_place(struct str wanted, const char *otherwise);
/* The types of record, with the fields that the organisation added. */
const struct registry *visit_types(struct visit *v);
const struct record_type *visit_type(struct visit *v, struct str name); /* 404 when null */
bool visit_may_create(const struct visit *v, const struct record_type *t);
bool visit_may_read(const struct visit *v, const struct record_type *t);
bool visit_may_at_large(const struct visit *v, const char *right);

#endif
