/*
 * pdf_child.c -- pdftotext as a child with walls of its own.
 *
 * May: read the libraries it is made of and poppler's tables of characters; read the
 * document on its standard input; write to two pipes. May not: open any other file, write
 * any, start a process, reach the network.
 */
#include "exchange/pdf_child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "sys/channel.h"
#include "sys/sandbox.h"

#define PDFTOTEXT "/usr/bin/pdftotext"
#define WORDS_MOST (192u * 1024 * 1024) /* bytes of its answer; the rest is not read */
#define COMPLAINT_MOST 16384u

static const struct sandbox_path paths[] = {
	{ PDFTOTEXT, PATH_READ | PATH_EXECUTE },
	{ "/lib64/ld-linux-x86-64.so.2", PATH_READ | PATH_EXECUTE },
	{ "/lib/ld-linux-aarch64.so.1", PATH_READ | PATH_EXECUTE },
	{ "/usr/lib", PATH_READ },
	{ "/lib", PATH_READ },
	{ "/etc/ld.so.cache", PATH_READ },
	{ "/usr/share/poppler", PATH_READ },
	{ NULL, 0 },
};

enum helper_message {
	HELPER_READ = 1,                /* to the helper: document, pipe for the words */
	HELPER_DONE,                    /* from it: one byte, enum ending */
};

enum ending { ENDED_WELL, ENDED_LOCKED, ENDED_DAMAGED, ENDED_BY_LIMIT, ENDED_MISSING };

/* ---- the child ---- */

static _Noreturn void become_pdftotext(const int fds[2], int complaints, unsigned mebibytes,
                                       unsigned seconds)
{
	const struct sandbox walls = {
		.role = "pdftotext",
		.paths = paths,
		.calls = CALLS_DESCRIPTORS | CALLS_OPEN | CALLS_EXEC,
		.memory_bytes = (uint64_t)mebibytes << 20,
		.processor_seconds = seconds,
		.descriptors = 64,
	};
	char *argv[] = { (char *)"pdftotext", (char *)"-bbox-layout", (char *)"-enc",
		         (char *)"UTF-8", (char *)"-", (char *)"-", NULL };
	char *environment[] = { (char *)"LC_ALL=C", NULL };
	struct sandbox_report report;

	prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
	if (dup2(fds[0], STDIN_FILENO) < 0 || dup2(fds[1], STDOUT_FILENO) < 0 ||
	    dup2(complaints, STDERR_FILENO) < 0 || close_range(3, ~0u, 0) != 0 ||
	    lseek(STDIN_FILENO, 0, SEEK_SET) != 0)
		_exit(126);
	if (sandbox_enter(&walls, &report) != OK)
		_exit(126);
	execve(PDFTOTEXT, argv, environment);
	_exit(127);
}

/* ---- the helper ---- */

/* Everything that is said on standard error, so that the child never waits for us. */
static struct str hear(struct arena *a, int fd)
{
	struct text t = text_on(a, COMPLAINT_MOST);
	char piece[4096];
	ssize_t n;

	while ((n = read(fd, piece, sizeof piece)) > 0 || (n < 0 && errno == EINTR))
		if (n > 0 && t.n + (size_t)n <= COMPLAINT_MOST)
			text_add(&t, (struct str){ piece, (size_t)n });
	return text_str(&t);
}

static enum ending ending_of(int status, struct str said)
{
	if (WIFSIGNALED(status)) {
		/* SIGPIPE: we had enough.  A crash is the file's doing. */
		int by = WTERMSIG(status);
		bool limit = by == SIGXCPU || by == SIGKILL || by == SIGABRT;
		return by == SIGPIPE ? ENDED_WELL : limit ? ENDED_BY_LIMIT
		                                          : ENDED_DAMAGED;
	}
	if (WEXITSTATUS(status) == 126 || WEXITSTATUS(status) == 127)
		return ENDED_MISSING;
	if (WEXITSTATUS(status) == 0)
		return ENDED_WELL;
	if (str_find(said, STR("Incorrect password")) != SIZE_MAX ||
	    str_find(said, STR("encrypted")) != SIZE_MAX ||
	    str_find(said, STR("security handler")) != SIZE_MAX)
		return ENDED_LOCKED;
	return ENDED_DAMAGED;
}

static enum ending run_pdftotext(struct arena *a, struct channel_message *m,
                                 unsigned mebibytes, unsigned seconds)
{
	int complaints[2], status = 0;

	if (pipe2(complaints, O_CLOEXEC) != 0)
		return ENDED_MISSING;
	pid_t pid = fork();
	if (pid == 0)
		become_pdftotext(m->fds, complaints[1], mebibytes, seconds);
	close(complaints[1]);
	channel_close_fds(m);
	struct str said = hear(a, complaints[0]);
	close(complaints[0]);
	if (pid < 0 || waitpid(pid, &status, 0) != pid)
		return ENDED_MISSING;
	return ending_of(status, said);
}

/* The helper starts pdftotext, and can open and run nothing but what that needs. */
static bool wall_helper(void)
{
	static const struct sandbox walls = {
		.role = "pdf",
		.paths = paths,
		.calls = CALLS_DESCRIPTORS | CALLS_MESSAGES | CALLS_OPEN | CALLS_PROCESSES,
		.descriptors = 64,
	};
	struct sandbox_report report;

	return sandbox_enter(&walls, &report) == OK;
}

static _Noreturn void help(int channel, unsigned mebibytes, unsigned seconds)
{
	struct arena *a = arena_new(1024 * 1024);
	struct channel_message m;

	prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
	if (!wall_helper())
		_exit(2);
	if (!a || channel_receive(channel, a, -1, &m) != OK || m.kind != HELPER_READ ||
	    m.fd_count != 2)
		_exit(0);
	char ending = (char)run_pdftotext(a, &m, mebibytes, seconds);
	struct channel_message answer = { .kind = HELPER_DONE, .bytes = { &ending, 1 } };
	_exit(channel_send(channel, &answer) == OK ? 0 : 1);
}

enum fail pdf_helper_start(struct pdf_helper *h, unsigned mebibytes, unsigned seconds)
{
	int ends[2];

	*h = (struct pdf_helper){ -1, -1 };
	enum fail f = channel_pair(ends);
	if (f)
		return f;
	pid_t pid = fork();
	if (pid == 0) {
		/* Only its own end: the others would keep their owners waiting. */
		if (dup2(ends[1], 3) != 3 || close_range(4, ~0u, 0) != 0)
			_exit(1);
		help(3, mebibytes, seconds);
	}
	close(ends[1]);
	if (pid < 0) {
		close(ends[0]);
		return fail_say(FAIL_IO, "cannot start the reader of PDF: %s",
		                strerror(errno));
	}
	h->channel = ends[0];
	return OK;
}

/* ---- asking it ---- */

static enum fail take_words(struct arena *a, int fd, struct str *out)
{
	struct text t = text_on(a, WORDS_MOST);
	char piece[65536];
	ssize_t n;

	while (!text_failed(&t) &&
	       ((n = read(fd, piece, sizeof piece)) > 0 || (n < 0 && errno == EINTR)))
		if (n > 0)
			text_add(&t, (struct str){ piece, (size_t)n });
	*out = text_str(&t);
	return arena_failed(a)
	               ? fail_say(FAIL_FULL, "not enough memory for the words of a PDF")
	               : OK;
}

static enum fail ended(struct arena *a, int channel)
{
	struct channel_message m;

	if (channel_receive(channel, a, -1, &m) != OK || m.kind != HELPER_DONE ||
	    m.bytes.n != 1)
		return fail_say(FAIL_IO, "the reader of PDF ended without an answer");
	switch (m.bytes.p[0]) {
	case ENDED_WELL:
		return OK;
	case ENDED_LOCKED:
		return fail_say(FAIL_DENIED, "the PDF is encrypted");
	case ENDED_DAMAGED:
		return fail_say(FAIL_FORMAT, "pdftotext cannot read the PDF");
	case ENDED_BY_LIMIT:
		return fail_say(FAIL_FULL, "pdftotext was stopped by its limits");
	default:
		return fail_say(FAIL_IO,
		                "%s cannot be started: is poppler-utils installed?",
		                PDFTOTEXT);
	}
}

enum fail pdf_helper_read(void *arg, struct arena *a, struct str pdf, struct str *out)
{
	struct pdf_helper *h = arg;
	int words[2];

	(void)pdf;                      /* pdftotext reads the descriptor itself */
	*out = STR("");
	if (h->channel < 0 || h->document < 0)
		return fail_say(FAIL_IO, "there is no reader of PDF");
	if (pipe2(words, O_CLOEXEC) != 0)
		return fail_say(FAIL_IO, "cannot make a pipe: %s", strerror(errno));
	struct channel_message m = { .kind = HELPER_READ,
		                     .fds = { h->document, words[1] },
		                     .fd_count = 2 };
	enum fail f = channel_send(h->channel, &m);
	close(words[1]);
	enum fail taken = f == OK ? take_words(a, words[0], out) : OK;
	close(words[0]);
	if (f == OK)
		f = ended(a, h->channel);
	return f == OK ? taken : f;
}
