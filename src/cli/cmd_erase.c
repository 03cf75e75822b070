/* cmd_erase.c -- destroys what one record says, in the name of somebody with a token. */
#include <getopt.h>

#include "cli/installation_call.h"
#include "cli/options.h"

static int run(int argc, char **argv);

const struct command command_erase = {
	.name = "erase",
	.summary = "destroy what one record says, for good",
	.usage = "RECORD --db FILE --token-file FILE --reason TEXT [options]",
	.help = "  RECORD             its code, PLN-0003, or its identifier\n"
	        "  --db FILE          the database\n"
	        "  --token-file FILE  the token of who erases; - for standard input\n"
	        "  --reason TEXT      stays in the history: repeat nothing there\n"
	        "  --type NAME        with the identifier of what has left the bin\n"
	        "  --json             the answer as JSON\n"
	        "  --socket PATH      of the running server, if not FILE.socket\n"
	        "\n"
	        "Whoever has the token needs the right to erase. Refused while a legal\n"
	        "hold keeps it. The history says who erased it, when and why, and still\n"
	        "verifies.\n",
	.run = run,
};

static int erase(struct calling *c, const char *record, const char *reason,
                 const char *type, bool as_json)
{
	struct json *answer;

	json_pair_z(&c->out, "record", record);
	json_pair_z(&c->out, "reason", reason);
	json_pair_z(&c->out, "type", type);
	int status = calling_send(c, &answer);
	if (status)
		return status;
	struct str code = json_string(answer, "code");
	if (as_json)
		printf("%.*s\n", STR_ARG(json_canonical(c->arena, answer)));
	else
		printf("%.*s was erased\n",
		       STR_ARG(code.n ? code : json_string(answer, "erased")));
	return COMMAND_DONE;
}

static int run(int argc, char **argv)
{
	struct calling c = { .command = &command_erase };
	const char *token_file = NULL, *reason = "", *type = "";
	bool as_json = false;
	const struct option_wanted wanted[] = {
		{ "db", .text = &c.db },
		{ "token-file", .text = &token_file },
		{ "reason", .text = &reason },
		{ "type", .text = &type },
		{ "json", .flag = &as_json },
		{ "socket", .text = &c.socket },
		{ 0 },
	};
	int status = options_read(&command_erase, argc, argv, wanted);

	if (!status && argc - optind != 1)
		return command_misused(&command_erase, "say which record");
	if (!status)
		status = calling_start_as(&c, "record.erase", token_file);
	if (status)
		return status;
	status = erase(&c, argv[optind], reason, type, as_json);
	calling_end(&c);
	return status;
}
