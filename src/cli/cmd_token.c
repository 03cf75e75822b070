/* cmd_token.c -- API tokens from the command line, with or without a running server. */
#include <getopt.h>
#include <stdlib.h>

#include "cli/installation_call.h"

static int run(int argc, char **argv);

const struct command command_token = {
	.name = "token",
	.summary = "add, list and revoke API tokens of an account",
	.usage = "list LOGIN|add LOGIN NAME|revoke ID --db FILE [options]",
	.help = "  list LOGIN        the tokens of an account\n"
	        "  add LOGIN NAME    prints the new token, once; NAME says what it is for\n"
	        "  revoke ID         ends it at once\n"
	        "\n"
	        "  --db FILE         the database\n"
	        "  --org NAME        the organisation, when there are several\n"
	        "  --read-only       it only reads\n"
	        "  --scope RIGHT     plan.read, plan.*, *.read; may be repeated\n"
	        "  --days N          how long it holds: 90 unless given, at most 366\n"
	        "  --json            the answer as JSON\n"
	        "  --socket PATH     of the running server, if not FILE.socket\n",
	.run = run,
};

#define SCOPES_AT_MOST 64
struct asked {
	struct calling call;
	const char *scopes[SCOPES_AT_MOST];
	size_t scope_count;
	int64_t days;
	bool read_only, json;
};

static void print_tokens(const struct json *answer)
{
	const struct json *list = json_member(answer, "tokens");

	for (const struct json *t = list ? list->first : NULL; t; t = t->next) {
		const struct json *revoked = json_member(t, "revoked");
		bool gone = revoked && revoked->kind == JSON_TRUE;
		printf("%.*s  %-14.*s %-24.*s until %.*s%s\n",
		       STR_ARG(json_string(t, "token")), STR_ARG(json_string(t, "hint")),
		       STR_ARG(json_string(t, "name")), STR_ARG(json_string(t, "ends")),
		       gone ? ", revoked" : "");
	}
}

static int send_and_print(struct asked *t)
{
	struct json *answer;
	int status = calling_send(&t->call, &answer);

	if (status)
		return status;
	if (t->json)
		printf("%.*s\n", STR_ARG(json_canonical(t->call.arena, answer)));
	else if (json_member(answer, "secret"))
		printf("%.*s\n", STR_ARG(json_string(answer, "secret")));
	else
		print_tokens(answer);
	return COMMAND_DONE;
}

static int add(struct asked *t, const char *login, const char *name)
{
	struct json_out *j = &t->call.out;
	int status = calling_start(&t->call, "token.add");

	if (status)
		return status;
	json_pair_z(j, "login", login);
	json_pair_z(j, "name", name);
	json_pair_bool(j, "read_only", t->read_only);
	json_pair_int(j, "days", t->days);
	json_name(j, "scopes");
	json_open_array(j);
	for (size_t i = 0; i < t->scope_count; i++)
		json_put_z(j, t->scopes[i]);
	json_close_array(j);
	return send_and_print(t);
}

static int one(struct asked *t, const char *call, const char *name, const char *value)
{
	int status = calling_start(&t->call, call);

	if (status)
		return status;
	json_pair_z(&t->call.out, name, value);
	return send_and_print(t);
}

static int options_read(struct asked *t, int argc, char **argv)
{
	static const struct option options[] = {
		{ "db", required_argument, NULL, 'd' },
		{ "org", required_argument, NULL, 'o' },
		{ "scope", required_argument, NULL, 'c' },
		{ "days", required_argument, NULL, 'n' },
		{ "read-only", no_argument, NULL, 'r' },
		{ "json", no_argument, NULL, 'j' },
		{ "socket", required_argument, NULL, 's' },
		{ NULL, 0, NULL, 0 },
	};

	for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (c) {
		case 'd': t->call.db = optarg; break;
		case 'o': t->call.org = optarg; break;
		case 'c':
			if (t->scope_count == SCOPES_AT_MOST)
				return command_misused(&command_token, "too many scopes");
			t->scopes[t->scope_count++] = optarg;
			break;
		case 'n':
			if (!str_to_i64(str_of(optarg), &t->days))
				return command_misused(&command_token,
				                       "--days is a number");
			break;
		case 'r': t->read_only = true; break;
		case 'j': t->json = true; break;
		case 's': t->call.socket = optarg; break;
		default: return command_misused(&command_token, "%s", "see the options");
		}
	return 0;
}

static int run(int argc, char **argv)
{
	struct asked t = { .call = { .command = &command_token }, .days = 90 };
	int status = options_read(&t, argc, argv);

	if (status)
		return status;
	int words = argc - optind;
	const char *const *word = (const char *const *)argv + optind;
	if (words == 2 && strcmp(word[0], "list") == 0)
		status = one(&t, "token.list", "login", word[1]);
	else if (words == 2 && strcmp(word[0], "revoke") == 0)
		status = one(&t, "token.revoke", "token", word[1]);
	else if (words == 3 && strcmp(word[0], "add") == 0)
		status = add(&t, word[1], word[2]);
	else
		return command_misused(&command_token,
		                       "list LOGIN, add LOGIN NAME or revoke ID");
	calling_end(&t.call);
	return status;
}
