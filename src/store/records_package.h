/*
 * records_package.h -- some records with everything they say, as open JSON and files: what
 * the archives are handed before records are destroyed (docs/handing-over.md).
 *
 *     README.txt              how to read it
 *     types.json              what the types and their fields are, in both languages
 *     records/AGR-0001.json   one record: values, approvals, its history
 *     files/ab/abcd…          its files, named by the hash of their bytes
 *     manifest.json           last: of each part bytes and SHA-256
 *
 * The same records give the same bytes.  What a record said while fewer people could see it
 * than now is left out of its history, as on its page.
 */
#ifndef STORE_RECORDS_PACKAGE_H
#define STORE_RECORDS_PACKAGE_H

#include "base/fail.h"
#include "model/act.h"
#include "model/row.h"

#define RECORDS_PACKAGE_FORMAT "wardroom-records"
#define RECORDS_PACKAGE_VERSION 1

/* A tar archive in memory of the system; the caller closes *fd, which is at its start. */
enum fail records_package_make(struct act *a, struct row *const *rows, size_t count,
                               int *fd) MUST_USE;

#endif
