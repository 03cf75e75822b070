/* installation_call.c -- calling here, or over the server's admin socket. */
#include "cli/installation_call.h"

#include <errno.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "actions/installation.h"
#include "base/limits.h"

#define ANSWER_BYTES (8u * 1024 * 1024)

int calling_start(struct calling *c, const char *what)
{
	if (!c->db)
		return command_misused(c->command, "say which database: --db FILE");
	c->arena = arena_new(LIMIT_REQUEST_BYTES);
	if (!c->arena)
		return command_failed(c->command, fail_say(FAIL_MEMORY, "no memory"));
	c->text = text_on(c->arena, LIMIT_BODY_BYTES);
	c->out = json_to(&c->text);
	json_open_object(&c->out);
	json_pair_z(&c->out, "do", what);
	json_pair_z(&c->out, "org", c->org ? c->org : "");
	json_pair_str(&c->out, "operator", operator_name(c->arena));
	return 0;
}

int calling_start_as(struct calling *c, const char *what, const char *token_file)
{
	struct str token;

	if (!token_file)
		return command_misused(c->command, "say who asks: --token-file FILE");
	int status = calling_start(c, what);
	if (status)
		return status;
	enum fail f = secret_from_file(c->arena, token_file, &token);
	if (f != OK) {
		status = command_failed(c->command, f);
		calling_end(c);
		return status;
	}
	json_pair_str(&c->out, "token", token);
	return 0;
}

void calling_end(struct calling *c)
{
	arena_free(c->arena);
	c->arena = NULL;
}

/* ---- here ---- */

static enum fail call_here(struct calling *c, struct text *answer)
{
	const struct store_options options = {
		.db = c->db,
		.registry = &all_records,
		.no_threads = true,
		.readers = 1,
	};
	struct store *store;

	/* FAIL_BUSY: somebody has it. */
	enum fail f = db_is_there(c->db);
	if (f == OK)
		f = store_open(&store, &options);
	if (f == OK) {
		identity_wire(store);
		(void)installation_call(store, c->arena, text_str(&c->text), NULL, answer);
		store_close(store);
	}
	return f;
}

/* ---- there ---- */

static enum fail connect_to(struct calling *c, int *fd)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	char beside[PATH_MAX];
	struct str path = str_of(c->socket);

	if (!c->socket) {
		enum fail f = db_beside(c->db, beside);
		if (f)
			return f;
		path = str_format(c->arena, "%s.socket", beside);
	}
	if (path.n >= sizeof address.sun_path)
		return fail_say(FAIL_IO, "the path of the server's socket is too long");
	memcpy(address.sun_path, path.p, path.n);
	*fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (*fd >= 0 && connect(*fd, (struct sockaddr *)&address, sizeof address) == 0)
		return OK;
	int error = errno;
	if (*fd >= 0)
		close(*fd);
	return fail_say(FAIL_IO,
	                "the server has %s, and its socket %.*s cannot be reached: %s",
	                c->db, STR_ARG(path), strerror(error));
}

static enum fail send_all(int fd, struct str s)
{
	while (s.n > 0) {
		ssize_t n = send(fd, s.p, s.n, MSG_NOSIGNAL);
		if (n < 0 && errno != EINTR)
			return fail_say(FAIL_IO, "the server does not listen: %s",
			                strerror(errno));
		if (n > 0)
			s = str_from(s, (size_t)n);
	}
	return OK;
}

static enum fail receive_all(struct calling *c, int fd, struct str *out)
{
	struct text t = text_on(c->arena, ANSWER_BYTES);
	char piece[16384];
	ssize_t n;

	while ((n = recv(fd, piece, sizeof piece, 0)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return fail_say(FAIL_IO, "the server broke off: %s",
			                strerror(errno));
		text_add(&t, (struct str){ piece, (size_t)n });
	}
	*out = text_str(&t);
	return text_failed(&t) ? fail_say(FAIL_FULL, "the server's answer is too long")
	                       : OK;
}

/* HTTP/1.0: the answer ends with the connection, and comes in one piece. */
static enum fail call_there(struct calling *c, struct text *answer)
{
	int fd = -1;
	struct str all;
	struct str body = text_str(&c->text);
	struct str head = str_format(c->arena,
	                             "POST /installation HTTP/1.0\r\nhost: localhost\r\n"
	                             "content-type: application/json\r\n"
	                             "content-length: %zu\r\n\r\n",
	                             body.n);
	enum fail f = connect_to(c, &fd);

	if (f != OK)
		return f;
	f = send_all(fd, head);
	if (f == OK)
		f = send_all(fd, body);
	if (f == OK)
		f = receive_all(c, fd, &all);
	close(fd);
	if (f != OK)
		return f;
	size_t at = str_find(all, STR("\r\n\r\n"));
	if (at == SIZE_MAX || (!str_starts(str_from(all, 8), " 200") &&
	                       !str_starts(str_from(all, 8), " 422")))
		return fail_say(FAIL_FORMAT, "the server did not understand: %.*s",
		                STR_ARG(str_cut(all, 40)));
	text_add(answer, str_from(all, at + 4));
	return OK;
}

/* ---- what came back ---- */

static int say_failure(struct calling *c, const struct json *answer)
{
	const struct json *reasons = json_member(answer, "reasons");
	struct str message = json_string(answer, "message");

	for (const struct json *r = reasons ? reasons->first : NULL; r; r = r->next) {
		struct str advice = json_string(r, "advice");
		struct str where = json_string(r, "where");
		command_say(c->command, "%.*s%s%.*s", STR_ARG(where), where.n ? ": " : "",
		            STR_ARG(json_string(r, "why")));
		if (advice.n)
			fprintf(stderr, "    %.*s\n", STR_ARG(advice));
	}
	if (!reasons || !reasons->first)
		command_say(c->command, "%.*s",
		            STR_ARG(message.n ? message : json_string(answer, "failed")));
	return COMMAND_COULD_NOT;
}

int calling_send(struct calling *c, struct json **answer)
{
	struct text t = text_on(c->arena, ANSWER_BYTES);
	struct json_error error;

	json_close_object(&c->out);
	enum fail f = call_here(c, &t);
	if (f == FAIL_BUSY)
		f = call_there(c, &t);
	if (f == OK)
		f = json_read(c->arena, text_str(&t), answer, &error);
	if (f != OK)
		return command_failed(c->command, f);
	return json_member(*answer, "failed") ? say_failure(c, *answer) : 0;
}
