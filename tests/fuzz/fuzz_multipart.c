/* fuzz_multipart.c -- forms with files: a line with the content type, then the body.
 * links: http crypto codec sys base
 */
#include "http/multipart.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	struct part *parts;
	size_t count, bytes = 0;
	struct str body, type = str_split(s, '\n', &body);
	if (body.p && multipart_parse(a, body, multipart_boundary(type), &parts, &count)) {
		for (size_t i = 0; i < count; i++) {
			bytes += parts[i].bytes.n;
			if (memchr(parts[i].file_name.p ? parts[i].file_name.p : "", '/',
			           parts[i].file_name.n))
				abort();
		}
		if (bytes > s.n)
			abort();
	}
}
