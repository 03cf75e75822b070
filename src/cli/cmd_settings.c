/* cmd_settings.c -- an organisation's settings, with or without a running server. */
#include <getopt.h>

#include "cli/installation_call.h"

static int run(int argc, char **argv);

const struct command command_settings = {
	.name = "settings",
	.summary = "list an organisation's settings, show or choose one",
	.usage = "list|get NAME|set NAME VALUE --db FILE [options]",
	.help = "  list              every setting, what it is now, and the choices\n"
	        "  get NAME          what it is now\n"
	        "  set NAME VALUE    chooses; the change is in the history\n"
	        "\n"
	        "  --db FILE         the database\n"
	        "  --org NAME        the organisation, when there are several\n"
	        "  --reason TEXT     why, for the history\n"
	        "  --json            the answer as JSON\n"
	        "  --socket PATH     of the running server, if not FILE.socket\n"
	        "\n"
	        "Some choices are not open to whoever runs the installation, whether the\n"
	        "operator may read content among them: people of the organisation make\n"
	        "them under Settings.\n",
	.run = run,
};

struct asked {
	struct calling call;
	const char *reason;
	bool json;
};

static void print_setting(const struct json *s)
{
	const struct json *choices = json_member(s, "choices");

	printf("%.*s = %.*s\n    %.*s\n    one of:", STR_ARG(json_string(s, "name")),
	       STR_ARG(json_string(s, "value")), STR_ARG(json_string(s, "label")));
	for (const struct json *c = choices ? choices->first : NULL; c; c = c->next) {
		const struct json *allowed = json_member(c, "allowed");
		bool mine = allowed && allowed->kind == JSON_TRUE;
		printf(" %.*s%s", STR_ARG(json_string(c, "name")),
		       mine ? "" : " (not by you)");
	}
	printf("\n");
	if (json_string(s, "chosen_at").n)
		printf("    chosen %.*s by %.*s\n", STR_ARG(json_string(s, "chosen_at")),
		       STR_ARG(json_string(s, "chosen_by")));
}

static void print_json(struct asked *s, const struct json *value)
{
	printf("%.*s\n", STR_ARG(json_canonical(s->call.arena, value)));
}

static int all_settings(struct asked *s, struct json **answer)
{
	int status = calling_start(&s->call, "setting.list");

	return status ? status : calling_send(&s->call, answer);
}

static int list(struct asked *s)
{
	struct json *answer;
	int status = all_settings(s, &answer);

	if (status)
		return status;
	const struct json *all = json_member(answer, "settings");
	if (s->json)
		print_json(s, answer);
	for (const struct json *one = !s->json && all ? all->first : NULL; one;
	     one = one->next)
		print_setting(one);
	return COMMAND_DONE;
}

static int get(struct asked *s, const char *name)
{
	struct json *answer;
	int status = all_settings(s, &answer);

	if (status)
		return status;
	const struct json *all = json_member(answer, "settings");
	for (const struct json *one = all ? all->first : NULL; one; one = one->next) {
		if (!str_is(json_string(one, "name"), name))
			continue;
		if (s->json)
			print_json(s, one);
		else
			printf("%.*s\n", STR_ARG(json_string(one, "value")));
		return COMMAND_DONE;
	}
	command_say(&command_settings, "there is no setting %s", name);
	return COMMAND_COULD_NOT;
}

static int set(struct asked *s, const char *name, const char *value)
{
	struct json *answer;
	int status = calling_start(&s->call, "setting.set");

	if (status)
		return status;
	json_pair_z(&s->call.out, "name", name);
	json_pair_z(&s->call.out, "value", value);
	json_pair_z(&s->call.out, "reason", s->reason ? s->reason : "");
	return calling_send(&s->call, &answer);
}

static int options_read(struct asked *s, int argc, char **argv)
{
	static const struct option options[] = {
		{ "db", required_argument, NULL, 'd' },
		{ "org", required_argument, NULL, 'o' },
		{ "reason", required_argument, NULL, 'r' },
		{ "json", no_argument, NULL, 'j' },
		{ "socket", required_argument, NULL, 's' },
		{ NULL, 0, NULL, 0 },
	};

	for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (c) {
		case 'd': s->call.db = optarg; break;
		case 'o': s->call.org = optarg; break;
		case 'r': s->reason = optarg; break;
		case 'j': s->json = true; break;
		case 's': s->call.socket = optarg; break;
		default: return command_misused(&command_settings, "see the options");
		}
	return 0;
}

static int run(int argc, char **argv)
{
	struct asked s = { .call = { .command = &command_settings } };
	int status = options_read(&s, argc, argv);

	if (status)
		return status;
	int words = argc - optind;
	const char *const *word = (const char *const *)argv + optind;
	if (words == 1 && strcmp(word[0], "list") == 0)
		status = list(&s);
	else if (words == 2 && strcmp(word[0], "get") == 0)
		status = get(&s, word[1]);
	else if (words == 3 && strcmp(word[0], "set") == 0)
		status = set(&s, word[1], word[2]);
	else
		return command_misused(&command_settings,
		                       "list, get NAME or set NAME VALUE");
	calling_end(&s.call);
	return status;
}
