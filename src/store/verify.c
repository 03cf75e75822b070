/* verify.c -- one tenant after the other questions: tree, records, files. */
#include "store/verify_parts.h"

#include "base/arena.h"
#include "base/limits.h"

void verify_differs(struct verify *v, struct str where, const char *format, ...)
{
	struct verify_result *r = v->result;
	struct text t = text_on(v->kept, 2000);
	va_list args;

	if (r->differences < VERIFY_AT_MOST) {
		va_start(args, format);
		text_addfv(&t, format, args);
		va_end(args);
		r->at[r->differences] = (struct verify_difference){
			.where = str_copy(v->kept, where),
			.what = text_str(&t),
		};
	}
	r->differences++;
}

enum fail verify_tick(struct verify *v, const char *doing, int64_t done, int64_t of)
{
	const struct verify_options *o = v->options;

	if (!o->go_on || done % 256 != 0 || o->go_on(o->arg, doing, done, of))
		return OK;
	return fail_say(FAIL_CANCELLED, "stopped before everything was checked");
}

enum fail verify_within(struct act *act, struct arena *a, const struct verify_options *o,
                        struct verify_result *out)
{
	struct id org = act->actor->org;
	struct act own = *act;
	struct verify v = {
		.act = &own, .kept = a, .org = org, .options = o, .result = out
	};

	*out = (struct verify_result){ .org = org };
	v.scratch = arena_new(LIMIT_REQUEST_BYTES);
	if (!v.scratch)
		return fail_say(FAIL_MEMORY, "no memory to verify");
	own.arena = v.scratch;
	enum fail f = verify_tree(&v);
	if (f == OK)
		f = verify_records(&v);
	if (f == OK)
		f = verify_files(&v);
	arena_free(v.scratch);
	return f;
}

struct verify_call {
	struct arena *kept;
	const struct verify_options *options;
	struct verify_result *result;
};

static enum fail verify_job(struct act *act, void *arg)
{
	struct verify_call *c = arg;

	return verify_within(act, c->kept, c->options, c->result);
}

enum fail store_verify(struct store *s, struct arena *a, struct id org,
                       const struct verify_options *o, struct verify_result *out)
{
	struct actor program = { .kind = ACTOR_SYSTEM, .org = org, .name = STR("verify") };
	struct verify_call c = { .kept = a, .options = o, .result = out };

	*out = (struct verify_result){ .org = org };
	return store_read(s, &program, a, verify_job, &c);
}
