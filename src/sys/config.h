/*
 * config.h -- how an installation is set up: one commented file (packaging/wardroom.conf).
 *
 *     [server]
 *     listen = unix:/run/wardroom/socket
 *
 * Sections and keys are in the table of config.c; one that is not known is refused with its
 * line, as is a value that does not fit.  What the file does not say stays at its default.
 * Secrets never stand in it.
 */
#ifndef SYS_CONFIG_H
#define SYS_CONFIG_H

#include "base/fail.h"
#include "base/log.h"
#include "base/refusal.h"
#include "base/text.h"

struct config {
	struct str listen;              /* [server] */
	int64_t fast_threads, slow_threads, connections;
	int64_t header_seconds, request_seconds, idle_seconds, stop_seconds;
	bool secure_cookies;
	struct str public_address;      /* "https://wardroom.example.org"; empty: none */
	bool trust_proxy_user;          /* [sign-in] */
	struct str proxy_user_header;
	struct str evidence;            /* [data] folder; empty: "<database>.files" */
	struct str admin_socket;        /* empty: "<database>.socket" */
	int64_t readers;
	int64_t parse_processes, parse_mebibytes, parse_seconds;        /* [parse] */
	struct str mail_server;         /* [mail] empty: no mail is sent */
	int64_t mail_port, mail_seconds, mail_last_seconds, mail_retry_seconds;
	struct str mail_security;       /* starttls, tls, none */
	struct str mail_user, mail_password_file, mail_ca_file;
	struct str mail_from, mail_from_name;
	struct str log_level;           /* [log] */
};

void config_defaults(struct config *c);
/* The text of a file; `name` for the messages.  FAIL_REFUSED: every fault is in `why`. */
enum fail config_read(struct arena *a, struct str text, struct str name,
                      struct refusal *why, struct config *c) MUST_USE;
enum fail config_load(struct arena *a, const char *path, struct refusal *why,
                      struct config *c) MUST_USE;
enum log_level config_log_level(const struct config *c);

#endif
