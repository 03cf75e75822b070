/*
 * cmd_export.c -- everything of one organisation as open JSON and files, while others work.
 *
 * That it is done is an entry of the history before anything is read; a running server
 * writes it.
 */
#include <getopt.h>

#include "base/limits.h"
#include "cli/installation_call.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "store/export.h"

static int run(int argc, char **argv);

const struct command command_export = {
	.name = "export",
	.summary = "write all of an organisation as open JSON and files",
	.usage = "--db DATABASE [--org NAME] --to FOLDER|FILE.tar",
	.help = "  --db DATABASE  a database file, which a server may have open, or\n"
	        "                 postgres://...\n"
	        "  --org NAME     the organisation, when there are several\n"
	        "  --to PLACE     a folder to be made, or an archive when it ends in .tar\n"
	        "  --json         what was written, as JSON\n"
	        "  --socket PATH  of the running server, if not DATABASE.socket\n"
	        "  --help         this help\n"
	        "\n"
	        "Records, links, history, evidence, accounts, settings, and the packs in "
	        "force;\n"
	        "not passwords, sessions, tokens, nor the signing key. README.txt in it "
	        "and\n"
	        "docs/export-format.md say how to read it; `wardroom import` takes it "
	        "in. The\n"
	        "history says that it was exported.\n",
	.run = run,
};

struct asked {
	struct opened opened;
	const char *to, *socket;
};

/* Before anything is read. */
static int note_export(struct asked *q)
{
	struct json *answer;
	struct calling c = { .command = &command_export,
		             .db = q->opened.db,
		             .org = q->opened.org_name,
		             .socket = q->socket };
	int status = calling_start(&c, "export.note");

	if (status == 0)
		status = calling_send(&c, &answer);
	calling_end(&c);
	return status;
}

static void print_json(const struct asked *q, const struct export_result *r)
{
	struct arena *a = q->opened.arena;
	struct text t = text_on(a, LIMIT_PAGE_BYTES);
	struct json_out j = json_to(&t);

	json_open_object(&j);
	json_pair_str(&j, "organisation", r->name);
	json_pair_str(&j, "org", id_text(a, r->org));
	json_pair_z(&j, "to", q->to);
	json_pair_int(&j, "entries", r->entries);
	json_pair_str(&j, "root", r->root);
	json_pair_int(&j, "files", r->files);
	json_close_object(&j);
	printf("%.*s\n", STR_ARG(text_str(&t)));
}

static void print_text(const struct asked *q, const struct export_result *r)
{
	printf("%s: %.*s, %lld entries of history, %lld files\n"
	       "  root %.*s\n"
	       "Not in it: passwords, sessions, tokens, the signing key.\n",
	       q->to, STR_ARG(r->name), (long long)r->entries, (long long)r->files,
	       STR_ARG(r->root));
}

static int export(struct asked *q)
{
	struct progress progress;
	const struct watcher w = { progress_go_on, &progress };
	struct export_result result;
	int status = note_export(q);

	if (status == 0)
		status = opened_start(&q->opened);
	if (status)
		return status;
	progress_start(&progress, &command_export);
	enum fail f = export_make(q->opened.store, q->opened.arena, q->opened.org, q->to,
	                          !str_ends(str_of(q->to), ".tar"), &w, &result);
	progress_end(&progress);
	if (f != OK)
		status = command_failed(&command_export, f);
	else if (q->opened.json)
		print_json(q, &result);
	else
		print_text(q, &result);
	opened_end(&q->opened);
	return status;
}

static int run(int argc, char **argv)
{
	struct asked q = { .opened = { .command = &command_export } };
	const struct option_wanted wanted[] = {
		{ "db", .text = &q.opened.db },
		{ "org", .text = &q.opened.org_name },
		{ "to", .text = &q.to },
		{ "socket", .text = &q.socket },
		{ "json", .flag = &q.opened.json },
		{ 0 },
	};
	int status = options_read(&command_export, argc, argv, wanted);

	if (status)
		return status;
	if (!q.to || !q.opened.db || optind < argc)
		return command_misused(&command_export,
		                       "say --db DATABASE and --to FOLDER|FILE.tar");
	return export(&q);
}
