/* fuzz_tar.c -- headers of an archive's members.
 * links: codec base
 */
#include "codec/tar.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	struct tar_member m, again;
	unsigned char block[TAR_BLOCK];

	(void)a;
	(void)tar_name_is_plain(s);
	for (; s.n >= TAR_BLOCK; s = str_from(s, TAR_BLOCK)) {
		memcpy(block, s.p, sizeof block);
		if (tar_header_read(block, &m) != TAR_MEMBER)
			continue;
		MUST(m.bytes >= 0 && tar_padding(m.bytes) < TAR_BLOCK);
		MUST(strlen(m.name) <= TAR_NAME_BYTES);
		/* What is read is written as something that reads the same. */
		tar_header_write(block, m.name, m.bytes);
		MUST(tar_header_read(block, &again) == TAR_MEMBER);
		MUST(again.bytes == m.bytes && strcmp(again.name, m.name) == 0);
	}
}
