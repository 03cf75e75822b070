/* verify_job.c -- the history checked against itself and the records, as a job. */
#include "actions/verify_job.h"

#include "access/access.h"
#include "base/arena.h"
#include "store/verify.h"

static enum fail may(const struct actor *who, struct date today, struct refusal *why)
{
	return access_installation(who, VERIFY_RIGHT, today, why) ? OK : FAIL_REFUSED;
}

static enum fail accept(struct act *a, void *context, const struct json *args,
                        struct refusal *why)
{
	(void)context;
	(void)args;
	return may(a->actor, a->today, why);
}

static enum fail judge(struct act *a, void *arg)
{
	struct job *j = arg;

	return may(a->actor, a->today, &j->why);
}

/* What verify says while it works, in words that pages can translate. */
static const char *doing_msgid(const char *doing)
{
	static const char *const known[] = { N_("entries"), N_("records"), N_("files"),
		                             N_("words") };

	for (size_t i = 0; i < COUNT(known); i++)
		if (strcmp(known[i], doing) == 0)
			return known[i];
	return N_("checking the history");
}

static bool go_on(void *arg, const char *doing, int64_t done, int64_t of)
{
	struct job *j = arg;

	job_progress(j, doing_msgid(doing), done, of);
	return !job_cancelled(j);
}

static struct str count_text(struct job *j, int64_t n)
{
	return str_format(j->arena, "%lld", (long long)n);
}

/* Where, not what: differences may quote values. */
static enum fail tell_differences(struct job *j, const struct verify_result *r)
{
	int64_t told = r->differences < VERIFY_AT_MOST ? r->differences : VERIFY_AT_MOST;
	enum fail f = OK;

	j->file_name = STR("differences.txt");
	j->file_media = STR("text/plain; charset=utf-8");
	for (int64_t i = 0; f == OK && i < told; i++)
		f = job_write(j, str_format(j->arena, "%.*s\n", STR_ARG(r->at[i].where)));
	j->said = MESSAGE1(N_("%1 differences were found. The file names where; run "
	                      "\"wardroom verify\" on the server to see what differs."),
	                   count_text(j, r->differences));
	return f;
}

static enum fail run(struct job *j)
{
	struct verify_result *r = ARENA_NEW(j->arena, struct verify_result);
	const struct verify_options o = { .go_on = go_on, .arg = j };
	enum fail f = store_read(j->store, j->actor, j->arena, judge, j);

	if (f == OK)
		f = store_verify(j->store, j->arena, j->org, &o, r);
	if (f != OK)
		return f;
	if (r->differences > 0)
		return tell_differences(j, r);
	j->said = MESSAGE3(N_("Everything holds: %1 entries, %2 records, %3 files."),
	                   count_text(j, r->entries), count_text(j, r->records),
	                   count_text(j, r->files));
	return OK;
}

const struct job_kind verify_job = {
	.name = "verify",
	.label = N_("Check of the history"),
	.accept = accept,
	.run = run,
};
