/* config.c -- the one configuration file, read strictly (inih). */
#include "sys/config.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <unistd.h>

#include <ini.h>

#include "base/arena.h"

#define FILE_BYTES (256u * 1024)

enum key_type { KEY_TEXT, KEY_NUMBER, KEY_FLAG, KEY_WORD };

struct key {
	const char *section, *name;
	enum key_type type;
	size_t offset;
	int64_t least, most;            /* KEY_NUMBER */
	const char *words;              /* KEY_WORD: between spaces */
};

#define AT(member) offsetof(struct config, member)

static const struct key keys[] = {
	{ "server", "listen", KEY_TEXT, AT(listen), 0, 0, NULL },
	{ "server", "fast_threads", KEY_NUMBER, AT(fast_threads), 1, 64, NULL },
	{ "server", "slow_threads", KEY_NUMBER, AT(slow_threads), 1, 64, NULL },
	{ "server", "connections", KEY_NUMBER, AT(connections), 16, 4096, NULL },
	{ "server", "header_seconds", KEY_NUMBER, AT(header_seconds), 1, 600, NULL },
	{ "server", "request_seconds", KEY_NUMBER, AT(request_seconds), 1, 3600, NULL },
	{ "server", "idle_seconds", KEY_NUMBER, AT(idle_seconds), 1, 600, NULL },
	{ "server", "stop_seconds", KEY_NUMBER, AT(stop_seconds), 0, 600, NULL },
	{ "server", "secure_cookies", KEY_FLAG, AT(secure_cookies), 0, 0, NULL },
	{ "server", "public_address", KEY_TEXT, AT(public_address), 0, 0, NULL },
	{ "sign-in", "trust_proxy_user", KEY_FLAG, AT(trust_proxy_user), 0, 0, NULL },
	{ "sign-in", "proxy_user_header", KEY_TEXT, AT(proxy_user_header), 0, 0, NULL },
	{ "data", "evidence", KEY_TEXT, AT(evidence), 0, 0, NULL },
	{ "data", "admin_socket", KEY_TEXT, AT(admin_socket), 0, 0, NULL },
	{ "data", "readers", KEY_NUMBER, AT(readers), 1, 64, NULL },
	{ "parse", "processes", KEY_NUMBER, AT(parse_processes), 1, 8, NULL },
	{ "parse", "mebibytes", KEY_NUMBER, AT(parse_mebibytes), 128, 4096, NULL },
	{ "parse", "seconds", KEY_NUMBER, AT(parse_seconds), 1, 600, NULL },
	{ "mail", "server", KEY_TEXT, AT(mail_server), 0, 0, NULL },
	{ "mail", "port", KEY_NUMBER, AT(mail_port), 1, 65535, NULL },
	{ "mail", "security", KEY_WORD, AT(mail_security), 0, 0, " starttls tls none " },
	{ "mail", "user", KEY_TEXT, AT(mail_user), 0, 0, NULL },
	{ "mail", "password_file", KEY_TEXT, AT(mail_password_file), 0, 0, NULL },
	{ "mail", "ca_file", KEY_TEXT, AT(mail_ca_file), 0, 0, NULL },
	{ "mail", "from", KEY_TEXT, AT(mail_from), 0, 0, NULL },
	{ "mail", "from_name", KEY_TEXT, AT(mail_from_name), 0, 0, NULL },
	{ "mail", "seconds", KEY_NUMBER, AT(mail_seconds), 1, 600, NULL },
	{ "mail", "last_seconds", KEY_NUMBER, AT(mail_last_seconds), 1, 600, NULL },
	{ "mail", "retry_seconds", KEY_NUMBER, AT(mail_retry_seconds), 1, 3600, NULL },
	{ "log", "level", KEY_WORD, AT(log_level), 0, 0, " debug info warning error " },
};

void config_defaults(struct config *c)
{
	*c = (struct config){
		.listen = STR("127.0.0.1:8080"),
		.fast_threads = 4,
		.slow_threads = 2,
		.connections = 4096,
		.header_seconds = 10,
		.request_seconds = 60,
		.idle_seconds = 30,
		.stop_seconds = 20,
		.proxy_user_header = STR("x-remote-user"),
		.evidence = STR(""),
		.admin_socket = STR(""),
		.readers = 8,
		.parse_processes = 2,
		.parse_mebibytes = 512,
		.parse_seconds = 60,
		.public_address = STR(""),
		.mail_server = STR(""),
		.mail_port = 587,
		.mail_security = STR("starttls"),
		.mail_user = STR(""),
		.mail_password_file = STR(""),
		.mail_ca_file = STR(""),
		.mail_from = STR(""),
		.mail_from_name = STR("Wardroom"),
		.mail_seconds = 60,
		.mail_last_seconds = 600,
		.mail_retry_seconds = 300,
		.log_level = STR("info"),
	};
}

struct reading {
	struct arena *arena;
	struct config *config;
	struct refusal *why;
	struct str name;
	struct str rest;                /* what was not read yet */
	int line;
	uint64_t given;                 /* settings that were read: bits of their places */
};

static int fault(struct reading *r, struct message what, struct message advice)
{
	refuse_with(r->why, FIELD_NONE, what, advice);
	if (r->why->count)
		r->why->at[r->why->count - 1].where =
			str_format(r->arena, "%.*s:%d", STR_ARG(r->name), r->line);
	return 1;
}

/* A line into the library's buffer, counted: its handler does not say where it is.  What
 * does not fit is refused: the library would read its beginning. */
static char *next_line(char *out, int room, void *stream)
{
	struct reading *r = stream;
	size_t most = (size_t)room - 1;

	if (!r->rest.p || r->rest.n == 0)
		return NULL;
	struct str line = str_split(r->rest, '\n', &r->rest);
	r->line++;
	if (line.n > most) {
		fault(r,
		      MESSAGE1(N_("the line is longer than %1 bytes"),
		               str_format(r->arena, "%zu", most)),
		      MESSAGE(NULL));
		line = STR("");
	}
	if (line.n > 0)
		memcpy(out, line.p, line.n);
	out[line.n] = '\0';
	return out;
}

static bool flag_read(const char *value, bool *out)
{
	*out = strcmp(value, "yes") == 0;
	return *out || strcmp(value, "no") == 0;
}

static bool word_in(const char *words, const char *value)
{
	char wanted[64];

	snprintf(wanted, sizeof wanted, " %s ", value);
	return value[0] && strstr(words, wanted);
}

static int set(struct reading *r, const struct key *k, const char *value)
{
	char *to = (char *)r->config + k->offset;
	struct str text = str_copy(r->arena, str_of(value));
	struct str name = str_of(k->name);
	int64_t number;
	bool flag;

	switch (k->type) {
	case KEY_TEXT: *(struct str *)(void *)to = text; return 1;
	case KEY_NUMBER:
		if (!str_to_i64(text, &number) || number < k->least || number > k->most)
			return fault(
				r,
				MESSAGE3(N_("%1 must be a number from %2 to %3"), name,
			                 str_format(r->arena, "%lld", (long long)k->least),
			                 str_format(r->arena, "%lld", (long long)k->most)),
				MESSAGE(NULL));
		*(int64_t *)(void *)to = number;
		return 1;
	case KEY_FLAG:
		if (!flag_read(value, &flag))
			return fault(r, MESSAGE1(N_("%1 must be yes or no"), name),
			             MESSAGE(NULL));
		*(bool *)(void *)to = flag;
		return 1;
	case KEY_WORD:
		if (!word_in(k->words, value))
			return fault(r,
			             MESSAGE2(N_("%1 must be one of: %2"), name,
			                      str_trim(str_of(k->words))),
			             MESSAGE(NULL));
		*(struct str *)(void *)to = text;
		return 1;
	}
	return 1;
}

/* A second value, or an indented line, which the library takes for one, is a mistake. */
static int set_once(struct reading *r, size_t key, const char *value)
{
	bool again = r->given & (UINT64_C(1) << key);

	r->given |= UINT64_C(1) << key;
	if (again)
		return fault(
			r, MESSAGE1(N_("%1 is set a second time"), str_of(keys[key].name)),
			MESSAGE(N_("Write each setting once, on one line.")));
	return set(r, &keys[key], value);
}

static int take(void *user, const char *section, const char *name, const char *value)
{
	struct reading *r = user;

	for (size_t i = 0; i < COUNT(keys); i++)
		if (strcmp(keys[i].section, section) == 0 &&
		    strcmp(keys[i].name, name) == 0)
			return set_once(r, i, value ? value : "");
	return fault(r,
	             MESSAGE2(N_("no setting is called %2 in [%1]"),
	                      str_copy(r->arena, str_of(section)),
	                      str_copy(r->arena, str_of(name))),
	             MESSAGE(N_("packaging/wardroom.conf lists all of them.")));
}

enum fail config_read(struct arena *a, struct str text, struct str name,
                      struct refusal *why, struct config *c)
{
	struct reading r = { a, c, why, name, text, 0, 0 };

	if (!str_is_utf8(text) || memchr(text.p ? text.p : "", '\0', text.n)) {
		fault(&r, MESSAGE(N_("the file is not text in UTF-8")), MESSAGE(NULL));
		return FAIL_REFUSED;
	}
	int line = ini_parse_stream(next_line, &r, take, &r);
	if (line != 0) {
		r.line = line > 0 ? line : r.line;
		fault(&r, MESSAGE(N_("this is neither a section nor a setting")),
		      MESSAGE(N_("Write [section], or name = value.")));
	}
	return refused(why) ? FAIL_REFUSED : OK;
}

static enum fail whole_file(struct arena *a, const char *path, struct str *out)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	char *p = arena_try(a, FILE_BYTES, 1);
	size_t n = 0;

	if (fd < 0 || !p) {
		int error = errno;
		if (fd >= 0)
			close(fd);
		return fail_say(FAIL_IO, "cannot open %s: %s", path, strerror(error));
	}
	for (ssize_t got = 1; got > 0 && n<FILE_BYTES; n += got> 0 ? (size_t)got : 0)
		got = read(fd, p + n, FILE_BYTES - n);
	close(fd);
	*out = (struct str){ p, n };
	return n < FILE_BYTES ? OK : fail_say(FAIL_FULL, "%s is too large", path);
}

enum fail config_load(struct arena *a, const char *path, struct refusal *why,
                      struct config *c)
{
	struct str text;
	enum fail f = whole_file(a, path, &text);

	return f == OK ? config_read(a, text, str_of(path), why, c) : f;
}

enum log_level config_log_level(const struct config *c)
{
	static const char *const levels[] = { "debug", "info", "warning", "error" };

	for (size_t i = 0; i < COUNT(levels); i++)
		if (str_is(c->log_level, levels[i]))
			return (enum log_level)i;
	return LOG_INFO;
}
