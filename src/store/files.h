/*
 * files.h -- where the bytes of files lie: in a folder beside the database, or in pieces
 * inside it where several computers share it (db_keeps_files).  files.c chooses; everybody
 * else asks files.c.
 *
 * In both places the same holds.  A file is whole and certain before a row that names it is
 * written; the row's transaction makes sure that it is still there, and keeps it from being
 * taken away at the same time; the same bytes are kept once.
 */
#ifndef STORE_FILES_H
#define STORE_FILES_H

#include "base/time.h"
#include "crypto/crypto.h"
#include "db/db.h"

struct store;
struct file_ref;

/* ---- files.c ---- */
enum fail file_say_too_large(int64_t most);
/* Its bytes, from the first on; the caller closes *fd. */
enum fail file_read(struct store *s, struct tx *tx, const uint8_t hash[SHA256_BYTES],
                    int *fd) MUST_USE;
/* Before a record takes a file into use.  FAIL_BUSY: it was taken away meanwhile. */
enum fail file_claim(struct store *s, struct tx *tx,
                     const uint8_t hash[SHA256_BYTES]) MUST_USE;
/* Destroys it unless a record of any tenant uses it. */
enum fail file_leave(struct store *s, struct tx *tx,
                     const uint8_t hash[SHA256_BYTES]) MUST_USE;

/* ---- files_folder.c: FOLDER/ab/abcdef... ---- */
/* FAIL_FULL above `most` bytes. */
enum fail folder_keep(struct store *s, int fd, int64_t most, struct file_ref *out) MUST_USE;
enum fail folder_read(struct store *s, const uint8_t hash[SHA256_BYTES], int *fd) MUST_USE;
bool folder_has(struct store *s, const uint8_t hash[SHA256_BYTES]);
enum fail folder_remove(struct store *s, const uint8_t hash[SHA256_BYTES]) MUST_USE;

/* ---- files_pieces.c: tables file_kept and file_piece ---- */
extern const char *const files_schema;
/* In transactions of its own, one a piece, or all inside `within`. */
enum fail pieces_keep(struct store *s, struct tx *within, int fd, int64_t most,
                      struct file_ref *out) MUST_USE;
/* Into memory of the system, hashed on the way; FAIL_FORMAT when they were changed. */
enum fail pieces_read(struct tx *tx, const uint8_t hash[SHA256_BYTES], int *fd) MUST_USE;
/* Holds it until the transaction ends: nobody else claims or removes it. */
enum fail pieces_hold(struct tx *tx, const uint8_t hash[SHA256_BYTES],
                      bool *there) MUST_USE;
enum fail pieces_remove(struct tx *tx, const uint8_t hash[SHA256_BYTES]) MUST_USE;
/* What no record uses and nobody asked for since `before`. */
enum fail pieces_sweep(struct store *s, struct instant before, int64_t *count) MUST_USE;

#endif
