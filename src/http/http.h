/*
 * http.h -- requests without meaning.
 *
 * libmicrohttpd behind our own shape: a request is complete when a handler sees it,
 * handlers run on lanes of worker threads (fast pages; slow exports, hashing, uploads; what
 * a fast route changes; what must answer whatever the others wait for), an absolute
 * deadline bounds every request, and what is ambiguous was refused before (Host,
 * Content-Length, Transfer-Encoding).  Everything in a request lives in its arena.
 */
#ifndef HTTP_HTTP_H
#define HTTP_HTTP_H

#include <stdatomic.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fail.h"
#include "base/text.h"

enum method { GET = 1, HEAD = 2, POST = 4, PUT = 8, PATCH = 16, DELETE = 32 };
/* A route names fast, slow or watch; what changes something by a fast route has the lane
 * `change`, so that pages are read while changes wait for the database. */
enum lane { LANE_FAST, LANE_SLOW, LANE_CHANGE, LANE_WATCH };
#define LANES 4
extern const char *const http_lane_names[LANES];
/* form: urlencoded or multipart */
enum body_kind { BODY_NONE, BODY_FORM, BODY_JSON, BODY_UPLOAD };

struct pair {
	struct str name;
	struct str value;
};
struct pairs {
	struct pair *at;
	size_t count;
};
struct upload {                         /* one file of a multipart form */
	struct str field;
	struct str name;                /* as sent, only the last path part */
	struct str media;               /* as claimed */
	int fd; /* unlinked temporary or memory file, at its start */
	size_t bytes;
};

struct request {
	struct arena *arena;
	enum method method;
	struct str path;                /* decoded, starts with '/' */
	struct str target;              /* as sent, with the query */
	struct pairs query;
	struct pairs headers;           /* names in lower case */
	struct pairs cookies;
	struct pairs form;              /* in the order sent; a name may repeat */
	struct upload *uploads;
	size_t upload_count;
	struct str body;                /* BODY_JSON */
	struct str params[4];           /* the :name parts of the route, in order */
	struct str id;                  /* request id, for the log and the error page */
	struct str peer; /* address (over the Unix socket: the proxy's client), or "unix" */
	bool over_unix_socket;
	bool over_tls; /* the proxy says so (only believed over the Unix socket) */
	const atomic_bool *cancelled;   /* the client left or the deadline passed */
	void *site;                     /* what the server was wired with */
};

/* The first with this name, or STR_NONE (p null). */
struct str pairs_get(const struct pairs *p, const char *name);
struct str request_header(const struct request *r, const char *lower_case_name);

struct response {
	struct arena *arena;            /* the request's */
	int status;                     /* 200 until set */
	struct pair headers[24];
	size_t header_count;
	const char *media;              /* content type */
	struct str body;                /* in the request's arena, or static */
	int fd;                         /* >= 0: the body is this file, closed afterwards */
	/* Streamed body: called from the lane until it returns false; slow lane only. */
	bool (*more)(void *arg, struct text *out);
	void *more_arg;
	bool cacheable;                 /* immutable asset: no "cache-control: no-store" */
};
void response_header(struct response *r, const char *name, struct str value);
void response_cookie(struct response *r, const char *name, struct str value, int max_age_s,
                     bool secure);      /* HttpOnly, SameSite=Lax, Path=/; age 0: forget it,
                                           below 0: until the browser ends */
void response_redirect(struct response *r, struct str where);           /* 303 */

typedef void handler_fn(struct request *q, struct response *r);

struct route {
	unsigned methods;               /* GET | HEAD */
	const char *path; /* "/records/:type/:id"; ":rest*" takes the remainder */
	enum lane lane;
	enum body_kind body;
	size_t body_limit;              /* 0: LIMIT_BODY_BYTES */
	handler_fn *handle;
};

struct http_options {
	const char *listen;             /* "127.0.0.1:8080", "[::1]:0", or "unix:/path" */
	int listen_fd; /* >= 0: already open (socket activation, supervisor) */
	const struct route *const *tables;      /* each ended by a route without handler */
	size_t table_count;
	/*
	 * Answers what no route matched (404, 405), what could not be read (400, 413, 415),
	 * and any status from 400 that a handler left without a body.
	 */
	void (*error)(struct request *q, struct response *r, int status);
	void *site;
	int fast_threads, slow_threads; /* 0: 4 and 2; as many for changes as fast ones */
	int header_deadline_s;          /* 0: 10 */
	int request_deadline_s;         /* 0: 60; uploads by least rate */
	int idle_s;                     /* 0: 30; a connection kept open between requests */
	size_t connections; /* 0: LIMIT_CONNECTIONS, or what the descriptors allow */
	const char *spool; /* folder for large bodies (unlinked files); null: memory */
};

struct http_server;
enum fail http_start(struct http_server **out, const struct http_options *o) MUST_USE;
int http_port(const struct http_server *s);
/* Stops accepting, lets running requests finish (at most so many seconds), then stops. */
void http_stop(struct http_server *s, int seconds);

struct http_counts {
	uint64_t connections, open, refused, timed_out; /* at the gate */
	uint64_t answered[6]; /* by the first digit of the status; [0] turned away: full */
	uint64_t waiting[LANES];        /* in the lanes now */
	uint64_t took_us[LANES];        /* in all, by lane */
};
struct http_counts http_count(struct http_server *s);

/* ---- small parts of the protocol, pure and fuzzed ---- */
bool percent_decode(struct arena *a, struct str s, bool plus_is_space, struct str *out);
struct str percent_encode(struct arena *a, struct str s); /* for one query value */
bool form_parse(struct arena *a, struct str s, struct pairs *out);
bool cookies_parse(struct arena *a, struct str header, struct pairs *out);

/* CSRF: a token bound to the session's secret; forms carry it as "_csrf". */
struct str csrf_token(struct arena *a, struct str session_secret);
bool csrf_valid(struct str session_secret, struct str token);

#endif
