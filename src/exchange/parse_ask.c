/* parse_ask.c -- asking the reading role, and believing nothing of what it says. */
#include "exchange/parse_role.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "codec/messages.h"
#include "exchange/parse_message.h"
#include "sys/spawn.h"

#define NAME_BYTES 500u

void parse_question(int fd, struct str name, struct channel_message *out)
{
	*out = (struct channel_message){ .kind = PARSE_DOCUMENT,
		                         .bytes = str_cut_utf8(name, NAME_BYTES),
		                         .fds = { fd },
		                         .fd_count = 1 };
}

/* ---- reasons ---- */

static enum fail take_reasons(struct arena *a, struct str bytes, struct refusal *why)
{
	size_t before = why->count;

	if (!reasons_unpack(a, bytes, why))
		return parse_ended(why);
	return fail_say(FAIL_FORMAT, "%s", why->at[before].why.id);
}

enum fail parse_ended(struct refusal *why)
{
	refuse(why, FIELD_NONE, "the file could not be read: its reader was stopped",
	       "Open it in the program that made it, save it again, and send that.");
	return fail_say(FAIL_FORMAT, "the reader of a document ended without an answer");
}

/* ---- answers ---- */

static enum fail take_text(struct arena *a, struct channel_message *m,
                           struct document_text *out)
{
	struct str packed;

	if (m->fd_count != 1)
		return fail_say(FAIL_FORMAT, "the text of a document did not come back");
	enum fail f = file_view(a, m->fds[0], LIMIT_PACKED_TEXT, &packed);
	return f == OK ? document_text_unpack(a, packed, out) : f;
}

enum fail parse_answer(struct arena *a, struct channel_message *answer, struct refusal *why,
                       struct document_text *out)
{
	enum fail f;

	switch (answer->kind) {
	case PARSE_TEXT:
		f = take_text(a, answer, out);
		if (f == FAIL_FORMAT)
			f = parse_ended(why);
		break;
	case PARSE_REFUSED:
		f = take_reasons(a, answer->bytes, why);
		break;
	case PARSE_LIMITED:
		refuse(why, FIELD_NONE,
		       "reading the file takes more time or memory than is allowed",
		       "Take out pictures and attachments, or send it as DOCX or plain "
		       "text.");
		f = fail_say(FAIL_FORMAT, "a document takes too much memory");
		break;
	case PARSE_FAILED:
		f = fail_say(FAIL_IO, "a document could not be read: %.*s",
		             STR_ARG(str_printable(a, str_cut(answer->bytes, 300))));
		break;
	default:
		f = parse_ended(why);
		break;
	}
	channel_close_fds(answer);
	return f;
}

/* ---- in a child, for the command line ---- */

static enum fail ask(struct arena *a, int channel, int fd, struct str name,
                     struct refusal *why, struct document_text *out)
{
	struct channel_message question, answer;

	parse_question(fd, name, &question);
	enum fail f = channel_send(channel, &question);
	if (f == OK)
		f = channel_receive(channel, a, 3 * PARSE_SECONDS * 1000, &answer);
	if (f == OK)
		return parse_answer(a, &answer, why, out);
	if (f == FAIL_BUSY || f == FAIL_NOT_FOUND || f == FAIL_FORMAT)
		return parse_ended(why);
	return f;
}

enum fail parse_in_child(struct arena *a, int fd, struct str name, struct refusal *why,
                         struct document_text *out)
{
	struct spawn child = { .role = "parse" };
	int ends[2], status;
	pid_t pid;
	enum fail f = channel_pair(ends);

	*out = (struct document_text){ 0 };
	if (f != OK)
		return f;
	child.keep[child.keep_count++] = ends[1];
	spawn_arg(&child, "--channel=%d", ends[1]);
	spawn_arg(&child, "--quiet");
	f = spawn_start(&child, &pid);
	close(ends[1]);
	if (f == OK) {
		f = ask(a, ends[0], fd, name, why, out);
		kill(pid, SIGKILL);
		while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
			continue;
	}
	close(ends[0]);
	return f;
}
