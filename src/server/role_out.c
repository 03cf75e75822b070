/* role_out.c -- the sending role in the server: its arguments from the configuration. */
#include "server/role_out.h"

#include "exchange/mail.h"

int role_out(int argc, char **argv)
{
	return mail_role_run(argc, argv);
}

bool role_out_is_wanted(const struct config *c)
{
	return c->mail_server.n > 0;
}

enum fail role_out_check(const struct config *c)
{
	if (!role_out_is_wanted(c))
		return OK;
	if (!mail_address_fits(c->mail_from))
		return fail_say(FAIL_REFUSED,
		                "[mail] from is no address: mails need a sender");
	if (c->mail_user.n > 0 && c->mail_password_file.n == 0)
		return fail_say(FAIL_REFUSED,
		                "[mail] user needs a password_file to sign in with");
	if (c->mail_user.n > 0 && str_is(c->mail_security, "none"))
		return fail_say(FAIL_REFUSED,
		                "[mail] a password is sent only over TLS: security must be"
		                " starttls or tls");
	return OK;
}

static void add(struct spawn *s, const char *name, struct str value)
{
	if (value.n > 0)
		spawn_arg(s, "--%s=%.*s", name, STR_ARG(value));
}

void role_out_args(struct spawn *s, const struct config *c)
{
	add(s, "server", c->mail_server);
	add(s, "security", c->mail_security);
	add(s, "user", c->mail_user);
	add(s, "password-file", c->mail_password_file);
	add(s, "ca-file", c->mail_ca_file);
	spawn_arg(s, "--port=%d", (int)c->mail_port);
	spawn_arg(s, "--seconds=%d", (int)c->mail_seconds);
	spawn_arg(s, "--last-seconds=%d", (int)c->mail_last_seconds);
}
