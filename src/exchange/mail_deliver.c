/*
 * mail_deliver.c -- one mail over SMTP with libcurl.
 *
 * Plain text in UTF-8, quoted-printable; nothing in it tells who opened it.  What the
 * server answered last is kept as it came.  After the last of the text the server is waited
 * for much longer: whoever goes away then does not know whether it was taken (RFC
 * 5321, 4.5.3.2.6).
 */
#include "base/arena.h"
#include "exchange/mail.h"
#include "exchange/mail_library.h"

#define SEND_SECONDS 300 /* until the text is there; the last answer comes on top */

struct delivery {
	struct arena *arena;
	const struct mail_server *server;
	const struct mail *mail;
	CURL *easy;
	struct str rest;                /* of the text, not read yet */
	mail_may_i *may_i;
	void *arg;
	bool handed, stopped;
	char answer[MAIL_ANSWER_BYTES]; /* the server's last line */
	char why[CURL_ERROR_SIZE];
};

/* ---- what libcurl calls back ---- */

/* The text, and at its end the question whether it may be the end. */
static size_t give_text(char *to, size_t size, size_t count, void *arg)
{
	struct delivery *d = arg;
	size_t room = size * count, n = d->rest.n < room ? d->rest.n : room;

	if (n > 0) {
		memcpy(to, d->rest.p, n);
		d->rest = str_from(d->rest, n);
		return n;
	}
	if (!d->handed && !d->may_i(d->arg)) {
		d->stopped = true;
		return CURL_READFUNC_ABORT;
	}
	d->handed = true;
	curl.curl_easy_setopt(d->easy, CURLOPT_SERVER_RESPONSE_TIMEOUT,
	                      (long)d->server->last_seconds);
	return 0;
}

/* Each line that the server says; the last one counts, but for its goodbye. */
static size_t hear(char *line, size_t size, size_t count, void *arg)
{
	struct delivery *d = arg;
	struct str said = str_trim((struct str){ line, size * count });

	if (!str_starts(said, "221"))
		snprintf(d->answer, sizeof d->answer, "%.*s",
		         STR_ARG(str_cut_utf8(said, sizeof d->answer - 1)));
	return size * count;
}

static size_t nothing(char *bytes, size_t size, size_t count, void *arg)
{
	(void)bytes;
	(void)arg;
	return size * count;
}

/* ---- one delivery ---- */

static void reach(struct delivery *d)
{
	const struct mail_server *s = d->server;
	bool v6 = memchr(s->host.p, ':', s->host.n) != NULL;
	struct str url = str_format(d->arena, v6 ? "%s://[%.*s]:%d" : "%s://%.*s:%d",
	                            s->security == MAIL_TLS ? "smtps" : "smtp",
	                            STR_ARG(s->host), s->port);

	curl.curl_easy_setopt(d->easy, CURLOPT_URL, url.p);
	curl.curl_easy_setopt(d->easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl.curl_easy_setopt(d->easy, CURLOPT_PROXY, "");
	curl.curl_easy_setopt(d->easy, CURLOPT_NOSIGNAL, 1L);
	curl.curl_easy_setopt(d->easy, CURLOPT_USE_SSL,
	                      (long)(s->security == MAIL_PLAIN ? CURLUSESSL_NONE
	                                                       : CURLUSESSL_ALL));
	if (s->ca_file.n > 0)
		curl.curl_easy_setopt(d->easy, CURLOPT_CAINFO, s->ca_file.p);
	if (s->user.n > 0) {
		curl.curl_easy_setopt(d->easy, CURLOPT_USERNAME, s->user.p);
		curl.curl_easy_setopt(d->easy, CURLOPT_PASSWORD, s->password.p);
	}
	curl.curl_easy_setopt(d->easy, CURLOPT_CONNECTTIMEOUT, (long)s->seconds);
	curl.curl_easy_setopt(d->easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, (long)s->seconds);
	curl.curl_easy_setopt(d->easy, CURLOPT_TIMEOUT,
	                      (long)(SEND_SECONDS + s->last_seconds));
}

static void fill(struct delivery *d)
{
	curl.curl_easy_setopt(d->easy, CURLOPT_UPLOAD, 1L);
	curl.curl_easy_setopt(d->easy, CURLOPT_READFUNCTION, give_text);
	curl.curl_easy_setopt(d->easy, CURLOPT_READDATA, d);
	curl.curl_easy_setopt(d->easy, CURLOPT_HEADERFUNCTION, hear);
	curl.curl_easy_setopt(d->easy, CURLOPT_HEADERDATA, d);
	curl.curl_easy_setopt(d->easy, CURLOPT_WRITEFUNCTION, nothing);
	curl.curl_easy_setopt(d->easy, CURLOPT_ERRORBUFFER, d->why);
	curl.curl_easy_setopt(d->easy, CURLOPT_MAIL_FROM,
	                      str_z(d->arena, d->mail->from));
}

/* An answer to who we are is about our settings, not about this mail: it may pass. */
static bool is_about_us(const struct delivery *d, CURLcode done)
{
	if (d->handed)
		return false;
	return done == CURLE_LOGIN_DENIED || done == CURLE_USE_SSL_FAILED ||
	       done == CURLE_SSL_CONNECT_ERROR || done == CURLE_PEER_FAILED_VERIFICATION ||
	       done == CURLE_SSL_CACERT_BADFILE || done == CURLE_WEIRD_SERVER_REPLY;
}

static enum mail_outcome outcome_of(const struct delivery *d, CURLcode done, long code)
{
	if (done == CURLE_OK)
		return MAIL_SENT;
	if (d->stopped)
		return MAIL_STOPPED;
	if (code >= 500 && code < 600 && !is_about_us(d, done))
		return MAIL_REFUSED;
	/* 354 still stands: the text was there, and nothing was said of it. */
	return d->handed && code < 400 ? MAIL_UNSURE : MAIL_AGAIN;
}

/* The server's own words where it said no, else what kept us from hearing any. */
static struct str answer_of(struct delivery *d, CURLcode done, long code)
{
	const char *why = d->why[0] ? d->why : curl.curl_easy_strerror(done);

	if (done == CURLE_OK || code >= 400)
		return str_copy(d->arena, str_of(d->answer));
	return str_copy(d->arena, str_cut_utf8(str_of(why), MAIL_ANSWER_BYTES));
}

static struct mail_result perform(struct delivery *d)
{
	long code = 0;
	CURLcode done = curl.curl_easy_perform(d->easy);

	curl.curl_easy_getinfo(d->easy, CURLINFO_RESPONSE_CODE, &code);
	struct mail_result r = { .outcome = outcome_of(d, done, code) };
	r.answer = str_printable(d->arena, answer_of(d, done, code));
	return r;
}

enum fail mail_deliver(struct arena *a, const struct mail_server *server,
                       const struct mail *m, mail_may_i *may_i, void *arg,
                       struct mail_result *out)
{
	struct delivery d = {
		.arena = a,
		.server = server,
		.mail = m,
		.rest = mail_text(a, m),
		.may_i = may_i,
		.arg = arg,
	};

	d.easy = curl.curl_easy_init();
	if (!d.easy)
		return fail_say(FAIL_MEMORY, "no memory to send a mail");
	struct curl_slist *to = curl.curl_slist_append(NULL, str_z(a, m->to));
	reach(&d);
	fill(&d);
	curl.curl_easy_setopt(d.easy, CURLOPT_MAIL_RCPT, to);
	*out = perform(&d);
	curl.curl_easy_cleanup(d.easy);
	curl.curl_slist_free_all(to);
	return OK;
}
