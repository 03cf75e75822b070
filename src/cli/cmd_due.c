/* cmd_due.c -- what is due for disposal, as somebody with a token sees it. */
#include "cli/installation_call.h"
#include "cli/options.h"

static int run(int argc, char **argv);

const struct command command_due = {
	.name = "due",
	.summary = "list the records whose time is over",
	.usage = "--db FILE --token-file FILE [options]",
	.help = "  --db FILE          the database\n"
	        "  --token-file FILE  the token of who asks; - for standard input\n"
	        "  --by YYYY-MM-DD    due by that day instead of today\n"
	        "  --type NAME        of one type: plan\n"
	        "  --unit UNIT        of a part of the organisation, by code or title\n"
	        "  --below UNIT       of that part and of all below it\n"
	        "  --json             the answer as JSON\n"
	        "  --socket PATH      of the running server, if not FILE.socket\n"
	        "\n"
	        "Lists what the token may read. Nothing is destroyed by this command: a\n"
	        "disposal is proposed by one person and approved by another.\n",
	.run = run,
};

static void print_line(const struct json *d)
{
	struct str hold = json_string(d, "hold");

	printf("%-10.*s %.*s  %-8.*s %-24.*s %.*s%s%.*s\n",
	       STR_ARG(json_string(d, "code")), STR_ARG(json_string(d, "due_since")),
	       STR_ARG(json_string(d, "afterwards")), STR_ARG(json_string(d, "rule")),
	       STR_ARG(json_string(d, "title")), hold.n ? ", held by " : "",
	       STR_ARG(hold));
}

static int run(int argc, char **argv)
{
	struct calling c = { .command = &command_due };
	const char *token_file = NULL, *by = "", *type = "", *unit = "", *below = "";
	bool as_json = false;
	const struct option_wanted wanted[] = {
		{ "db", .text = &c.db },
		{ "token-file", .text = &token_file },
		{ "by", .text = &by },
		{ "type", .text = &type },
		{ "unit", .text = &unit },
		{ "below", .text = &below },
		{ "json", .flag = &as_json },
		{ "socket", .text = &c.socket },
		{ 0 },
	};
	struct json *answer;
	int status = options_read(&command_due, argc, argv, wanted);

	if (!status)
		status = calling_start_as(&c, "due.list", token_file);
	if (status)
		return status;
	json_pair_z(&c.out, "by", by);
	json_pair_z(&c.out, "type", type);
	json_pair_z(&c.out, "unit", unit);
	json_pair_z(&c.out, "unit.below", below);
	status = calling_send(&c, &answer);
	const struct json *due = status ? NULL : json_member(answer, "due");
	const struct json *items = due ? json_member(due, "items") : NULL;
	if (due && as_json)
		printf("%.*s\n", STR_ARG(json_canonical(c.arena, due)));
	for (const struct json *d = !as_json && items ? items->first : NULL; d; d = d->next)
		print_line(d);
	calling_end(&c);
	return status;
}
