/*
 * mail.h -- a mail leaves the machine: by a process of its own, over SMTP, and only once.
 *
 * The process is this program started as `--role=out --channel=FD --server=HOST ...`.  It
 * enters its sandbox and then sends what the channel asks for, one mail after another.
 * Before the last of a mail's text leaves it asks whether it may: the asker writes down
 * that the server may have it from then on, and only then says yes.  So of a mail that was
 * cut off it is known whether it can have arrived (store/sendings.h).
 *
 *     asker                               out
 *       MAIL_SEND, the mail       --->
 *                                 <---    MAIL_MAY_I           (text is all but sent)
 *       MAIL_YES, or MAIL_NO      --->
 *                                 <---    MAIL_RESULT
 *
 * Errors: what the mail server says is no failure of ours: it is in the result.
 */
#ifndef EXCHANGE_MAIL_H
#define EXCHANGE_MAIL_H

#include "base/fail.h"
#include "base/text.h"
#include "base/time.h"
#include "sys/channel.h"

#define MAIL_BODY_BYTES (16u * 1024)
#define MAIL_ANSWER_BYTES 400u

enum mail_message { MAIL_SEND = 1, MAIL_MAY_I, MAIL_YES, MAIL_NO, MAIL_RESULT };

struct mail {
	struct str from, from_name;     /* address and name of the sender */
	struct str to;
	struct str subject, body;       /* UTF-8; lines end with '\n' */
	struct str id;                  /* of Message-ID, the same each time it is sent */
	struct instant at;              /* its Date */
};

enum mail_outcome {
	MAIL_SENT,
	MAIL_REFUSED,                   /* for good: 5xx */
	MAIL_AGAIN,                     /* not now: 4xx, nobody there, too slow */
	MAIL_UNSURE,                    /* the text was there, and no answer came */
	MAIL_STOPPED,                   /* the asker said no */
};
struct mail_result {
	enum mail_outcome outcome;
	struct str answer;              /* "250 2.0.0 Ok: queued", or what went wrong */
};

/* Something that SMTP can carry as an address: ASCII, one @, no blanks. */
bool mail_address_fits(struct str address);

/* Its bytes as they go over the wire, but for the dots of SMTP. */
struct str mail_text(struct arena *a, const struct mail *m);

/* ---- between the two ---- */
struct str mail_pack(struct arena *a, const struct mail *m);
bool mail_unpack(struct arena *a, struct str bytes, struct mail *out);
struct str mail_result_pack(struct arena *a, const struct mail_result *r);
bool mail_result_unpack(struct arena *a, struct str bytes, struct mail_result *out);

/* ---- how the server is reached ---- */
enum mail_security { MAIL_STARTTLS, MAIL_TLS, MAIL_PLAIN };
struct mail_server {
	struct str host;
	int port;
	enum mail_security security;
	struct str user, password;      /* user empty: nobody signs in */
	struct str ca_file;             /* empty: the system's authorities */
	int seconds;                    /* for each answer, but for the last: */
	int last_seconds;
};

/* Delivers it with libcurl; may_i is asked before the last of the text. */
typedef bool mail_may_i(void *arg);
enum fail mail_deliver(struct arena *a, const struct mail_server *server,
                       const struct mail *m, mail_may_i *may_i, void *arg,
                       struct mail_result *out) MUST_USE;
/* Loads libcurl; before the walls. */
enum fail mail_library_load(void) MUST_USE;

/* The role itself: see sys/role.h. */
int mail_role_run(int argc, char **argv);

/* ---- the asker's side ---- */
struct mailer;
struct mailer *mailer_new(void);
void mailer_free(struct mailer *m);
/* A new process is at the other end; the mailer owns the descriptor. */
void mailer_connect(struct mailer *m, int channel);
/* Waits until there is one, at most so long. */
bool mailer_waits(struct mailer *m, int timeout_ms);
/* Somebody stops: what waits gives up soon. */
void mailer_stop(struct mailer *m);
/* FAIL_IO: there is no process.  `within_ms`: of one whole mail. */
enum fail mailer_send(struct mailer *m, struct arena *a, const struct mail *mail,
                      int within_ms, mail_may_i *may_i, void *arg,
                      struct mail_result *out) MUST_USE;

#endif
