/* fuzz_head.c -- the head of a request.
 * links: http crypto codec sys base
 */
#include "http/strict.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	(void)a;
	struct head_scan scan = { 0 };
	struct head_facts facts;
	size_t used = 0;
	if (head_scan(&scan, s, &used) == SCAN_DONE) {
		char *head = malloc(used);
		memcpy(head, s.p, used);
		struct str h = { head, used };
		if (head_check(h, 1 << 20, &facts) == 0 &&
		    (facts.length > 1 << 20 || memchr(head, 0, used)))
			abort();
		free(head);
	}
}
