/* postman.c -- takes the mail that is due, has it sent, writes down what came of it. */
#include "actions/postman.h"

#include <pthread.h>
#include <stdatomic.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/log.h"
#include "store/sendings.h"

#define LOOK_EVERY_MS 1000
#define ONE_ARENA_BYTES (8u << 20)
#define SEND_SECONDS 360                /* of one mail, before its last answer */
#define LONGEST_WAIT_S 3600

struct postman {
	struct postman_options o;
	struct id holder;               /* of the leases */
	pthread_t thread;
	atomic_bool stopping;
};

struct asking {
	struct postman *postman;
	const struct sending *is;
};

/* The server is about to have all of it: from here on it is never sent again. */
static bool may_leave(void *arg)
{
	const struct asking *k = arg;
	enum fail f = sending_hand(k->postman->o.store, k->is, k->postman->holder);

	if (f != OK)
		fail_clear();
	return f == OK;
}

static int64_t wait_us(const struct postman *p, int64_t attempts)
{
	int64_t s = p->o.retry_seconds;

	for (int64_t i = 1; i < attempts && s < LONGEST_WAIT_S; i++)
		s *= 2;
	return (s < LONGEST_WAIT_S ? s : LONGEST_WAIT_S) * US_PER_SECOND;
}

static enum sending_state state_of(enum mail_outcome o)
{
	static const enum sending_state states[] = {
		[MAIL_SENT] = SENDING_SENT,
		[MAIL_REFUSED] = SENDING_REFUSED,
		[MAIL_AGAIN] = SENDING_QUEUED,
		[MAIL_UNSURE] = SENDING_UNSURE,
		[MAIL_STOPPED] = SENDING_QUEUED,
	};

	return states[o];
}

static struct mail_result deliver(struct postman *p, struct arena *a,
                                  const struct sending *is)
{
	struct asking k = { p, is };
	struct mail_result r = { .outcome = MAIL_AGAIN };
	const struct mail m = {
		.from = p->o.from,
		.from_name = p->o.from_name,
		.to = is->address,
		.subject = is->subject,
		.body = str_cut_utf8(is->body, MAIL_BODY_BYTES),
		.id = id_text(a, is->id),
		.at = is->made_at,
	};

	if (!mail_address_fits(is->address))
		return (struct mail_result){ MAIL_REFUSED,
			                     STR("this is no address that mail can go "
			                         "to") };
	int within_ms = (SEND_SECONDS + p->o.last_seconds) * 1000;
	if (mailer_send(p->o.mailer, a, &m, within_ms, may_leave, &k, &r) != OK)
		r.answer = str_copy(a, str_of(fail_message()));
	return r;
}

/* True when there was one. */
static bool send_one(struct postman *p, struct arena *a)
{
	struct sending is;
	enum fail f = sending_take(p->o.store, a, p->holder, &is);

	if (f != OK) {
		if (f != FAIL_NOT_FOUND)
			log_event(LOG_ERROR, "mail.not_read", LOG_Z("why", fail_message()),
			          LOG_END);
		fail_clear();
		return false;
	}
	struct mail_result r = deliver(p, a, &is);
	f = sending_end(p->o.store, &is, p->holder, state_of(r.outcome), r.answer,
	                wait_us(p, is.attempts));
	if (f != OK)
		log_event(LOG_WARNING, "mail.not_noted", LOG_Z("why", fail_name(f)),
		          LOG_STR("mail", id_text(a, is.id)), LOG_END);
	else
		log_event(is.state == SENDING_SENT ? LOG_INFO : LOG_WARNING, "mail.ended",
		          LOG_STR("mail", id_text(a, is.id)),
		          LOG_Z("state", sending_state_name(is.state)),
		          LOG_INT("attempts", is.attempts), LOG_END);
	return true;
}

static void *carry(void *arg)
{
	struct postman *p = arg;

	prctl(PR_SET_NAME, "postman", 0, 0, 0);
	while (!atomic_load(&p->stopping)) {
		struct arena *a = arena_new(ONE_ARENA_BYTES);
		bool there = a && mailer_waits(p->o.mailer, LOOK_EVERY_MS);

		if (!there || !send_one(p, a))
			usleep(LOOK_EVERY_MS * 1000 / 4);
		arena_free(a);
	}
	return NULL;
}

enum fail postman_start(struct postman **out, const struct postman_options *o)
{
	struct postman *p = calloc(1, sizeof *p);

	*out = NULL;
	if (!p)
		return fail_say(FAIL_MEMORY, "no memory to send mail");
	p->o = *o;
	p->holder = id_new();
	enum fail f = sendings_recover(o->store, o->alone);
	if (f == OK && pthread_create(&p->thread, NULL, carry, p) != 0)
		f = fail_say(FAIL_MEMORY, "cannot start a thread to send mail");
	if (f != OK)
		free(p);
	else
		*out = p;
	return f;
}

void postman_stop(struct postman *p)
{
	if (!p)
		return;
	atomic_store(&p->stopping, true);
	mailer_stop(p->o.mailer);
	pthread_join(p->thread, NULL);
	free(p);
}
