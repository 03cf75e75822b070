/*
 * mail_text.c -- the bytes of a mail: one part of plain text, quoted-printable (RFC 2045).
 *
 * Nothing in it tells who opened it, or that anybody did.  The same mail gives the same
 * bytes.
 */
#include "base/arena.h"
#include "crypto/crypto.h"
#include "exchange/mail.h"

#define HEADER_BYTES 2000
#define ENCODED_WORD_BYTES 42 /* of text in one encoded word: RFC 2047 allows 75 in all */
#define LINE_BYTES 75
#define TEXT_BYTES (4u * MAIL_BODY_BYTES + 4u * HEADER_BYTES)

/* ---- headers ---- */

/* One line whatever was typed; what is not ASCII as encoded words (RFC 2047). */
static struct str header_text(struct arena *a, struct str s)
{
	struct text plain = text_on(a, HEADER_BYTES), out = text_on(a, HEADER_BYTES);
	bool ascii = true;

	s = str_cut_utf8(s, HEADER_BYTES / 4);
	for (size_t i = 0; i < s.n; i++) {
		text_addc(&plain, (unsigned char)s.p[i] < ' ' ? ' ' : s.p[i]);
		ascii = ascii && (unsigned char)s.p[i] < 0x7f;
	}
	if (ascii)
		return text_str(&plain);
	for (struct str rest = text_str(&plain); rest.n > 0;) {
		struct str some = str_cut_utf8(rest, ENCODED_WORD_BYTES);
		struct str word = base64(a, some.p, some.n);

		text_addf(&out, "%s=?UTF-8?B?%.*s?=", out.n ? "\r\n " : "", STR_ARG(word));
		rest = str_from(rest, some.n);
	}
	return text_str(&out);
}

/* A display name, in quotes when it is plain. */
static struct str from_text(struct arena *a, const struct mail *m)
{
	struct str name = header_text(a, m->from_name);
	bool encoded = str_starts(name, "=?");

	if (name.n == 0 || memchr(name.p, '"', name.n) || memchr(name.p, '\\', name.n))
		return str_format(a, "<%.*s>", STR_ARG(m->from));
	return str_format(a, encoded ? "%.*s <%.*s>" : "\"%.*s\" <%.*s>", STR_ARG(name),
	                  STR_ARG(m->from));
}

/* "Sun, 22 Nov 2026 16:00:00 +0000" */
static struct str date_line(struct arena *a, struct instant t)
{
	static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat",
		                            "Sun" };
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
		                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	struct date d = instant_utc_date(t);
	int second = (int)((t.us - instant_from_date(d).us) / US_PER_SECOND);

	return str_format(a, "%s, %d %s %d %02d:%02d:%02d +0000",
	                  days[date_weekday(d) - 1], d.day, months[d.month - 1], d.year,
	                  second / 3600, second / 60 % 60, second % 60);
}

static void add_header(struct text *t, const char *name, struct str value)
{
	text_addf(t, "%s: %.*s\r\n", name, STR_ARG(value));
}

/* ---- the body ---- */

static bool is_plain(unsigned char c)
{
	return (c > ' ' && c < 0x7f && c != '=') || c == ' ' || c == '\t';
}

/* One line of text: no line is longer than 76, a blank at its end is written out. */
static void add_line(struct text *t, struct str line)
{
	size_t column = 0;

	for (size_t i = 0; i < line.n; i++) {
		unsigned char c = (unsigned char)line.p[i];
		bool blank_at_end = i + 1 == line.n && (c == ' ' || c == '\t');
		bool plain = is_plain(c) && !blank_at_end;
		size_t width = plain ? 1 : 3;

		if (column + width > LINE_BYTES) {
			text_addz(t, "=\r\n");
			column = 0;
		}
		if (plain)
			text_addc(t, (char)c);
		else
			text_addf(t, "=%02X", c);
		column += width;
	}
	text_addz(t, "\r\n");
}

struct str mail_text(struct arena *a, const struct mail *m)
{
	struct text t = text_on(a, TEXT_BYTES);
	struct str domain, body = str_trim(m->body);

	str_split(m->from, '@', &domain);
	add_header(&t, "Date", date_line(a, m->at));
	add_header(&t, "From", from_text(a, m));
	add_header(&t, "To", str_format(a, "<%.*s>", STR_ARG(m->to)));
	add_header(&t, "Subject", header_text(a, m->subject));
	add_header(&t, "Message-ID",
	           str_format(a, "<%.*s@%.*s>", STR_ARG(m->id), STR_ARG(domain)));
	/* RFC 3834: nobody who is away answers it. */
	add_header(&t, "Auto-Submitted", STR("auto-generated"));
	add_header(&t, "MIME-Version", STR("1.0"));
	add_header(&t, "Content-Type", STR("text/plain; charset=utf-8"));
	add_header(&t, "Content-Transfer-Encoding", STR("quoted-printable"));
	text_addz(&t, "\r\n");
	while (body.n > 0)
		add_line(&t, str_split(body, '\n', &body));
	return text_str(&t);
}
