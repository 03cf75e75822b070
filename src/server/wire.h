/*
 * wire.h -- the one place where the tables of the lower folders are put together: routes,
 * hooks, kinds of job, and what pages and API are handed (struct site).
 */
#ifndef SERVER_WIRE_H
#define SERVER_WIRE_H

#include "actions/postman.h"
#include "actions/site.h"
#include "duty/duty.h"
#include "http/http.h"
#include "jobs/jobs.h"
#include "server/options.h"
#include "server/pulse.h"
#include "store/store.h"
#include "sys/worker.h"

struct wired {
	struct arena *arena;            /* lives as long as the process */
	struct store *store;
	struct packs packs;
	struct duties duties;
	struct worker_pool *readers;
	struct mailer *mailer;          /* the process that sends mail */
	struct postman *postman;        /* null: no mail server is configured */
	struct site site;               /* of the public address */
	struct site operator_site;      /* of the admin socket: the command line */
	struct jobs *jobs;
	struct pulse *pulse;
	struct http_server *open, *admin;
	struct instant since;
};

/* What is part of the program; then the database, which may be tried again; then all else
 * that requests need.  Each says why when it cannot. */
enum fail wire_packs(struct wired *w) MUST_USE;
enum fail wire_store(struct wired *w, const struct server_options *o,
                     const struct config *c) MUST_USE;
enum fail wire_open(struct wired *w, const struct server_options *o,
                    const struct config *c) MUST_USE;
/* Starts answering on both descriptors. */
enum fail wire_serve(struct wired *w, const struct server_options *o,
                     const struct config *c) MUST_USE;
void wire_close(struct wired *w, int stop_seconds);

/* ---- admin.c: how it goes ---- */
extern const struct route health_routes[];      /* /livez, /readyz: on both addresses */
void livez(struct request *q, struct response *r);
extern const struct route admin_routes[];       /* /metrics: only for the command line */
/* What health and metrics look at; set once before requests come. */
void admin_watch(const struct wired *w);

#endif
