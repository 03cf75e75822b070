/* cmd_ledger.c -- checkpoints, proofs and exports of the history, for those who check it.
 */
#include <getopt.h>

#include "base/limits.h"
#include "cli/installation_call.h"
#include "cli/options.h"
#include "store/ledger_proof.h"

static int run(int argc, char **argv);

const struct command command_ledger = {
	.name = "ledger",
	.summary = "checkpoints, proofs and exports of the history",
	.usage = "checkpoint|key|proof RECORD|export FOLDER --db FILE [options]",
	.help = "  checkpoint        signs the history as it is now and prints it: keep "
	        "it elsewhere\n"
	        "  key               prints the verification key: keep it elsewhere, too\n"
	        "  proof RECORD      JSON by which anybody can check a record's history; "
	        "RECORD is\n"
	        "                    a code (PLN-0003) or an identifier\n"
	        "  export FOLDER     the whole tree as c2sp.org/tlog-tiles has it, "
	        "without values\n"
	        "\n"
	        "  --db FILE         the database\n"
	        "  --org NAME        the organisation, when there are several\n"
	        "  --values          proof: with the values and salts. An operator reads "
	        "them, so\n"
	        "                    the setting operator.may_read must allow it; it is "
	        "recorded\n"
	        "  --socket PATH     of the running server, if not FILE.socket\n"
	        "\n"
	        "docs/ledger.md tells how to check a proof or an export by other means.\n",
	.run = run,
};

struct asked {
	struct opened opened;
	const char *socket;
	const char *record, *folder;
	bool values;
};

/* ---- with a signature: wherever the database is ---- */

static int make_checkpoint(struct asked *l, struct arena **arena,
                           struct kept_checkpoint *out)
{
	struct calling c = { .command = &command_ledger,
		             .db = l->opened.db,
		             .org = l->opened.org_name,
		             .socket = l->socket };
	struct json *answer;
	int status = calling_start(&c, "ledger.checkpoint");

	if (status == 0)
		status = calling_send(&c, &answer);
	if (status == 0) {
		out->note = json_string(answer, "checkpoint");
		(void)json_int(answer, "size", &out->size);
	}
	*arena = c.arena;
	return status;
}

static int checkpoint(struct asked *l)
{
	struct arena *arena = NULL;
	struct kept_checkpoint made = { 0 };
	int status = make_checkpoint(l, &arena, &made);

	if (status == 0)
		printf("%.*s", STR_ARG(made.note));
	arena_free(arena);
	return status;
}

static int proof(struct asked *l)
{
	struct calling c = { .command = &command_ledger,
		             .db = l->opened.db,
		             .org = l->opened.org_name,
		             .socket = l->socket };
	struct json *answer;
	int status = calling_start(&c, "ledger.proof");

	if (status == 0) {
		json_pair_z(&c.out, "record", l->record);
		json_pair_bool(&c.out, "values", l->values);
		status = calling_send(&c, &answer);
	}
	if (status == 0)
		printf("%.*s", STR_ARG(json_string(answer, "proof")));
	calling_end(&c);
	return status;
}

/* ---- reading ---- */

static enum fail load_key(struct asked *l, struct ledger_key *key)
{
	struct arena *a = l->opened.arena;

	return ledger_key_load(a, ledger_key_path(a, store_beside(l->opened.store)).p,
	                       false, key);
}

static int print_key(struct asked *l)
{
	struct ledger_key key;
	int status = opened_start(&l->opened);

	if (status)
		return status;
	enum fail f = load_key(l, &key);
	if (f == OK) {
		struct note_key vkey =
			ledger_note_key(l->opened.arena, l->opened.org, key.public_key);
		printf("%.*s\n", STR_ARG(note_key_text(l->opened.arena, &vkey)));
	}
	status = f == OK ? COMMAND_DONE : command_failed(&command_ledger, f);
	opened_end(&l->opened);
	return status;
}

struct reading {
	struct asked *asked;
	struct kept_checkpoint kept;
};

static enum fail export_job(struct act *a, void *arg)
{
	struct reading *r = arg;

	return ledger_export(a, &r->kept, r->asked->folder);
}

static int export(struct asked *l)
{
	struct arena *arena = NULL;
	struct reading r = { .asked = l };
	int status = make_checkpoint(l, &arena, &r.kept);

	if (status == 0)
		status = opened_start(&l->opened);
	if (status == 0) {
		struct actor program = system_actor(l->opened.org, "ledger");
		enum fail f = store_read(l->opened.store, &program, l->opened.arena,
		                         export_job, &r);
		status = f == OK ? COMMAND_DONE : command_failed(&command_ledger, f);
	}
	opened_end(&l->opened);
	arena_free(arena);
	return status;
}

static int run(int argc, char **argv)
{
	struct asked l = { .opened = { .command = &command_ledger } };
	const struct option_wanted wanted[] = {
		{ "db", .text = &l.opened.db },
		{ "org", .text = &l.opened.org_name },
		{ "socket", .text = &l.socket },
		{ "values", .flag = &l.values },
		{ 0 },
	};
	int status = options_read(&command_ledger, argc, argv, wanted);

	if (status)
		return status;
	int words = argc - optind;
	const char *what = words > 0 ? argv[optind] : "";
	if (words == 1 && strcmp(what, "checkpoint") == 0)
		return checkpoint(&l);
	if (words == 1 && strcmp(what, "key") == 0)
		return print_key(&l);
	if (words == 2 && strcmp(what, "proof") == 0) {
		l.record = argv[optind + 1];
		return proof(&l);
	}
	if (words == 2 && strcmp(what, "export") == 0) {
		l.folder = argv[optind + 1];
		return export(&l);
	}
	return command_misused(&command_ledger,
	                       "say what: checkpoint, key, proof RECORD or export FOLDER");
}
