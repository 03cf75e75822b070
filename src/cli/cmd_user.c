/* cmd_user.c -- accounts from the command line, with or without a running server. */
#include <getopt.h>

#include "cli/installation_call.h"

static int run(int argc, char **argv);

const struct command command_user = {
	.name = "user",
	.summary = "add, list and disable accounts",
	.usage = "list|add|disable|enable|password|sign-out [LOGIN] --db FILE [options]",
	.help = "  list                       all accounts\n"
	        "  add LOGIN                  with --name, and --role if it is to do "
	        "anything\n"
	        "  disable LOGIN              ends its sessions at once; enable opens it "
	        "again\n"
	        "  password LOGIN             sets a new one, ends its sessions and "
	        "tokens\n"
	        "  sign-out LOGIN             ends its sessions\n"
	        "\n"
	        "  --db FILE                  the database\n"
	        "  --org NAME                 the organisation, when there are several\n"
	        "  --name NAME                of the person; --email ADDRESS\n"
	        "  --role ROLE                security-officer, executive, system-owner, "
	        "staff,\n"
	        "                             auditor, audit-lead, administrator, "
	        "central-office\n"
	        "  --clearance MARK           highest label seen, as in PB\n"
	        "  --until DATE               last day of the role; an auditor needs one\n"
	        "  --lang en|fr               of the account\n"
	        "  --password-file FILE       first line; - reads standard input; "
	        "without it the\n"
	        "                             terminal asks\n"
	        "  --no-password              sign-in only by a trusted proxy\n"
	        "  --keep-tokens              a new password leaves tokens as they are\n"
	        "  --json                     the answer as JSON\n"
	        "  --socket PATH              of the running server, if not FILE.socket\n",
	.run = run,
};

struct asked {
	struct calling call;
	const char *what, *login;
	const char *name, *email, *role, *clearance, *until, *lang, *password_file;
	bool no_password, keep_tokens, json;
};

static const struct {
	const char *word, *call;
	bool login;
} verbs[] = {
	{ "list", "account.list", false },
	{ "add", "account.add", true },
	{ "disable", "account.disable", true },
	{ "enable", "account.enable", true },
	{ "password", "account.password", true },
	{ "sign-out", "account.sign-out", true },
};

static void put_if(struct json_out *j, const char *name, const char *value)
{
	if (value)
		json_pair_z(j, name, value);
}

static enum fail put_password(struct asked *u)
{
	struct arena *a = u->call.arena;
	struct str password;
	enum fail f = u->password_file
	                      ? secret_from_file(a, u->password_file, &password)
	                      : secret_from_prompt(a, "New password", true, &password);

	if (f == OK)
		json_pair_str(&u->call.out, "password", password);
	json_pair_bool(&u->call.out, "keep_tokens", u->keep_tokens);
	return f;
}

static void print_accounts(const struct json *answer)
{
	const struct json *list = json_member(answer, "accounts");

	for (const struct json *a = list ? list->first : NULL; a; a = a->next) {
		struct str last = json_string(a, "last_sign_in");
		printf("%-32.*s %-10.*s %-28.*s %.*s\n", STR_ARG(json_string(a, "login")),
		       STR_ARG(json_string(a, "state")), STR_ARG(json_string(a, "name")),
		       STR_ARG(last.n ? last : STR("never signed in")));
	}
}

static int send_and_print(struct asked *u)
{
	struct json *answer;
	int status = calling_send(&u->call, &answer);

	if (status)
		return status;
	if (u->json)
		printf("%.*s\n", STR_ARG(json_canonical(u->call.arena, answer)));
	else if (strcmp(u->what, "list") == 0)
		print_accounts(answer);
	else if (strcmp(u->what, "add") == 0)
		printf("%s has an account\n", u->login);
	return COMMAND_DONE;
}

static int call(struct asked *u, const char *name)
{
	struct json_out *j = &u->call.out;
	bool adding = strcmp(u->what, "add") == 0;
	int status = calling_start(&u->call, name);

	if (status)
		return status;
	put_if(j, "login", u->login);
	if (adding) {
		put_if(j, "person", u->name);
		put_if(j, "email", u->email);
		put_if(j, "role", u->role);
		put_if(j, "clearance", u->clearance);
		put_if(j, "until", u->until);
		put_if(j, "language", u->lang);
	}
	if ((adding && !u->no_password) || strcmp(u->what, "password") == 0) {
		enum fail f = put_password(u);
		if (f != OK)
			return command_failed(&command_user, f);
	}
	return send_and_print(u);
}

static int options_read(struct asked *u, int argc, char **argv)
{
	static const struct option options[] = {
		{ "db", required_argument, NULL, 'd' },
		{ "org", required_argument, NULL, 'o' },
		{ "name", required_argument, NULL, 'n' },
		{ "email", required_argument, NULL, 'e' },
		{ "role", required_argument, NULL, 'r' },
		{ "clearance", required_argument, NULL, 'c' },
		{ "until", required_argument, NULL, 'u' },
		{ "lang", required_argument, NULL, 'l' },
		{ "password-file", required_argument, NULL, 'p' },
		{ "no-password", no_argument, NULL, 'P' },
		{ "keep-tokens", no_argument, NULL, 'k' },
		{ "json", no_argument, NULL, 'j' },
		{ "socket", required_argument, NULL, 's' },
		{ NULL, 0, NULL, 0 },
	};

	for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (c) {
		case 'd': u->call.db = optarg; break;
		case 'o': u->call.org = optarg; break;
		case 'n': u->name = optarg; break;
		case 'e': u->email = optarg; break;
		case 'r': u->role = optarg; break;
		case 'c': u->clearance = optarg; break;
		case 'u': u->until = optarg; break;
		case 'l': u->lang = optarg; break;
		case 'p': u->password_file = optarg; break;
		case 'P': u->no_password = true; break;
		case 'k': u->keep_tokens = true; break;
		case 'j': u->json = true; break;
		case 's': u->call.socket = optarg; break;
		default: return command_misused(&command_user, "%s", "see the options");
		}
	return 0;
}

static int run(int argc, char **argv)
{
	struct asked u = { .call = { .command = &command_user } };
	int status = options_read(&u, argc, argv);

	if (status)
		return status;
	if (optind == argc)
		return command_misused(&command_user, "say what: list, add, disable, ...");
	u.what = argv[optind++];
	u.login = optind < argc ? argv[optind++] : NULL;
	for (size_t i = 0; i < COUNT(verbs); i++) {
		if (strcmp(u.what, verbs[i].word) != 0)
			continue;
		if (verbs[i].login != (u.login != NULL) || optind < argc)
			return command_misused(&command_user,
			                       verbs[i].login
			                               ? "name one account: its login"
			                               : "list takes no login");
		status = call(&u, verbs[i].call);
		calling_end(&u.call);
		return status;
	}
	return command_misused(&command_user, "what is '%s'?", u.what);
}
