/* admin.c -- how it goes: alive, ready, and numbers for a monitor. */
#include "server/wire.h"

#include "base/limits.h"
#include "sys/metrics.h"
#include "sys/zone.h"

static const struct wired *watched;

void admin_watch(const struct wired *w)
{
	watched = w;
}

void livez(struct request *q, struct response *r)
{
	(void)q;
	r->media = "text/plain; charset=utf-8";
	r->body = STR("alive\n");
}

/* Ready: the database answers.  Readers of documents come and go. */
static void readyz(struct request *q, struct response *r)
{
	bool ready = pulse_beats(watched->pulse);

	(void)q;
	r->media = "text/plain; charset=utf-8";
	r->status = ready ? 200 : 503;
	r->body = ready ? STR("ready\n") : STR("the database does not answer\n");
}

static void put_http(struct text *t, const char *which, struct http_server *s)
{
	static const char *const kinds[] = { "turned away", "1xx", "2xx",
		                             "3xx",         "4xx", "5xx" };
	struct http_counts c = http_count(s);
	char name[64];

	snprintf(name, sizeof name, "wardroom_%s_requests_total", which);
	metric_about(t, name, "counter", "Answers, by the first digit of their status.");
	for (size_t i = 0; i < COUNT(kinds); i++)
		metric_value(t, name, "status", kinds[i], (int64_t)c.answered[i]);
	snprintf(name, sizeof name, "wardroom_%s_connections", which);
	metric_about(t, name, "gauge", "Connections that are open.");
	metric_value(t, name, NULL, NULL, (int64_t)c.open);
	snprintf(name, sizeof name, "wardroom_%s_refused_total", which);
	metric_about(t, name, "counter", "Requests refused before they were read.");
	metric_value(t, name, "why", "form", (int64_t)c.refused);
	metric_value(t, name, "why", "time", (int64_t)c.timed_out);
	snprintf(name, sizeof name, "wardroom_%s_waiting", which);
	metric_about(t, name, "gauge", "Requests that wait for a thread.");
	for (size_t i = 0; i < LANES; i++)
		metric_value(t, name, "lane", http_lane_names[i], (int64_t)c.waiting[i]);
	snprintf(name, sizeof name, "wardroom_%s_microseconds_total", which);
	metric_about(t, name, "counter",
	             "Time that answers took, from head to last byte made.");
	for (size_t i = 0; i < LANES; i++)
		metric_value(t, name, "lane", http_lane_names[i], (int64_t)c.took_us[i]);
}

static void put_database(struct text *t)
{
	struct db_counts c = db_counts(store_db(watched->store));

	metric_about(t, "wardroom_database_statements_total", "counter",
	             "Statements that were run.");
	metric_value(t, "wardroom_database_statements_total", NULL, NULL, c.statements);
	metric_about(t, "wardroom_database_transactions_total", "counter",
	             "Transactions that were asked for.");
	metric_value(t, "wardroom_database_transactions_total", "kind", "read", c.reads);
	metric_value(t, "wardroom_database_transactions_total", "kind", "write", c.writes);
	metric_about(t, "wardroom_database_waits_total", "counter",
	             "Times that a database server was waited for.");
	metric_value(t, "wardroom_database_waits_total", NULL, NULL, c.waits);
}

static void metrics(struct request *q, struct response *r)
{
	struct text t = text_on(q->arena, LIMIT_PAGE_BYTES);

	metric_about(&t, "wardroom_info", "gauge", "Edition of the time zones in use.");
	metric_value(&t, "wardroom_info", "zones", zone_edition(), 1);
	metric_about(&t, "wardroom_up_seconds", "gauge", "Since the core started.");
	metric_value(&t, "wardroom_up_seconds", NULL, NULL,
	             (instant_now().us - watched->since.us) / US_PER_SECOND);
	metric_about(&t, "wardroom_readers_ready", "gauge",
	             "Prepared readers of documents.");
	metric_value(&t, "wardroom_readers_ready", NULL, NULL,
	             (int64_t)worker_pool_ready(watched->readers));
	put_database(&t);
	put_http(&t, "open", watched->open);
	put_http(&t, "admin", watched->admin);
	r->media = "text/plain; version=0.0.4; charset=utf-8";
	r->body = text_str(&t);
}

const struct route health_routes[] = {
	{ .methods = GET | HEAD, .path = "/livez", .lane = LANE_WATCH, .handle = livez },
	{ .methods = GET | HEAD, .path = "/readyz", .lane = LANE_WATCH, .handle = readyz },
	{ 0 },
};
const struct route admin_routes[] = {
	{ .methods = GET | HEAD, .path = "/metrics", .handle = metrics },
	{ 0 },
};
