/* once.c -- Idempotency-Key: a change that is sent twice is done once. */
#include "api/once.h"

#include <pthread.h>
#include <unistd.h>

#include "api/call.h"
#include "api/problem.h"

/* ---- keys whose request is being answered ---- */
#define RUNNING_MOST 256                /* more than all lanes together can work on */

static struct {
	pthread_mutex_t lock;
	uint8_t keys[RUNNING_MOST][SHA256_BYTES];
	bool taken[RUNNING_MOST];
} running = { .lock = PTHREAD_MUTEX_INITIALIZER };

static void release(void *taken)
{
	pthread_mutex_lock(&running.lock);
	*(bool *)taken = false;
	pthread_mutex_unlock(&running.lock);
}

/* Null: the key is taken (or, which the lanes do not allow, all places are). */
static bool *claim(const uint8_t key[SHA256_BYTES])
{
	bool *place = NULL;

	pthread_mutex_lock(&running.lock);
	for (size_t i = 0; i < RUNNING_MOST; i++) {
		if (running.taken[i] && bytes_equal(running.keys[i], key, SHA256_BYTES)) {
			place = NULL;
			break;
		}
		if (!running.taken[i] && !place) {
			place = &running.taken[i];
			memcpy(running.keys[i], key, SHA256_BYTES);
		}
	}
	if (place)
		*place = true;
	pthread_mutex_unlock(&running.lock);
	return place;
}

/* ---- what is compared ---- */
static void mix(struct sha256_running *h, struct str s)
{
	uint64_t n = s.n;

	sha256_more(h, &n, sizeof n);
	if (s.n > 0)
		sha256_more(h, s.p, s.n);
}

static bool mix_file(struct sha256_running *h, const struct upload *u)
{
	char piece[16384];
	off_t at = 0;
	ssize_t n;

	mix(h, u->field);
	mix(h, u->name);
	mix(h, u->media);
	while ((n = pread(u->fd, piece, sizeof piece, at)) > 0) {
		sha256_more(h, piece, (size_t)n);
		at += n;
	}
	return n == 0;
}

/* Of all that was asked; false: a file cannot be read. */
static bool fingerprint(const struct request *q, uint8_t out[SHA256_BYTES])
{
	struct sha256_running *h = sha256_start(q->arena);
	uint64_t method = q->method;
	bool read = true;

	sha256_more(h, &method, sizeof method);
	mix(h, q->target);
	mix(h, request_header(q, "if-match"));
	mix(h, q->body);
	for (size_t i = 0; i < q->form.count; i++) {
		mix(h, q->form.at[i].name);
		mix(h, q->form.at[i].value);
	}
	for (size_t i = 0; read && i < q->upload_count; i++)
		read = mix_file(h, &q->uploads[i]);
	sha256_finish(h, out);
	return read;
}

/* A string of RFC 8941, "..." without escapes; one without its quotes is taken too. */
static bool key_of(struct str given, struct str *key)
{
	if (given.n >= 2 && given.p[0] == '"' && given.p[given.n - 1] == '"')
		given = (struct str){ given.p + 1, given.n - 2 };
	for (size_t i = 0; i < given.n; i++)
		if (given.p[i] <= ' ' || given.p[i] > '~' || given.p[i] == '"' ||
		    given.p[i] == '\\')
			return false;
	*key = given;
	return given.n > 0 && given.n <= ONCE_KEY_BYTES;
}

static void name_key(struct call *c, struct str key)
{
	const struct actor *who = c->session.actor;
	struct sha256_running *h = sha256_start(c->arena);

	sha256_more(h, who->org.b, sizeof who->org.b);
	sha256_more(h, who->user.b, sizeof who->user.b);
	mix(h, key);
	sha256_finish(h, c->once.answer.key);
}

bool once_open(struct call *c)
{
	struct str given = str_trim(request_header(c->q, "idempotency-key"));
	struct str key;
	bool *place;

	if (!given.p || c->q->method == GET || c->q->method == HEAD)
		return true;
	if (!key_of(given, &key)) {
		static const char *const how =
			N_("A text in quotes, of letters, digits and signs, at most 255.");

		problem(c, 400, "idempotency-key",
		        N_("The Idempotency-Key cannot be read."),
		        str_of(tr(c->lang, how)));
		return false;
	}
	if (!fingerprint(c->q, c->once.answer.request)) {
		problem_failed(c, fail_say(FAIL_IO, "cannot read what was uploaded"));
		return false;
	}
	name_key(c, key);
	place = claim(c->once.answer.key);
	if (!place) {
		problem(c, 409, "in-progress",
		        N_("The same request is still being answered. Try again later."),
		        STR_NONE);
		return false;
	}
	arena_on_close(c->arena, release, place);
	c->once.asked = true;
	return true;
}

/* ---- in the transaction ---- */
enum fail once_look(struct act *a, struct call *c)
{
	struct remembered *known = &c->once.answer;
	enum fail f = answer_known(a, known);

	c->once.replayed = f == OK;
	c->once.other = f == FAIL_REFUSED;
	if (f != OK)
		return f;
	c->said = (struct call_head){ known->status, known->version, known->location };
	text_add(&c->out, known->body);
	return OK;
}

enum fail once_keep(struct act *a, struct call *c)
{
	c->once.answer.status = c->said.status ? c->said.status : 200;
	c->once.answer.version = c->said.version;
	c->once.answer.location = c->said.location;
	c->once.answer.body = text_str(&c->out);
	return text_failed(&c->out) ? FAIL_FULL : answer_remember(a, &c->once.answer);
}

void once_refused(struct call *c)
{
	problem(c, 422, "idempotency-key-used",
	        N_("This Idempotency-Key was used for another request."),
	        str_of(tr(c->lang, N_("Use a new key for each request."))));
}
