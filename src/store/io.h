/* io.h -- whole reads and writes of descriptors; the world's failures as `enum fail`. */
#ifndef STORE_IO_H
#define STORE_IO_H

#include "base/fail.h"
#include "base/text.h"
#include "crypto/crypto.h"

/* errno as a failure: "cannot WHAT NAME: why"; a full disk is FAIL_FULL. */
enum fail io_failed(const char *what, const char *name);
enum fail io_write(int fd, struct str bytes, const char *name) MUST_USE;
/* At `at`, or where the descriptor stands (at < 0).  How many there were, up to n; < 0 is
 * an enum fail. */
int64_t io_read(int fd, void *to, size_t n, int64_t at, const char *name) MUST_USE;
/* Copies `bytes` bytes of `from`, from `at` on, to `to` (-1: nowhere), hashing them.
 * FAIL_FORMAT when there are fewer. */
enum fail io_copy(int from, int64_t at, int64_t bytes, int to, const char *name,
                  uint8_t hash[SHA256_BYTES]) MUST_USE;
/* The folder of a path, so that the path's name lasts. */
enum fail io_sync_folder_of(struct arena *a, const char *path) MUST_USE;
/* A file, or a folder with the files and folders in it; links and others are left out. */
enum fail io_copy_tree(struct arena *a, const char *from, const char *to) MUST_USE;
/* A folder and all in it, or a file; silently. */
void io_remove_tree(const char *path);

#endif
