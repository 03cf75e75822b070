/* options.c -- what the roles of the server are told by their arguments. */
#include "server/options.h"

#include <getopt.h>

#include "base/arena.h"
#include "server/role_out.h"

static int fd_of(const char *text)
{
	int64_t n;

	return str_to_i64(str_of(text), &n) && n >= 0 && n < 1 << 20 ? (int)n : -1;
}

bool server_options_read(int argc, char **argv, struct server_options *o)
{
	static const struct option options[] = {
		{ "db", required_argument, NULL, 'd' },
		{ "listen", required_argument, NULL, 'l' },
		{ "config", required_argument, NULL, 'c' },
		{ "throw-away", required_argument, NULL, 't' },
		{ "demonstration", no_argument, NULL, 'D' },
		{ "again", no_argument, NULL, 'A' },
		{ "public-fd", required_argument, NULL, 'p' },
		{ "admin-fd", required_argument, NULL, 'a' },
		{ "control-fd", required_argument, NULL, 'C' },
		{ NULL, 0, NULL, 0 },
	};

	*o = (struct server_options){ .public_fd = -1, .admin_fd = -1, .control_fd = -1 };
	optind = 0;
	for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		switch (c) {
		case 'd': o->db = optarg; break;
		case 'l': o->listen = optarg; break;
		case 'c': o->config = optarg; break;
		case 't': o->throw_away = optarg; break;
		case 'D': o->demonstration = true; break;
		case 'A': o->again = true; break;
		case 'p': o->public_fd = fd_of(optarg); break;
		case 'a': o->admin_fd = fd_of(optarg); break;
		case 'C': o->control_fd = fd_of(optarg); break;
		default: return false;
		}
	}
	if (!o->db || optind != argc) {
		fprintf(stderr,
		        "wardroom: this role is started by 'wardroom serve' only\n");
		return false;
	}
	if (db_beside(o->db, o->beside) != OK) {
		fprintf(stderr, "wardroom: %s\n", fail_message());
		return false;
	}
	return true;
}

static void say_faults(struct arena *a, const struct refusal *why)
{
	for (size_t i = 0; i < why->count; i++) {
		struct str text = message_fill(a, why->at[i].why.id, &why->at[i].why);
		fprintf(stderr, "wardroom: %.*s: %.*s\n", STR_ARG(why->at[i].where),
		        STR_ARG(text));
	}
}

enum fail server_config(struct arena *a, const struct server_options *o, struct config *out)
{
	struct refusal why = refusal_on(a);
	enum fail f = OK;

	config_defaults(out);
	if (o->config)
		f = config_load(a, o->config, &why, out);
	say_faults(a, &why);
	if (f == OK && o->listen)
		out->listen = str_of(o->listen);
	if (f == FAIL_REFUSED)
		return fail_say(f, "the configuration has faults");
	return f == OK ? role_out_check(out) : f;
}

struct str server_evidence(struct arena *a, const struct server_options *o,
                           const struct config *c)
{
	return c->evidence.n ? c->evidence : str_format(a, "%s.files", o->beside);
}

struct str server_admin_socket(struct arena *a, const struct server_options *o,
                               const struct config *c)
{
	return c->admin_socket.n ? c->admin_socket : str_format(a, "%s.socket", o->beside);
}

struct str folder_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return STR(".");
	return slash == path ? STR("/")
	                     : str_copy(a, (struct str){ path, (size_t)(slash - path) });
}
