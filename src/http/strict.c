/*
 * strict.c -- the head and the framing of a request, by RFC 9112, with nothing tolerated.
 */
#include "http/strict.h"

#include <strings.h>

#include "base/limits.h"

#define LENGTH_DIGITS 15u               /* of a Content-Length or, in hex, of a chunk */
#define CHUNK_DIGITS 8u
#define EXTENSION_BYTES 256u

enum scan head_scan(struct head_scan *s, struct str bytes, size_t *used)
{
	for (size_t i = 0; i < bytes.n; i++) {
		char c = bytes.p[i];
		if (s->after_cr != (c == '\n') || c == '\0')
			return SCAN_WRONG;
		if (c == '\n') {
			s->after_cr = false;
			if (s->line_bytes == 0) {
				*used = i + 1;
				return SCAN_DONE;
			}
			s->line_bytes = 0;
		} else if (c == '\r') {
			s->after_cr = true;
		} else {
			s->line_bytes++;
		}
	}
	return SCAN_MORE;
}

/* ---- the head ---- */

static bool is_token(struct str s)
{
	static const char others[] = "!#$%&'*+-.^_`|~";

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		if (!letter && !(c >= '0' && c <= '9') && (c == '\0' || !strchr(others, c)))
			return false;
	}
	return s.n > 0;
}

static bool same_word(struct str s, const char *word)
{
	return s.n == strlen(word) && strncasecmp(s.p, word, s.n) == 0;
}

static int check_target(struct str target)
{
	if (target.n > LIMIT_TARGET_BYTES)
		return 414;
	if (target.n == 0 || target.p[0] != '/')
		return 400;
	for (size_t i = 0; i < target.n; i++)
		if (target.p[i] <= ' ' || target.p[i] > '~' || target.p[i] == '#')
			return 400;
	return str_find(target, STR("%00")) == SIZE_MAX ? 0 : 400;
}

static int check_request_line(struct str line, struct head_facts *facts, bool *old)
{
	static const char *const methods[] = { "GET", "HEAD",  "POST",
		                               "PUT", "PATCH", "DELETE" };
	struct str rest, version;
	struct str method = str_split(line, ' ', &rest);
	struct str target = str_split(rest, ' ', &version);
	bool known = false;

	if (!is_token(method) || !rest.p || !version.p)
		return line.n > LIMIT_TARGET_BYTES ? 414 : 400;
	int status = check_target(target);
	if (status)
		return status;
	*old = str_is(version, "HTTP/1.0");
	if (!*old && !str_is(version, "HTTP/1.1"))
		return str_starts(version, "HTTP/") ? 505 : 400;
	for (size_t i = 0; i < COUNT(methods); i++)
		known = known || str_is(method, methods[i]);
	facts->answer_without_body = str_is(method, "HEAD");
	return known ? 0 : 501;
}

struct counted {
	unsigned hosts, lengths, encodings;
};

/* A host name, address or [address], with or without a port. */
static bool is_host(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		if (!letter && !(c >= '0' && c <= '9') &&
		    (c == '\0' || !strchr("-._~:[]%", c)))
			return false;
	}
	return s.n > 0 && s.n <= 260;
}

static int check_length(struct str value, uint64_t most, struct head_facts *facts)
{
	int64_t n;

	if (value.n == 0 || value.n > LENGTH_DIGITS || value.p[0] == '-' ||
	    !str_to_i64(value, &n))
		return 400;
	facts->framing = n > 0 ? FRAMING_LENGTH : FRAMING_NONE;
	facts->length = (uint64_t)n;
	return facts->length > most ? 413 : 0;
}

static int check_known_field(struct str name, struct str value, uint64_t most,
                             struct counted *count, struct head_facts *facts)
{
	if (same_word(name, "host"))
		return ++count->hosts > 1 || !is_host(value) ? 400 : 0;
	if (same_word(name, "content-length"))
		return ++count->lengths > 1 ? 400 : check_length(value, most, facts);
	if (same_word(name, "transfer-encoding")) {
		facts->framing = FRAMING_CHUNKED;
		return ++count->encodings > 1 || !same_word(value, "chunked") ? 400 : 0;
	}
	if (same_word(name, "expect"))
		return same_word(value, "100-continue") ? 0 : 417;
	return 0;
}

static bool is_field_value(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if ((c < ' ' && c != '\t') || c == 0x7f)
			return false;
	}
	return true;
}

static int check_field(struct str line, uint64_t most, struct counted *count,
                       struct head_facts *facts)
{
	struct str value;
	struct str name = str_split(line, ':', &value);

	/* A token ends at the colon: neither a folded line nor a space before it is one. */
	if (!value.p || !is_token(name) || !is_field_value(value))
		return 400;
	return check_known_field(name, str_trim(value), most, count, facts);
}

/* The line before CRLF; what follows is *rest.  head_scan saw to it that CR and LF are
 * pairs. */
static struct str take_line(struct str s, struct str *rest)
{
	struct str line = str_split(s, '\n', rest);

	return line.n && line.p[line.n - 1] == '\r' ? str_cut(line, line.n - 1) : line;
}

int head_check(struct str head, uint64_t most_body_bytes, struct head_facts *facts)
{
	struct counted count = { 0 };
	unsigned fields = 0;
	struct str rest;
	bool old = false;

	*facts = (struct head_facts){ 0 };
	int status = check_request_line(take_line(head, &rest), facts, &old);
	if (!status && rest.n > LIMIT_HEADERS_BYTES)
		status = 431;
	while (!status && rest.p) {
		struct str line = take_line(rest, &rest);
		if (line.n == 0)
			break;
		status = ++fields > LIMIT_HEADERS
		                 ? 431
		                 : check_field(line, most_body_bytes, &count, facts);
	}
	if (status)
		return status;
	if (count.hosts == 0 && !old)
		return 400;
	/* Both, or chunked from a client that cannot know it: somebody is lying. */
	return count.encodings && (count.lengths || old) ? 400 : 0;
}

/* ---- a chunked body ---- */

static int hex_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool size_byte(struct chunk_scan *s, char c)
{
	int digit = hex_of(c);

	if (digit >= 0) {
		s->left = s->left * 16 + (uint64_t)digit;
		return ++s->digits <= CHUNK_DIGITS;
	}
	if (s->digits == 0 || (c != ';' && c != '\r'))
		return false;
	s->at = c == ';' ? CHUNK_EXTENSION : CHUNK_SIZE_LF;
	s->extension_bytes = 0;
	return true;
}

static bool extension_byte(struct chunk_scan *s, char c)
{
	if (c == '\r')
		s->at = CHUNK_SIZE_LF;
	else if (c != '\t' && (c < ' ' || c > '~'))
		return false;
	return ++s->extension_bytes <= EXTENSION_BYTES;
}

static bool expect_byte(struct chunk_scan *s, char c, char expected,
                        enum chunk_place next)
{
	s->at = next;
	return c == expected;
}

/* One byte that is no data. */
static bool frame_byte(struct chunk_scan *s, char c)
{
	switch (s->at) {
	case CHUNK_SIZE: return size_byte(s, c);
	case CHUNK_EXTENSION: return extension_byte(s, c);
	case CHUNK_SIZE_LF:
		s->digits = 0;
		return expect_byte(s, c, '\n', s->left ? CHUNK_DATA : CHUNK_LAST_CR);
	case CHUNK_CR: return expect_byte(s, c, '\r', CHUNK_LF);
	case CHUNK_LF: return expect_byte(s, c, '\n', CHUNK_SIZE);
	/* No trailer fields: nobody here reads them. */
	case CHUNK_LAST_CR: return expect_byte(s, c, '\r', CHUNK_LAST_LF);
	case CHUNK_LAST_LF: return c == '\n';
	case CHUNK_DATA: break;
	}
	return false;
}

enum scan chunk_scan(struct chunk_scan *s, struct str bytes, uint64_t most, size_t *used,
                     int *status)
{
	for (size_t i = 0; i < bytes.n;) {
		if (s->at == CHUNK_DATA) {
			size_t n = bytes.n - i < s->left ? bytes.n - i : (size_t)s->left;
			s->left -= n;
			i += n;
			if (s->left == 0)
				s->at = CHUNK_CR;
			continue;
		}
		bool last = s->at == CHUNK_LAST_LF;
		bool sizes = s->at == CHUNK_SIZE_LF;
		if (!frame_byte(s, bytes.p[i++])) {
			*status = 400;
			return SCAN_WRONG;
		}
		if (last) {
			*used = i;
			return SCAN_DONE;
		}
		s->total += sizes ? s->left : 0;
		if (s->total > most) {
			*status = 413;
			return SCAN_WRONG;
		}
	}
	*used = bytes.n;
	return SCAN_MORE;
}

const char *status_phrase(int status)
{
	switch (status) {
	case 400: return "Bad Request";
	case 404: return "Not Found";
	case 405: return "Method Not Allowed";
	case 408: return "Request Timeout";
	case 413: return "Content Too Large";
	case 414: return "URI Too Long";
	case 415: return "Unsupported Media Type";
	case 417: return "Expectation Failed";
	case 431: return "Request Header Fields Too Large";
	case 501: return "Not Implemented";
	case 503: return "Service Unavailable";
	case 504: return "Gateway Timeout";
	case 505: return "HTTP Version Not Supported";
	default: return "Error";
	}
}
