/* internal.h -- what the files of the adapter share: the server, its lanes, one exchange.
 */
#ifndef HTTP_INTERNAL_H
#define HTTP_INTERNAL_H

#include <pthread.h>
#include <stdatomic.h>

#include <microhttpd.h>

#include "base/limits.h"
#include "http/gate.h"
#include "http/http.h"

#define LANE_MOST 512u /* waiting in one lane; more are told to come back */
#define ARENAS_KEPT 16u
#define SPOOLED_MOST (256u * 1024 * 1024)       /* bytes of all bodies being received */
#define BODY_IN_MEMORY (256u * 1024)

struct lane_queue {
	pthread_mutex_t lock;
	pthread_cond_t came;
	struct exchange *at[LANE_MOST];
	size_t first, count;
	bool stopping;
	pthread_t threads[64];
	int thread_count;
};

struct http_server {
	struct http_options o;
	struct gate *gate;
	struct MHD_Daemon *daemon;
	struct MHD_Response *full;      /* 503, made once */
	struct lane_queue lanes[LANES];
	int port;
	pthread_mutex_t lock;           /* of the arenas */
	struct arena *arenas[ARENAS_KEPT];
	size_t arena_count;
	atomic_ulong answered[6];
	atomic_ulong took_us[LANES];
	atomic_ulong spooled;
	atomic_ulong requests;
};

/* A body on its way in: memory first, then a file without a name. */
struct sink {
	char *p;
	size_t n, room, limit, counted;
	int fd;                         /* -1: still in memory */
	bool over;                      /* larger than the limit: read on, but not kept */
	bool failed;
};

enum stage { RECEIVING, WORKING, READY };

/* One request and its answer. */
struct exchange {
	struct http_server *server;
	struct link *link;
	struct MHD_Connection *connection;
	struct arena *arena;
	const struct route *route;      /* null: an error is answered */
	int error;                      /* status to answer with instead of the route */
	struct request q;
	struct response r;
	struct sink sink;
	_Atomic enum stage stage;
	atomic_int references; /* the library's, and that of the lane while it streams */
	struct MHD_Response *response;
	struct stream *stream;
	int64_t began_us, whole_us;     /* its head, and all of it, were here */
};

/* exchange.c */
struct exchange *exchange_new(struct http_server *s, struct MHD_Connection *c,
                              struct link *l);
void exchange_release(struct exchange *x);
/* route.c */
const struct route *route_find(const struct http_options *o, struct request *q,
                               unsigned *other_methods);
/* body.c */
void sink_add(struct exchange *x, const char *p, size_t n);
int body_read(struct exchange *x);      /* in the lane; 0, or the status to refuse with */
void sink_release(struct exchange *x);
/* lanes.c */
enum fail lanes_start(struct http_server *s);
void lanes_stop(struct http_server *s);
bool lane_put(struct http_server *s, struct exchange *x);
/* answer.c */
void answer_make(
	struct exchange *x); /* in the lane: handler, then the library's response */
/* stream.c */
struct MHD_Response *stream_response(struct exchange *x);
void stream_run(struct exchange *x);    /* in the lane, until its end */
void stream_abandon(struct stream *s);  /* the library is finished with it */
void stream_free(struct stream *s);
/* compress.c */
bool compressible(const char *media, size_t bytes);
bool gzip(struct arena *a, struct str in, struct str *out);

#endif
