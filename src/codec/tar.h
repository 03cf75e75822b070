/*
 * tar.h -- the header of one member of a tar archive: POSIX ustar, regular files only.
 *
 * Pure: a block of 512 bytes in, a name and a size out, and the other way round.  A member
 * is its header, its bytes, and zeros up to the next multiple of 512; the archive ends with
 * two blocks of zeros.  Sizes from 8 GiB on are in base 256, as GNU tar writes them.
 *
 * Source: POSIX.1-2017 pax, "ustar Interchange Format"
 */
#ifndef CODEC_TAR_H
#define CODEC_TAR_H

#include "base/text.h"

#define TAR_BLOCK 512
#define TAR_NAME_BYTES 100

struct tar_member {
	char name[TAR_NAME_BYTES + 1];
	int64_t bytes;
};

/* BUG when the name is longer than TAR_NAME_BYTES. */
void tar_header_write(unsigned char block[TAR_BLOCK], const char *name, int64_t bytes);

enum tar_block { TAR_MEMBER, TAR_END, TAR_NOTHING };
/* TAR_NOTHING: no header of a regular file, or a damaged one. */
enum tar_block tar_header_read(const unsigned char block[TAR_BLOCK],
                               struct tar_member *out);

/* What follows a member of so many bytes up to the next header. */
static inline int64_t tar_padding(int64_t bytes)
{
	return (TAR_BLOCK - bytes % TAR_BLOCK) % TAR_BLOCK;
}

/*
 * A name that may become a file below a folder: letters, digits, '.', '_', '-' and '/'
 * between parts that begin with a letter or digit.
 */
bool tar_name_is_plain(struct str name);

#endif
