/* fuzz_head.c -- the head of a request: whole and byte by byte it ends at the same place,
 * and what is let through has one host and no bytes that two readers read differently.
 * links: http crypto codec sys base
 */
#include <strings.h>

#include "http/strict.h"
#include "fuzz/exact.h"

#define MOST (1u << 20)

static enum scan byte_by_byte(struct str s, size_t *used)
{
	struct head_scan scan = { 0 };
	enum scan is = SCAN_MORE;

	for (*used = 0; is == SCAN_MORE && *used < s.n;) {
		size_t one = 0;

		is = head_scan(&scan, (struct str){ s.p + *used, 1 }, &one);
		*used += 1;
	}
	return is;
}

static size_t count_hosts(struct str head)
{
	size_t n = 0;

	for (size_t i = 0; i + 7 < head.n; i++)
		n += head.p[i] == '\n' && strncasecmp(head.p + i + 1, "host:", 5) == 0;
	return n;
}

static void check_passed(struct str head, const struct head_facts *facts)
{
	MUST(facts->length <= MOST && !memchr(head.p, 0, head.n));
	MUST(facts->framing == FRAMING_LENGTH || facts->length == 0);
	MUST(count_hosts(head) <= 1);
	MUST(count_hosts(head) == 1 || str_find(head, STR(" HTTP/1.0\r\n")) != SIZE_MAX);
	for (size_t i = 0; i < head.n; i++) {
		MUST(head.p[i] != '\n' || (i > 0 && head.p[i - 1] == '\r'));
		MUST(head.p[i] != '\r' || (i + 1 < head.n && head.p[i + 1] == '\n'));
	}
}

FUZZ(a, s)
{
	(void)a;
	struct head_scan scan = { 0 };
	struct head_facts facts;
	size_t used = 0, slowly;
	enum scan is = head_scan(&scan, s, &used);

	MUST(byte_by_byte(s, &slowly) == is);
	if (is != SCAN_DONE)
		return;
	MUST(used == slowly && used >= 2 && memcmp(s.p + used - 2, "\r\n", 2) == 0);
	MUST(used == 2 || memcmp(s.p + used - 4, "\r\n\r\n", 4) == 0);
	char *head = malloc(used);
	MUST(head);
	memcpy(head, s.p, used);
	int status = head_check((struct str){ head, used }, MOST, &facts);
	MUST(status == 0 || (status >= 400 && status <= 505));
	if (status == 0)
		check_passed((struct str){ head, used }, &facts);
	free(head);
}
