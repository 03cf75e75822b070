/*
 * codes.h -- one-time codes: sent to a person by mail, given back by whoever read it.
 *
 * A code is for one person and one record, holds for CODE_MINUTES, and is good once.  Only
 * its hash is kept.  So many wrong tries, or so many codes in an hour, and there is no more
 * until the hour is over.
 */
#ifndef STORE_CODES_H
#define STORE_CODES_H

#include "store/store.h"

#define CODE_MINUTES 15
#define CODE_TRIES 5                    /* of each code */
#define CODES_AN_HOUR 5

/* one_time_code: for the steps of the schema. */
extern const char *const codes_schema;

/* Inside a store_write.  "4821 0937"; FAIL_FULL: enough for this hour. */
enum fail code_make(struct act *a, struct id about, struct id person,
                    struct str *code) MUST_USE;
/* Inside a store_write that commits also when it is wrong, for the try counts.  The code
 * may be typed with or without blanks. */
enum fail code_use(struct act *a, struct id about, struct id person, struct str typed,
                   bool *right) MUST_USE;

#endif
