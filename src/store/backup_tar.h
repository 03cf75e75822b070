/* backup_tar.h -- the archive of a backup: POSIX ustar, regular files only. */
#ifndef STORE_BACKUP_TAR_H
#define STORE_BACKUP_TAR_H

#include "base/fail.h"
#include "base/text.h"
#include "crypto/crypto.h"

#define TAR_NAME_BYTES 100

struct tar_member {
	char name[TAR_NAME_BYTES + 1];
	int64_t bytes;
};

/* ---- writing ---- */
enum fail tar_put_bytes(int to, const char *name, struct str bytes) MUST_USE;
/* The rest of `from`; FAIL_IO when it has not exactly `bytes` bytes. */
enum fail tar_put_file(int to, const char *name, int from, int64_t bytes) MUST_USE;
enum fail tar_put_end(int to) MUST_USE;

/* ---- reading, in order ---- */
/* 1: a member, whose bytes follow; 0: the end; < 0: enum fail. */
int tar_next(int from, struct tar_member *out) MUST_USE;
/* Copies its bytes to `to` (-1: nowhere), hashing. */
enum fail tar_take(int from, const struct tar_member *m, int to,
                   uint8_t hash[SHA256_BYTES]) MUST_USE;

#endif
