/*
 * parse_role.c -- the process that reads one document and ends.
 *
 * May: memory, up to its limit; read the descriptor it is given; make memory files; answer
 * on its channel; ask the helper that it set aside for pdftotext (pdf_child.c). May not:
 * open any file, start a program or a thread, make a socket, reach the network.
 */
#include "exchange/parse_role.h"

#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/log.h"
#include "codec/messages.h"
#include "exchange/parse_message.h"
#include "exchange/pdf_child.h"
#include "sys/sandbox.h"

#define ENOUGH_LEFT_MEBIBYTES 64        /* of memory, beside the arena */

struct options {
	int channel;
	unsigned mebibytes, seconds;
	bool quiet;                     /* for a command: walls that stand are not news */
};

static bool take_option(struct str arg, const char *name, int64_t most, int64_t *out)
{
	int64_t n;

	if (!str_starts(arg, name))
		return false;
	if (!str_to_i64(str_from(arg, strlen(name)), &n) || n < 0 || n > most)
		return false;
	*out = n;
	return true;
}

static bool read_options(int argc, char **argv, struct options *out)
{
	int64_t channel = -1, mebibytes = PARSE_MEBIBYTES, seconds = PARSE_SECONDS;
	bool quiet = false;

	for (int i = 1; i < argc; i++) {
		struct str arg = str_of(argv[i]);
		if (str_is(arg, "--quiet"))
			quiet = true;
		else if (!take_option(arg, "--channel=", 1 << 20, &channel) &&
		         !take_option(arg, "--mebibytes=", 65536, &mebibytes) &&
		         !take_option(arg, "--seconds=", 86400, &seconds))
			return false;
	}
	*out = (struct options){ (int)channel, (unsigned)mebibytes, (unsigned)seconds,
		                 quiet };
	return channel >= 0 && mebibytes > ENOUGH_LEFT_MEBIBYTES;
}

static enum fail enter_walls(const struct options *o)
{
	const struct sandbox walls = {
		.role = "parse",
		.calls = CALLS_DESCRIPTORS | CALLS_MESSAGES,
		.memory_bytes = (uint64_t)o->mebibytes << 20,
		.processor_seconds = o->seconds,
		.descriptors = 64,
	};
	struct sandbox_report report;
	enum fail f = sandbox_enter(&walls, &report);

	if (f != OK)
		return f;
	if (!o->quiet)
		sandbox_log(&walls, &report);
	if (!sandbox_holds(&walls, &report))
		return fail_say(FAIL_DENIED, "the walls around the reader do not hold");
	return OK;
}

/* ---- the answer ---- */

static enum fail send_text(int channel, struct arena *a, const struct document_text *d)
{
	int fd;
	struct str packed = document_text_pack(a, d);

	if (arena_failed(a))
		return fail_say(FAIL_MEMORY,
		                "not enough memory for the text of a document");
	enum fail f = memory_file("text", packed, &fd);
	if (f != OK)
		return f;
	struct channel_message m = { .kind = PARSE_TEXT, .fds = { fd }, .fd_count = 1 };
	f = channel_send(channel, &m);
	close(fd);
	return f;
}

static enum fail send_reasons(int channel, enum fail f, const struct refusal *why)
{
	struct arena *a = arena_new(1024 * 1024);
	struct channel_message m = { .kind = PARSE_REFUSED };

	if (!a)
		return FAIL_MEMORY;
	if (f == FAIL_FORMAT && why->count > 0) {
		m.bytes = reasons_pack(a, why, CHANNEL_BYTES);
	} else if (f == FAIL_MEMORY || f == FAIL_FULL) {
		m.kind = PARSE_LIMITED;
	} else {
		m.kind = PARSE_FAILED;
		m.bytes = str_of(fail_message());
	}
	f = channel_send(channel, &m);
	arena_free(a);
	return f;
}

static enum fail read_one(const struct options *o, struct pdf_helper *helper)
{
	struct arena *a = arena_new((size_t)(o->mebibytes - ENOUGH_LEFT_MEBIBYTES) << 20);
	struct channel_message m;
	struct document_text text;
	struct str bytes;

	if (!a)
		return FAIL_MEMORY;
	enum fail f = channel_receive(o->channel, a, -1, &m);
	if (f == FAIL_NOT_FOUND)
		return OK;              /* nobody needs us any more */
	if (f != OK || m.kind != PARSE_DOCUMENT || m.fd_count != 1)
		return fail_say(FAIL_FORMAT,
		                "the reader was asked for what it does not do");
	struct refusal why = refusal_on(a);
	helper->document = m.fds[0];
	f = file_view(a, m.fds[0], LIMIT_UPLOAD_BYTES, &bytes);
	if (f == FAIL_FULL) {
		refuse(&why, FIELD_NONE, "the file is larger than 50 MB",
		       "Take out pictures and attachments, or save it as PDF.");
		f = FAIL_FORMAT;
	}
	struct pdf_text pdf = { pdf_helper_read, helper };
	if (f == OK)
		f = document_read(a, bytes, m.bytes, &pdf, &why, &text);
	if (f == OK)
		f = send_text(o->channel, a, &text);
	/* The end of the process gives everything back. */
	return f == OK ? OK : send_reasons(o->channel, f, &why);
}

/* Ends without the library's farewell: it needs calls that the walls refuse. */
int parse_role_run(int argc, char **argv)
{
	struct options o;
	struct pdf_helper helper;

	log_set_role("parse");
	if (!read_options(argc, argv, &o)) {
		fprintf(stderr, "wardroom: the role parse is started by the server only\n");
		return 2;
	}
	enum fail f = pdf_helper_start(&helper, o.mebibytes, o.seconds);
	if (f == OK)
		f = enter_walls(&o);
	if (f == OK)
		f = read_one(&o, &helper);
	if (f != OK)
		log_event(LOG_ERROR, "parse.failed", LOG_Z("why", fail_message()), LOG_END);
	_exit(f == OK ? 0 : 2);
}
