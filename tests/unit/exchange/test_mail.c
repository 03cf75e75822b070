/*
 * test_mail.c -- a mail through the process that sends, to a mail server that answers in
 * every way that it may (tests/support/smtp.py).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#undef fail
#include "base/arena.h"
#include "exchange/mail.h"
#include "sys/spawn.h"

static struct arena *arena;
static char folder[64];
static pid_t server_pid, out_pid;
static int server_input, port;
static struct mailer *mailer;
static int asked;
static bool answer_yes;

/* ---- the mail server ---- */

static void behave(const char *how)
{
	char path[200];

	snprintf(path, sizeof path, "%s/behaviour", folder);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fputs(how, f);
	assert_int_equal(fclose(f), 0);
}

static int mails(void)
{
	DIR *d = opendir(folder);
	int n = 0;

	for (struct dirent *e; d && (e = readdir(d));)
		n += strlen(e->d_name) > 4 &&
		     strcmp(e->d_name + strlen(e->d_name) - 4, ".eml") == 0;
	closedir(d);
	return n;
}

static struct str taken(int number)
{
	char path[200];
	char *p = arena_get(arena, 64000);

	snprintf(path, sizeof path, "%s/%d.eml", folder, number);
	FILE *f = fopen(path, "r");
	assert_non_null(f);
	size_t n = fread(p, 1, 63999, f);
	fclose(f);
	return (struct str){ p, n };
}

static void start_server(void)
{
	int in[2], out[2];
	char script[300], line[32] = "";

	assert_int_equal(pipe(in), 0);
	assert_int_equal(pipe(out), 0);
	const char *source = getenv("WARDROOM_SOURCE");
	snprintf(script, sizeof script, "%s/tests/support/smtp.py", source ? source : ".");
	server_pid = fork();
	if (server_pid == 0) {
		dup2(in[0], 0);
		dup2(out[1], 1);
		close(in[1]);
		close(out[0]);
		execl("/usr/bin/python3", "python3", script, folder, (char *)NULL);
		_exit(127);
	}
	close(in[0]);
	close(out[1]);
	fcntl(in[1], F_SETFD, FD_CLOEXEC);
	server_input = in[1];
	FILE *f = fdopen(out[0], "r");
	assert_non_null(fgets(line, sizeof line, f));
	fclose(f);
	assert_int_equal(sscanf(line, "%d", &port), 1);
}

/* ---- the process that sends ---- */

static void start_out(int to_port)
{
	struct spawn s = { .role = "out" };
	int ends[2];

	assert_int_equal(channel_pair(ends), OK);
	s.keep[s.keep_count++] = ends[1];
	spawn_arg(&s, "--channel=%d", ends[1]);
	spawn_arg(&s, "--server=127.0.0.1");
	spawn_arg(&s, "--port=%d", to_port);
	spawn_arg(&s, "--security=none");
	spawn_arg(&s, "--seconds=2");
	spawn_arg(&s, "--last-seconds=2");
	assert_int_equal(spawn_start(&s, &out_pid), OK);
	close(ends[1]);
	mailer_connect(mailer, ends[0]);
}

static bool may_i(void *arg)
{
	(void)arg;
	asked++;
	return answer_yes;
}

static struct mail_result sent(const char *subject, const char *body)
{
	struct mail_result r = { .outcome = MAIL_STOPPED };
	const struct mail m = {
		.from = STR("wardroom@example.org"),
		.from_name = STR("Salle de garde, équipe"),
		.to = STR("rai@example.org"),
		.subject = str_of(subject),
		.body = str_of(body),
		.id = STR("0190-1"),
		.at = { INT64_C(1795363200000000) },
	};

	asked = 0;
	answer_yes = true;
	assert_int_equal(mailer_send(mailer, arena, &m, 60000, may_i, NULL, &r), OK);
	return r;
}

static bool holds(struct str text, const char *what)
{
	return str_find(text, str_of(what)) != SIZE_MAX;
}

static int set_up(void **state)
{
	(void)state;
	arena = arena_new(64u << 20);
	snprintf(folder, sizeof folder, "/tmp/wardroom-mail-XXXXXX");
	assert_non_null(mkdtemp(folder));
	mailer = mailer_new();
	spawn_ignore_pipe();
	start_server();
	start_out(port);
	return 0;
}

static int tear_down(void **state)
{
	char command[128];

	(void)state;
	mailer_free(mailer);
	waitpid(out_pid, NULL, 0);
	close(server_input);
	waitpid(server_pid, NULL, 0);
	snprintf(command, sizeof command, "rm -rf '%s'", folder);
	assert_int_equal(system(command), 0);
	arena_free(arena);
	return 0;
}

/* ---- what may happen ---- */

static void one_that_is_taken(void **state)
{
	struct mail_result r = sent("Deux éléments pour vous, dont un délai qui court "
	                            "depuis hier matin\r\nBcc: x@example.org",
	                            "Bonjour,\n\nl’échéance = 24 h.\n.\n.point\n");
	struct str text = taken(1);

	(void)state;
	assert_int_equal(r.outcome, MAIL_SENT);
	assert_true(str_starts(r.answer, "250 2.0.0 Ok: queued"));
	assert_int_equal(asked, 1);
	assert_true(holds(text, "X-From: wardroom@example.org"));
	assert_true(holds(text, "X-To: rai@example.org"));
	assert_true(holds(text, "Message-ID: <0190-1@example.org>"));
	assert_true(holds(text, "Auto-Submitted: auto-generated"));
	assert_true(holds(text, "Subject: =?UTF-8?B?"));
	assert_false(holds(text, "\nBcc:"));
	assert_true(holds(text, "Content-Transfer-Encoding: quoted-printable"));
	assert_true(holds(text, "l=E2=80=99=C3=A9ch=C3=A9ance =3D 24 h."));
	assert_true(holds(text, "\r\n.\r\n.point\r\n"));
	assert_true(holds(text, "Date: Sun, 22 Nov 2026 "));
}

static void several_over_one_process(void **state)
{
	(void)state;
	for (int i = 1; i <= 3; i++) {
		assert_int_equal(sent("x", "y\n").outcome, MAIL_SENT);
		assert_int_equal(mails(), i);
	}
}

static void one_that_is_refused(void **state)
{
	(void)state;
	behave("refuse");
	struct mail_result r = sent("x", "y\n");
	assert_int_equal(r.outcome, MAIL_REFUSED);
	assert_true(holds(r.answer, "550 5.1.1 <rai@example.org>: no such mailbox"));
	assert_int_equal(asked, 0);
	behave("refuse-text");
	r = sent("x", "y\n");
	assert_int_equal(r.outcome, MAIL_REFUSED);
	assert_true(holds(r.answer, "554 5.6.0"));
	assert_int_equal(asked, 1);
	assert_int_equal(mails(), 0);
}

static void one_that_is_put_off(void **state)
{
	(void)state;
	behave("later");
	struct mail_result r = sent("x", "y\n");
	assert_int_equal(r.outcome, MAIL_AGAIN);
	assert_true(holds(r.answer, "451 4.7.1 Greylisted"));
	assert_int_equal(asked, 0);
	behave("later-text");
	assert_int_equal(sent("x", "y\n").outcome, MAIL_AGAIN);
	behave("take");
	assert_int_equal(sent("x", "y\n").outcome, MAIL_SENT);
	assert_int_equal(mails(), 1);
}

static void a_server_that_says_nothing(void **state)
{
	(void)state;
	behave("stall");
	struct mail_result r = sent("x", "y\n");
	assert_int_equal(r.outcome, MAIL_AGAIN);
	assert_int_equal(asked, 0);
	assert_true(r.answer.n > 0);
}

/* The text was there: whether it was taken, nobody knows. */
static void no_answer_to_the_text(void **state)
{
	(void)state;
	behave("hang");
	assert_int_equal(sent("x", "y\n").outcome, MAIL_UNSURE);
	assert_int_equal(asked, 1);
	behave("drop");
	assert_int_equal(sent("x", "y\n").outcome, MAIL_UNSURE);
	assert_int_equal(mails(), 2);
}

static void one_that_may_not_leave(void **state)
{
	struct mail_result r = { .outcome = MAIL_SENT };
	const struct mail m = { .from = STR("a@example.org"),
		                .to = STR("b@example.org"),
		                .subject = STR("x"),
		                .body = STR("y\n"),
		                .id = STR("1"),
		                .at = { 1 } };

	(void)state;
	answer_yes = false;
	assert_int_equal(mailer_send(mailer, arena, &m, 60000, may_i, NULL, &r), OK);
	assert_int_equal(r.outcome, MAIL_STOPPED);
	assert_int_equal(sent("x", "y\n").outcome, MAIL_SENT);
	assert_int_equal(mails(), 1);
}

static bool kill_it(void *arg)
{
	(void)arg;
	asked++;
	kill(out_pid, SIGKILL);
	waitpid(out_pid, NULL, 0);
	return true;
}

/* Killed after it was allowed: it may have left.  Killed before: it has not. */
static void a_process_that_is_killed(void **state)
{
	struct mail_result r = { .outcome = MAIL_SENT };
	const struct mail m = { .from = STR("a@example.org"),
		                .to = STR("b@example.org"),
		                .subject = STR("x"),
		                .body = STR("y\n"),
		                .id = STR("1"),
		                .at = { 1 } };

	(void)state;
	assert_int_equal(mailer_send(mailer, arena, &m, 60000, kill_it, NULL, &r), OK);
	assert_int_equal(r.outcome, MAIL_UNSURE);
	assert_int_equal(mailer_send(mailer, arena, &m, 60000, may_i, NULL, &r), FAIL_IO);
	start_out(port);
	kill(out_pid, SIGKILL);
	waitpid(out_pid, NULL, 0);
	assert_int_equal(mailer_send(mailer, arena, &m, 60000, may_i, NULL, &r), OK);
	assert_int_equal(r.outcome, MAIL_AGAIN);
	start_out(port);
	assert_int_equal(sent("x", "y\n").outcome, MAIL_SENT);
	assert_int_equal(mails(), 1);
}

static void nobody_there(void **state)
{
	(void)state;
	start_out(9);
	struct mail_result r = sent("x", "y\n");
	assert_int_equal(r.outcome, MAIL_AGAIN);
	assert_true(r.answer.n > 0);
}

static void lines_are_never_long(void **state)
{
	char body[1200] = "";
	const struct mail m = { .from = STR("a@example.org"),
		                .from_name = STR("Wardroom"),
		                .to = STR("b@example.org"),
		                .subject = STR("x"),
		                .body = { body, sizeof body },
		                .id = STR("1"),
		                .at = { 1 } };

	(void)state;
	arena = arena_new(1u << 20);
	for (size_t i = 0; i < sizeof body; i++)
		body[i] = i % 7 == 3 ? '\xc3' : i % 7 == 4 ? '\xa9'
		                        : i % 90           ? 'x'
		                                           : ' ';
	struct str rest = mail_text(arena, &m);
	assert_true(holds(rest, "From: \"Wardroom\" <a@example.org>\r\n"));
	while (rest.n > 0)
		assert_in_range(str_split(rest, '\n', &rest).n, 1, 77);
	arena_free(arena);
}

static void addresses(void **state)
{
	(void)state;
	assert_true(mail_address_fits(STR("a.b+c@example.org")));
	assert_false(mail_address_fits(STR("")));
	assert_false(mail_address_fits(STR("a")));
	assert_false(mail_address_fits(STR("a@")));
	assert_false(mail_address_fits(STR("@b")));
	assert_false(mail_address_fits(STR("a@b@c")));
	assert_false(mail_address_fits(STR("a b@c")));
	assert_false(mail_address_fits(STR("a@b>\r\nDATA")));
	assert_false(mail_address_fits(STR("é@example.org")));
}

#define MAILED(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

/* This program is its own sending role. */
int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		MAILED(one_that_is_taken),
		MAILED(several_over_one_process),
		MAILED(one_that_is_refused),
		MAILED(one_that_is_put_off),
		MAILED(a_server_that_says_nothing),
		MAILED(no_answer_to_the_text),
		MAILED(one_that_may_not_leave),
		MAILED(a_process_that_is_killed),
		MAILED(nobody_there),
		cmocka_unit_test(lines_are_never_long),
		cmocka_unit_test(addresses),
	};
	if (argc > 1 && strcmp(argv[1], "--role=out") == 0)
		return mail_role_run(argc - 1, argv + 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
