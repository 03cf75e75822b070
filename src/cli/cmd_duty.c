/*
 * cmd_duty.c -- `wardroom duty list|why|evaluate|as-of`: how duties stand, and why.
 *
 * An operator reads no content: records are named by their codes alone.
 */
#include <getopt.h>

#include "base/limits.h"
#include "cli/duty_print.h"
#include "cli/options.h"
#include "duty/engine.h"
#include "store/tenant.h"

static int run(int argc, char **argv);

const struct command command_duty = {
	.name = "duty",
	.summary = "how duties stand, why, and how they stood",
	.usage = "list|why DUTY [RECORD]|evaluate|as-of WHEN --db FILE [options]",
	.help = "  list             every duty of every record, one a line\n"
	        "  why DUTY [CODE]  how one stands, and what it rests on\n"
	        "  evaluate         works everything out anew; no server may run\n"
	        "  as-of WHEN       how they stood at a day's end or an instant: as it was "
	        "known\n"
	        "                   then, and as it is known now\n"
	        "\n"
	        "  --db FILE        the database\n"
	        "  --org NAME       the organisation, when there are several\n"
	        "  --duty ID        list, as-of: only this duty\n"
	        "  --lang en|fr     of the sentences\n"
	        "  --json           one object a line\n",
	.run = run,
};

struct asked {
	struct opened opened;
	struct packs packs;
	struct duties duties;
	const char *only_id, *lang;
	const struct duty *only;
	struct actor actor;
	struct duty_printing printing;
	struct str code;                /* why: the record, or empty */
	struct instant at;
};

/* ---- opening ---- */

static int load_packs(struct asked *x)
{
	struct refusal why = refusal_on(x->opened.arena);
	enum fail f = packs_embedded(x->opened.arena, &why, &x->packs);

	if (!f)
		f = duties_read(x->opened.arena, &x->packs, &all_records, &why,
		                &x->duties);
	if (f)
		return refused(&why) ? command_refused(&command_duty, &why)
		                     : command_failed(&command_duty, f);
	duty_engine_use(&x->duties);
	return 0;
}

static int begin(struct asked *x)
{
	enum lang lang = LANG_EN;
	int status;

	if (x->lang && !lang_parse(str_of(x->lang), &lang))
		return command_misused(&command_duty, "--lang is en or fr");
	status = opened_start(&x->opened);
	if (status == 0)
		status = load_packs(x);
	if (status)
		return status;
	x->actor = tenant_system(x->opened.org, STR("duty"));
	x->actor.lang = lang;
	x->printing.json = x->opened.json;
	if (x->only_id) {
		x->only = duty_find(&x->duties, str_of(x->only_id));
		if (!x->only)
			return command_failed(&command_duty,
			                      fail_say(FAIL_NOT_FOUND,
			                               "there is no duty %s", x->only_id));
	}
	return 0;
}

static int finish(struct asked *x, enum fail f)
{
	int status = f == OK ? COMMAND_DONE : command_failed(&command_duty, f);

	duty_engine_use(NULL);
	opened_end(&x->opened);
	return status;
}

/* ---- list ---- */

static enum fail list_job(struct act *a, void *arg)
{
	struct asked *x = arg;

	return duty_as_it_is(a, x->only, duty_print_line, &x->printing);
}

static int list(struct asked *x)
{
	int status = begin(x);

	if (status) {
		opened_end(&x->opened);
		return status;
	}
	return finish(x, store_read(x->opened.store, &x->actor, x->opened.arena, list_job,
	                            x));
}

/* ---- why ---- */

static enum fail why_job(struct act *a, void *arg)
{
	struct asked *x = arg;
	struct row *row = NULL;
	enum fail f = OK;

	if (x->code.n > 0)
		f = record_by_code(a, x->code, &row);
	if (f)
		return fail_say(f, "there is no record %.*s", STR_ARG(x->code));
	x->printing.subject = row ? row->id : a->actor->org;
	f = duty_as_it_is(a, x->only, duty_print_why, &x->printing);
	if (!f && !x->printing.told)
		f = fail_say(FAIL_NOT_FOUND, "the duty %s is not about %.*s", x->only_id,
		             STR_ARG(x->code.n > 0 ? x->code : STR("the organisation")));
	return f;
}

static int why(struct asked *x)
{
	int status = begin(x);

	if (status) {
		opened_end(&x->opened);
		return status;
	}
	return finish(x,
	              store_read(x->opened.store, &x->actor, x->opened.arena, why_job, x));
}

/* ---- as of ---- */

static enum fail as_of_job(struct act *a, void *arg)
{
	struct asked *x = arg;
	struct date day;

	if (date_parse(x->code, &day))
		x->at = day_end(day, a->zone);
	else if (!instant_parse(x->code, &x->at))
		return fail_say(FAIL_FORMAT, "%.*s is no day and no instant",
		                STR_ARG(x->code));
	struct duty_both both = { .printing = &x->printing };
	enum fail f = duty_as_of(a, x->at, KNOWN_THEN, x->only, duty_both_then, &both);
	if (!f)
		f = duty_as_of(a, x->at, KNOWN_NOW, x->only, duty_both_now, &both);
	return f ? f : duty_both_print(a, &both);
}

static int as_of(struct asked *x)
{
	int status = begin(x);

	if (status) {
		opened_end(&x->opened);
		return status;
	}
	return finish(x, store_read(x->opened.store, &x->actor, x->opened.arena, as_of_job,
	                            x));
}

/* ---- evaluate ---- */

static int evaluate(struct asked *x)
{
	int64_t count = 0, began = steady_us();
	int status;

	x->opened.write = true;
	status = begin(x);
	if (status) {
		opened_end(&x->opened);
		return status;
	}
	enum fail f = duty_evaluate(x->opened.store, &x->actor, &count);
	double seconds = (double)(steady_us() - began) / (double)US_PER_SECOND;
	if (f == OK && x->opened.json)
		printf("{\"judged\":%lld,\"seconds\":%.3f}\n", (long long)count, seconds);
	else if (f == OK)
		printf("%lld judged in %.3f s\n", (long long)count, seconds);
	return finish(x, f);
}

static int run(int argc, char **argv)
{
	struct asked x = { .opened = { .command = &command_duty } };
	const struct option_wanted wanted[] = {
		{ "db", .text = &x.opened.db },
		{ "org", .text = &x.opened.org_name },
		{ "duty", .text = &x.only_id },
		{ "lang", .text = &x.lang },
		{ "json", .flag = &x.opened.json },
		{ 0 },
	};
	int status = options_read(&command_duty, argc, argv, wanted);

	if (status)
		return status;
	int words = argc - optind;
	const char *what = words > 0 ? argv[optind] : "";
	if (words == 1 && strcmp(what, "list") == 0)
		return list(&x);
	if (words == 1 && strcmp(what, "evaluate") == 0)
		return evaluate(&x);
	if (words == 2 && strcmp(what, "as-of") == 0) {
		x.code = str_of(argv[optind + 1]);
		return as_of(&x);
	}
	if ((words == 2 || words == 3) && strcmp(what, "why") == 0) {
		x.only_id = argv[optind + 1];
		x.code = words == 3 ? str_of(argv[optind + 2]) : STR("");
		return why(&x);
	}
	return command_misused(&command_duty,
	                       "say what: list, why DUTY [RECORD], evaluate or as-of WHEN");
}
