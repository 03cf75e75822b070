/*
 * call.h -- one call of the API: who, about which type and record, and how it is answered.
 *
 *     struct call c;
 *     if (!call_open(&c, q, r) || !call_type(&c))     (the answer is already written)
 *             return;
 *     call_answer(&c, call_read(&c, load));
 *
 * Everything lives in the request's arena.  A call that changes something by a session's
 * cookie carries the session's token in X-CSRF-Token; a bearer token needs none.
 */
#ifndef API_CALL_H
#define API_CALL_H

#include "actions/site.h"
#include "api/once.h"
#include "codec/json.h"
#include "http/http.h"
#include "identity/identity.h"
#include "store/store.h"

/* What an answer says besides its body; jobs set it, for they may be run again. */
struct call_head {
	int status;                     /* 0: 200 */
	int64_t version;                /* of the record: the ETag; 0: none */
	struct str location;            /* of what was made; may be empty */
};

struct call {
	struct request *q;
	struct response *r;
	struct arena *arena;
	const struct site *site;
	struct store *store;
	struct session session;
	enum lang lang;
	const struct record_type *type;
	struct id id;
	int64_t version;                /* from If-Match; 0: none was given */
	const struct json *body;        /* null when there is none */
	struct text out;                /* the answer */
	struct json_out json;           /* writes into out */
	struct refusal why;
	struct call_head said;
	struct once once;
	void *extra;                    /* of the handler */
};

typedef enum fail call_job(struct act *a, struct call *c);

/* Signed in, or the answer 401 or 403 is written. */
bool call_open(struct call *c, struct request *q, struct response *r);
/* As asked for, or the one of the account; English when nobody is signed in. */
enum lang call_language(const struct call *c);
/* The types as the caller's organisation has them; the program's for one unknown. */
const struct registry *call_types(struct request *q);
/* The type of the first part of the address; 404. */
bool call_type(struct call *c);
/* If-Match as a version: 428 when it is missing, 412 when it cannot be any. "*" is taken.
 */
bool call_if_match(struct call *c);
/* The body as a JSON object; 400 with line, column and pointer.  An empty body is null. */
bool call_body(struct call *c);

/* Resolves the record of the address inside the job: code or UUID, of this type. */
enum fail call_record(struct act *a, struct call *c, struct row **out) MUST_USE;

enum fail call_read(struct call *c, call_job *job) MUST_USE;
enum fail call_write(struct call *c, call_job *job) MUST_USE;

/* From a job: the answer is 201 and names the record; the answer tells its version. */
void call_created(struct call *c, const struct row *row);
void call_etag(struct call *c, int64_t version);

/* 200 with what was written into c->out, or the problem that f and c->why say. */
void call_answer(struct call *c, enum fail f);
/* ETag and Location as the job said. */
void call_headers(struct call *c);

#endif
