/* mail_ask.c -- the asker's side: one mail at a time to the process that sends. */
#include "exchange/mail.h"

#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/arena.h"

struct mailer {
	pthread_mutex_t lock;
	pthread_cond_t came;            /* by the steady clock */
	int channel;                    /* -1: there is no process */
	bool busy; /* the channel is somebody's, who closes it when another came */
	bool stops;
};

struct mailer *mailer_new(void)
{
	struct mailer *m = calloc(1, sizeof *m);
	pthread_condattr_t steady;

	if (!m)
		return NULL;
	m->channel = -1;
	pthread_mutex_init(&m->lock, NULL);
	pthread_condattr_init(&steady);
	pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
	pthread_cond_init(&m->came, &steady);
	pthread_condattr_destroy(&steady);
	return m;
}

void mailer_free(struct mailer *m)
{
	if (!m)
		return;
	if (m->channel >= 0)
		close(m->channel);
	pthread_cond_destroy(&m->came);
	pthread_mutex_destroy(&m->lock);
	free(m);
}

void mailer_connect(struct mailer *m, int channel)
{
	pthread_mutex_lock(&m->lock);
	int old = m->busy ? -1 : m->channel;
	m->channel = channel;
	pthread_cond_broadcast(&m->came);
	pthread_mutex_unlock(&m->lock);
	if (old >= 0)
		close(old);
}

bool mailer_waits(struct mailer *m, int timeout_ms)
{
	int64_t until_us = steady_us() + (int64_t)timeout_ms * 1000;
	struct timespec until = { .tv_sec = until_us / US_PER_SECOND,
		                  .tv_nsec = until_us % US_PER_SECOND * 1000 };
	int over = 0;

	pthread_mutex_lock(&m->lock);
	while (!over && m->channel < 0 && !m->stops)
		over = pthread_cond_timedwait(&m->came, &m->lock, &until);
	bool there = m->channel >= 0 && !m->stops;
	pthread_mutex_unlock(&m->lock);
	return there;
}

void mailer_stop(struct mailer *m)
{
	pthread_mutex_lock(&m->lock);
	m->stops = true;
	if (m->channel >= 0)
		/* Whoever waits for an answer hears that there will be none. */
		(void)shutdown(m->channel, SHUT_RDWR);
	pthread_cond_broadcast(&m->came);
	pthread_mutex_unlock(&m->lock);
}

/* The channel is this call's until it is given back. */
static int take(struct mailer *m)
{
	pthread_mutex_lock(&m->lock);
	int channel = m->stops ? -1 : m->channel;
	m->busy = channel >= 0;
	pthread_mutex_unlock(&m->lock);
	return channel;
}

/* A process that broke off is not asked again; a new one may be there already. */
static void give_back(struct mailer *m, int channel, bool broke)
{
	pthread_mutex_lock(&m->lock);
	m->busy = false;
	broke = broke || m->channel != channel;
	if (broke && m->channel == channel)
		m->channel = -1;
	pthread_mutex_unlock(&m->lock);
	if (broke)
		close(channel);
}

struct talk {
	struct arena *arena;
	int channel;
	int64_t until_us;
	mail_may_i *may_i;
	void *arg;
	bool said_yes;
};

static int left_ms(const struct talk *t)
{
	int64_t left = t->until_us - steady_us();

	return left > 0 ? (int)((left + 999) / 1000) : 0;
}

/* FAIL_CANCELLED: that was the question, and there is more to come. */
static enum fail hear(struct talk *t, struct mail_result *out)
{
	struct channel_message m;
	enum fail f = channel_receive(t->channel, t->arena, left_ms(t), &m);

	if (f != OK)
		return f;
	channel_close_fds(&m);
	if (m.kind == MAIL_RESULT)
		return mail_result_unpack(t->arena, m.bytes, out) ? OK : FAIL_FORMAT;
	if (m.kind != MAIL_MAY_I || t->said_yes)
		return FAIL_FORMAT;
	t->said_yes = t->may_i(t->arg);
	struct channel_message answer = { .kind = t->said_yes ? MAIL_YES : MAIL_NO };
	f = channel_send(t->channel, &answer);
	return f == OK ? FAIL_CANCELLED : f;
}

enum fail mailer_send(struct mailer *m, struct arena *a, const struct mail *mail,
                      int within_ms, mail_may_i *may_i, void *arg, struct mail_result *out)
{
	struct channel_message asked = { .kind = MAIL_SEND, .bytes = mail_pack(a, mail) };
	struct talk t = { .arena = a,
		          .channel = -1,
		          .until_us = steady_us() + (int64_t)within_ms * 1000,
		          .may_i = may_i,
		          .arg = arg };

	if (asked.bytes.n > CHANNEL_BYTES)
		BUG("a mail of %zu bytes", asked.bytes.n);
	t.channel = take(m);
	if (t.channel < 0)
		return fail_say(FAIL_IO, "the process that sends mail is not there");
	enum fail f = channel_send(t.channel, &asked);
	do
		f = f == OK || f == FAIL_CANCELLED ? hear(&t, out) : f;
	while (f == FAIL_CANCELLED);
	give_back(m, t.channel, f != OK);
	if (f == OK)
		return OK;
	*out = (struct mail_result){ .outcome = t.said_yes ? MAIL_UNSURE : MAIL_AGAIN,
		                     .answer = STR("the process that sends mail ended") };
	return OK;
}
