/*
 * stream.c -- a body that is made while it is sent.
 *
 * The lane makes a piece and waits until the library has taken it; the library asks, and
 * when there is no piece yet its connection is suspended until there is.
 */
#include "http/internal.h"

#include "base/time.h"

#define PIECE_BYTES (256u * 1024)
#define ASK_BYTES (32u * 1024)

struct stream {
	pthread_mutex_t lock;
	pthread_cond_t moved;
	struct MHD_Connection *connection;
	struct str piece;               /* what of it has not been taken yet */
	bool asleep; /* the connection is suspended for want of a piece */
	bool ended, failed;             /* by the lane */
	bool abandoned;                 /* by the library */
};

static ssize_t ask(void *cls, uint64_t position, char *out, size_t most)
{
	struct stream *s = cls;
	ssize_t n = 0;

	(void)position;
	pthread_mutex_lock(&s->lock);
	if (s->piece.n) {
		struct str part = str_cut(s->piece, most);
		memcpy(out, part.p, part.n);
		s->piece = str_from(s->piece, part.n);
		n = (ssize_t)part.n;
		if (s->piece.n == 0)
			pthread_cond_signal(&s->moved);
	} else if (s->ended) {
		n = s->failed ? MHD_CONTENT_READER_END_WITH_ERROR
		              : MHD_CONTENT_READER_END_OF_STREAM;
	} else {
		s->asleep = true;
		MHD_suspend_connection(s->connection);
	}
	pthread_mutex_unlock(&s->lock);
	return n;
}

struct MHD_Response *stream_response(struct exchange *x)
{
	struct stream *s = calloc(1, sizeof *s);

	if (!s)
		return NULL;
	pthread_mutex_init(&s->lock, NULL);
	pthread_cond_init(&s->moved, NULL);
	s->connection = x->connection;
	x->stream = s;
	return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, ASK_BYTES, ask, s, NULL);
}

/* Under the lock; a suspended connection cannot have ended, so it may be woken. */
static void rouse(struct stream *s)
{
	if (!s->asleep)
		return;
	s->asleep = false;
	MHD_resume_connection(s->connection);
}

/* False when nobody wants any more of it. */
static bool offer(struct stream *s, struct str piece, const atomic_bool *cancelled)
{
	pthread_mutex_lock(&s->lock);
	s->piece = piece;
	rouse(s);
	while (s->piece.n && !s->abandoned && !atomic_load(cancelled)) {
		struct timespec until;
		clock_gettime(CLOCK_REALTIME, &until);
		until.tv_nsec += 200000000;
		if (until.tv_nsec >= 1000000000) {
			until.tv_nsec -= 1000000000;
			until.tv_sec++;
		}
		pthread_cond_timedwait(&s->moved, &s->lock, &until);
	}
	bool wanted = s->piece.n == 0 && !s->abandoned;
	s->piece = STR("");
	pthread_mutex_unlock(&s->lock);
	return wanted;
}

static void end(struct stream *s, bool failed)
{
	pthread_mutex_lock(&s->lock);
	s->ended = true;
	s->failed = failed;
	rouse(s);
	pthread_mutex_unlock(&s->lock);
}

void stream_run(struct exchange *x)
{
	struct arena *a = arena_new(4 * PIECE_BYTES);
	const struct response *r = &x->r;
	bool more = a != NULL, whole = a != NULL;

	while (more) {
		struct text piece = text_on(a, 2 * PIECE_BYTES);
		more = r->more(r->more_arg, &piece);
		if (text_failed(&piece) || atomic_load(&x->link->cancelled))
			whole = more = false;
		else if (piece.n &&
		         !offer(x->stream, text_str(&piece), &x->link->cancelled))
			whole = more = false;
		arena_reset(a);
	}
	end(x->stream, !whole);
	arena_free(a);
}

void stream_abandon(struct stream *s)
{
	if (!s)
		return;
	pthread_mutex_lock(&s->lock);
	s->abandoned = true;
	pthread_cond_signal(&s->moved);
	pthread_mutex_unlock(&s->lock);
}

void stream_free(struct stream *s)
{
	if (!s)
		return;
	pthread_mutex_destroy(&s->lock);
	pthread_cond_destroy(&s->moved);
	free(s);
}
