/*
 * cmd_verify.c -- is the history whole, and is the present what the history says?
 *
 * Reads only, and may run beside a server.
 */
#include <getopt.h>
#include <unistd.h>

#include "base/limits.h"
#include "cli/opened.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "codec/json.h"
#include "store/tenant.h"
#include "store/verify.h"

static int run(int argc, char **argv);

const struct command command_verify = {
	.name = "verify",
	.summary = "check the history against itself and against the records",
	.usage = "--db FILE [--checkpoint FILE [--key KEY]] [--org NAME] [--json]",
	.help = "  --db FILE          the database\n"
	        "  --checkpoint FILE  a checkpoint that was kept elsewhere: printed, "
	        "mailed\n"
	        "  --key KEY          the verification key it must be signed with\n"
	        "                     (`wardroom ledger key` prints it; keep it "
	        "elsewhere, too)\n"
	        "  --org NAME         only this organisation\n"
	        "  --json             the result as JSON\n"
	        "  --rebuild-words    first make anew the words that the search finds "
	        "records by;\n"
	        "                     no server may run meanwhile\n"
	        "  --help             this help\n"
	        "\n"
	        "Exit status: 0 everything holds, 1 something differs, 2 it could not be "
	        "checked.\n",
	.run = run,
};

struct verifying {
	struct opened opened;
	const char *checkpoint;
	const char *key;
	struct verify_options options;
	struct progress progress;
	struct note_key note_key;
	struct ledger_key own;
	int64_t differences;
	bool first, rebuild;
};

static enum fail read_whole(struct arena *a, const char *path, struct str *out)
{
	char bytes[NOTE_LIMIT_BYTES];
	FILE *f = fopen(path, "re");

	if (!f)
		return fail_say(FAIL_IO, "cannot open %s", path);
	size_t n = fread(bytes, 1, sizeof bytes, f);
	fclose(f);
	*out = str_copy(a, (struct str){ bytes, n });
	return OK;
}

static enum fail prepare(struct verifying *v)
{
	struct arena *a = v->opened.arena;
	enum fail f = OK;

	if (v->checkpoint)
		f = read_whole(a, v->checkpoint, &v->options.checkpoint);
	if (f == OK && v->key) {
		if (!note_key_parse(a, str_of(v->key), &v->note_key))
			return fail_say(FAIL_FORMAT, "%s is not a verification key",
			                v->key);
		v->options.key = &v->note_key;
	}
	if (ledger_key_load(a, ledger_key_path(a, store_beside(v->opened.store)).p, false,
	                    &v->own) == OK)
		v->options.own_key = v->own.public_key;
	v->options.go_on = progress_go_on;
	v->options.arg = &v->progress;
	return f;
}

static void print_text(const struct verifying *v, const struct tenant *t,
                       const struct verify_result *r)
{
	struct arena *a = v->opened.arena;
	int64_t shown = r->differences < VERIFY_AT_MOST ? r->differences : VERIFY_AT_MOST;

	printf("%.*s: %s\n", STR_ARG(t->name), r->differences ? "DIFFERS" : "holds");
	for (int64_t i = 0; i < shown; i++)
		printf("  %.*s: %.*s\n", STR_ARG(r->at[i].where), STR_ARG(r->at[i].what));
	if (r->differences > shown)
		printf("  and %lld more\n", (long long)(r->differences - shown));
	printf("  %lld entries (%lld erased), %lld records, %lld approvals, %lld files, "
	       "%lld checkpoints\n",
	       (long long)r->entries, (long long)r->erased_entries, (long long)r->records,
	       (long long)r->approvals, (long long)r->files, (long long)r->checkpoints);
	if (r->other_keys > 0)
		printf("  %lld checkpoints are signed with an earlier key of this "
		       "database\n",
		       (long long)r->other_keys);
	printf("  root %.*s\n", STR_ARG(base64(a, r->root.b, sizeof r->root.b)));
}

static void print_json(struct verifying *v, const struct tenant *t,
                       const struct verify_result *r)
{
	struct arena *a = v->opened.arena;
	struct text out = text_on(a, LIMIT_PAGE_BYTES);
	struct json_out j = json_to(&out);
	int64_t shown = r->differences < VERIFY_AT_MOST ? r->differences : VERIFY_AT_MOST;

	json_open_object(&j);
	json_pair_str(&j, "organisation", t->name);
	json_pair_str(&j, "org", id_text(a, t->org));
	json_pair_bool(&j, "holds", r->differences == 0);
	json_pair_int(&j, "entries", r->entries);
	json_pair_int(&j, "erased", r->erased_entries);
	json_pair_int(&j, "records", r->records);
	json_pair_int(&j, "approvals", r->approvals);
	json_pair_int(&j, "files", r->files);
	json_pair_int(&j, "checkpoints", r->checkpoints);
	json_pair_int(&j, "other_keys", r->other_keys);
	json_pair_str(&j, "root", base64(a, r->root.b, sizeof r->root.b));
	json_pair_int(&j, "differences", r->differences);
	json_name(&j, "first");
	json_open_array(&j);
	for (int64_t i = 0; i < shown; i++) {
		json_open_object(&j);
		json_pair_str(&j, "where", r->at[i].where);
		json_pair_str(&j, "what", r->at[i].what);
		json_close_object(&j);
	}
	json_close_array(&j);
	json_close_object(&j);
	printf("%s%.*s", v->first ? "" : ",\n", STR_ARG(text_str(&out)));
	v->first = false;
}

static enum fail rebuild_words(struct verifying *v, const struct tenant *t)
{
	int64_t changed;
	enum fail f = store_rebuild_words(v->opened.store, t->org, &changed);

	if (f == OK)
		fprintf(stderr, "%.*s: the words of %lld records were made anew\n",
		        STR_ARG(t->name), (long long)changed);
	return f;
}

static enum fail verify_one(struct verifying *v, const struct tenant *t)
{
	struct verify_result *r = ARENA_NEW(v->opened.arena, struct verify_result);
	enum fail f = v->rebuild ? rebuild_words(v, t) : OK;

	if (f == OK)
		f = store_verify(v->opened.store, v->opened.arena, t->org, &v->options, r);

	progress_end(&v->progress);
	if (f != OK)
		return f;
	v->differences += r->differences;
	if (v->opened.json)
		print_json(v, t, r);
	else
		print_text(v, t, r);
	return OK;
}

static bool wanted(const struct verifying *v, const struct tenant *t, size_t count)
{
	/* A checkpoint is of one organisation: it is for the one that it names. */
	struct note n;
	struct checkpoint c;
	struct arena *a = v->opened.arena;

	if (v->opened.org_name)
		return str_is(t->name, v->opened.org_name);
	if (count == 1 || v->options.checkpoint.n == 0 ||
	    !note_parse(a, v->options.checkpoint, &n) || !checkpoint_parse(a, n.text, &c))
		return true;
	return str_equal(c.origin, ledger_origin(a, t->org));
}

static enum fail verify_tenants(struct verifying *v)
{
	struct tenant *list;
	size_t count, done = 0;
	enum fail f = tenant_list(v->opened.store, v->opened.arena, &list, &count);

	v->first = true;
	if (v->opened.json)
		printf("[");
	for (size_t i = 0; f == OK && i < count; i++)
		if (wanted(v, &list[i], count)) {
			f = verify_one(v, &list[i]);
			done++;
		}
	if (v->opened.json)
		printf("]\n");
	if (f == OK && done == 0)
		return fail_say(FAIL_NOT_FOUND, count ? "there is no such organisation"
		                                      : "there is no organisation yet");
	return f;
}

static int verify(struct verifying *v)
{
	const struct store_options options = {
		.db = v->opened.db,
		.registry = &all_records,
		.read_only = !v->rebuild,
		.no_threads = true,
		.readers = 1,
	};

	if (!v->opened.db)
		return command_misused(&command_verify, "say which database: --db FILE");
	progress_start(&v->progress, &command_verify);
	v->opened.arena = arena_new(LIMIT_REQUEST_BYTES);
	if (!v->opened.arena)
		return command_failed(&command_verify, fail_say(FAIL_MEMORY, "no memory"));
	enum fail f = store_open(&v->opened.store, &options);
	if (f == OK)
		f = prepare(v);
	if (f == OK)
		f = verify_tenants(v);
	int status = f != OK             ? command_failed(&command_verify, f)
	             : v->differences > 0 ? COMMAND_NO
	                                  : COMMAND_DONE;
	opened_end(&v->opened);
	return status;
}

static int run(int argc, char **argv)
{
	struct verifying v = { .opened = { .command = &command_verify } };
	const struct option_wanted wanted[] = {
		{ "db", .text = &v.opened.db },
		{ "checkpoint", .text = &v.checkpoint },
		{ "key", .text = &v.key },
		{ "org", .text = &v.opened.org_name },
		{ "json", .flag = &v.opened.json },
		{ "rebuild-words", .flag = &v.rebuild },
		{ 0 },
	};
	int status = options_read(&command_verify, argc, argv, wanted);

	if (status)
		return status;
	if (optind < argc)
		return command_misused(&command_verify, "%s is not expected here",
		                       argv[optind]);
	return verify(&v);
}
