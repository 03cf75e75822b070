/*
 * site.h -- what a running server hands to its pages and its API (request.site).
 *
 * Filled once by server/wire.c before the first request and constant afterwards.
 */
#ifndef ACTIONS_SITE_H
#define ACTIONS_SITE_H

#include "base/fail.h"
#include "base/refusal.h"
#include "base/text.h"
#include "codec/passage.h"

struct jobs;
struct store;
struct packs;

/* Reads a document in the sandboxed parse role, or, for the command line, in a child. */
struct document_reader {
	enum fail (*read)(void *arg, struct arena *a, int fd, struct str name,
	                  struct refusal *why, struct document_text *out);
	void *arg;
};

struct site {
	struct store *store;
	const struct packs *packs;      /* the content packs in force, see duty/pack.h */
	struct document_reader reader;
	struct jobs *jobs;
	bool demonstration;             /* shows "Sample data. Nothing here is real." */
	bool secure_cookies;            /* behind TLS */
	bool trust_proxy_user; /* sign-in by a proxy's header over the Unix socket */
	const char *proxy_user_header;  /* "x-remote-user" */
	bool sends_mail;                /* a mail server is configured */
	const char *public_address;     /* for links in mails; "": none */
	bool operator_calls; /* the admin socket: whoever calls is the operator */
};

#endif
