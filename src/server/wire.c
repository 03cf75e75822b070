/* wire.c -- the tables of the lower folders, put together. */
#include "server/wire.h"

#include "actions/installation.h"
#include "actions/notices.h"
#include "actions/plan_intake.h"
#include "actions/verify_job.h"
#include "api/api.h"
#include "base/arena.h"
#include "base/log.h"
#include "base/patience.h"
#include "duty/engine.h"
#include "identity/identity.h"
#include "server/role_parse.h"
#include "store/answers.h"
#include "store/checkpoint.h"
#include "store/erase.h"
#include "store/sendings.h"
#include "web/web.h"

#define END_US (5 * US_PER_SECOND)      /* for a last checkpoint */

static const struct route *const open_tables[] = { health_routes, api_routes, web_routes };
static const struct route *const admin_tables[] = { health_routes, admin_routes,
	                                            installation_routes, api_routes };

/* ---- what the clock does ---- */

/* Steps that are due, and bins whose days are over. */
static enum fail clock_steps(struct store *s, void *context, int64_t *count)
{
	(void)context;
	return store_clock_steps(s, count);
}

/* The history is signed; files that erased records gave up leave the disk. */
static enum fail clock_ledger(struct store *s, void *context, int64_t *count)
{
	(void)context;
	enum fail f = store_checkpoints(s, count);

	return f == OK ? store_remove_files(s) : f;
}

/* Longer than a session lasts: whoever puts a refused form right still has the file. */
#define UNFINISHED_HOURS (2 * SESSION_LONGEST_HOURS)

static enum fail clock_uploads(struct store *s, void *context, int64_t *count)
{
	(void)context;
	int64_t age = (int64_t)UNFINISHED_HOURS * 3600 * US_PER_SECOND;
	struct instant before = { instant_now().us - age };

	return store_sweep_files(s, before, count);
}

static enum fail clock_sessions(struct store *s, void *context, int64_t *count)
{
	(void)context;
	return sessions_forget(s, count);
}

static enum fail clock_answers(struct store *s, void *context, int64_t *count)
{
	(void)context;
	return answers_forget(s, count);
}

/* Jobs that ended a day ago leave, with what they made. */
static enum fail clock_jobs(struct store *s, void *context, int64_t *count)
{
	(void)context;
	return jobs_forget(s, count);
}

/* Notices and mails that nobody looks at any more. */
static enum fail clock_notices(struct store *s, void *context, int64_t *count)
{
	int64_t mails = 0;

	(void)context;
	enum fail f = notices_forget(s, count);
	if (f == OK)
		f = sendings_forget(s, &mails);
	*count += mails;
	return f;
}

/* What time has changed of how duties stand; everything where the packs are others. */
static enum fail clock_duties(struct store *s, void *context, int64_t *count)
{
	(void)context;
	return duty_clock(s, count);
}

static const struct clock_duty duties[] = {
	{ .name = "duties", .every_s = 60, .run = clock_duties },
	{ .name = "jobs", .every_s = 600, .run = clock_jobs },
	{ .name = "steps", .every_s = 60, .run = clock_steps },
	{ .name = "sessions", .every_s = 600, .run = clock_sessions },
	{ .name = "answers", .every_s = 600, .run = clock_answers },
	{ .name = "uploads", .every_s = 3600, .run = clock_uploads },
	{ .name = "ledger", .every_s = 3600, .run = clock_ledger },
	{ .name = "notices", .every_s = 10, .run = notices_carry },
	{ .name = "dates", .every_s = 600, .run = notices_of_dates },
	{ .name = "digests", .every_s = 60, .run = notices_digests },
	{ .name = "old notices", .every_s = 3600, .run = clock_notices },
};

static const struct job_kind *const job_kinds[] = {
	&plan_check_job,
	&export_job,
	&bulk_job,
	&verify_job,
};

/* ---- opening ---- */

enum fail wire_packs(struct wired *w)
{
	struct refusal why = refusal_on(w->arena);
	enum fail f = packs_embedded(w->arena, &why, &w->packs);

	if (f == OK)
		f = duties_read(w->arena, &w->packs, &all_records, &why, &w->duties);
	if (f == OK)
		duty_engine_use(&w->duties);
	if (f != OK && why.count) {
		struct str first = message_fill(w->arena, why.at[0].why.id, &why.at[0].why);
		return fail_say(f, "a content pack has a fault: %.*s: %.*s",
		                STR_ARG(why.at[0].where), STR_ARG(first));
	}
	return f;
}

static void log_upgrade(void *arg, const char *what)
{
	(void)arg;
	log_event(LOG_INFO, "upgrade", LOG_Z("what", what), LOG_END);
}

enum fail wire_store(struct wired *w, const struct server_options *o,
                     const struct config *c)
{
	struct store_options options = {
		.db = o->db,
		.evidence = str_z(w->arena, server_evidence(w->arena, o, c)),
		.registry = &all_records,
		.readers = (int)c->readers,
	};
	enum fail f = store_open(&w->store, &options);

	if (f)
		return f;
	identity_wire(w->store);
	store_add_hook(w->store, notices_after_write);
	store_add_hook(w->store, duty_after_write);
	f = identity_supply(w->store, log_upgrade, NULL);
	if (f) {
		store_close(w->store);
		w->store = NULL;
	}
	return f;
}

static enum fail start_postman(struct wired *w, const struct server_options *o,
                               const struct config *c)
{
	const struct postman_options mails = {
		.store = w->store,
		.mailer = w->mailer,
		.from = c->mail_from,
		.from_name = c->mail_from_name,
		.retry_seconds = (int)c->mail_retry_seconds,
		.last_seconds = (int)c->mail_last_seconds,
		.alone = db_is_file(o->db),
	};

	return c->mail_server.n > 0 ? postman_start(&w->postman, &mails) : OK;
}

enum fail wire_open(struct wired *w, const struct server_options *o, const struct config *c)
{
	enum fail f = pulse_start(&w->pulse, store_db(w->store));

	if (f)
		return f;
	w->readers = worker_pool_new();
	w->mailer = mailer_new();
	if (!w->readers || !w->mailer)
		return fail_say(FAIL_MEMORY, "no memory for the other processes");
	w->since = instant_now();
	w->site = (struct site){
		.store = w->store,
		.packs = &w->packs,
		.reader = role_parse_reader(w->readers),
		.demonstration = o->demonstration,
		.secure_cookies = c->secure_cookies,
		.trust_proxy_user = c->trust_proxy_user,
		.sends_mail = c->mail_server.n > 0,
		.public_address = str_z(w->arena, c->public_address),
		.proxy_user_header = str_z(w->arena, c->proxy_user_header),
	};
	w->operator_site = w->site;
	w->operator_site.operator_calls = true;
	const struct jobs_options jobs = {
		.store = w->store,
		.context = &w->site,
		.kinds = job_kinds,
		.kind_count = COUNT(job_kinds),
		.duties = duties,
		.duty_count = COUNT(duties),
		.runners = 2,
		.alone = db_is_file(o->db),
	};
	f = jobs_start(&w->jobs, &jobs);
	w->site.jobs = w->operator_site.jobs = w->jobs;
	return f == OK ? start_postman(w, o, c) : f;
}

/* Programs get what they can read, people a page. */
static void say_error(struct request *q, struct response *r, int status)
{
	if (str_starts(q->path, "/api/"))
		api_error(q, r, status);
	else
		web_error(q, r, status);
}

enum fail wire_serve(struct wired *w, const struct server_options *o,
                     const struct config *c)
{
	struct http_options open = {
		.listen_fd = o->public_fd,
		.tables = open_tables,
		.table_count = COUNT(open_tables),
		.error = say_error,
		.site = &w->site,
		.fast_threads = (int)c->fast_threads,
		.slow_threads = (int)c->slow_threads,
		.header_deadline_s = (int)c->header_seconds,
		.request_deadline_s = (int)c->request_seconds,
		.idle_s = (int)c->idle_seconds,
		.connections = (size_t)c->connections,
		.spool = str_z(w->arena, server_evidence(w->arena, o, c)),
	};
	struct http_options admin = {
		.listen_fd = o->admin_fd,
		.tables = admin_tables,
		.table_count = COUNT(admin_tables),
		.error = api_error,
		.site = &w->operator_site,
		.fast_threads = 1,
		.slow_threads = 1,
		.request_deadline_s = 3600,
		.connections = 32,
		.spool = open.spool,
	};

	admin_watch(w);
	enum fail f = http_start(&w->open, &open);
	return f == OK ? http_start(&w->admin, &admin) : f;
}

/* What happened since the last checkpoint is signed before the lights go out. */
static void close_store(struct store *s)
{
	int64_t made;

	/* A database that says nothing is no reason not to end. */
	patience_set((struct patience){ .until_us = steady_us() + END_US });
	if (store_checkpoints(s, &made) != OK)
		log_event(LOG_WARNING, "ledger.not_signed", LOG_Z("why", fail_message()),
		          LOG_END);
	store_close(s);
}

void wire_close(struct wired *w, int stop_seconds)
{
	if (w->open)
		http_stop(w->open, stop_seconds);
	if (w->admin)
		http_stop(w->admin, 1);
	jobs_stop(w->jobs);
	postman_stop(w->postman);
	pulse_stop(w->pulse);
	if (w->store)
		close_store(w->store);
	worker_pool_free(w->readers);
	mailer_free(w->mailer);
	arena_free(w->arena);
}
