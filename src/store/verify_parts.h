/* verify_parts.h -- what the files of the verification share. */
#ifndef STORE_VERIFY_PARTS_H
#define STORE_VERIFY_PARTS_H

#include "store/ledger.h"
#include "store/parts.h"
#include "store/verify.h"

struct verify {
	struct act *act; /* its arena is `scratch`, emptied after each thing */
	struct arena *scratch;
	struct arena *kept;             /* of the result */
	struct id org;
	const struct verify_options *options;
	struct verify_result *result;
};

/* Notes a difference; never stops. */
void verify_differs(struct verify *v, struct str where, const char *format, ...)
	PRINTF_LIKE(3, 4);
/* Progress; FAIL_CANCELLED when the caller wants no more. */
enum fail verify_tick(struct verify *v, const char *doing, int64_t done,
                      int64_t of) MUST_USE;

enum fail verify_tree(struct verify *v) MUST_USE; /* leaves, subtrees, head, checkpoints */
enum fail verify_records(struct verify *v) MUST_USE;    /* rows against their history */
enum fail verify_files(struct verify *v) MUST_USE;
/* The words that the search has of a record, and of records that are no more. */
enum fail verify_words(struct verify *v, const struct row *r) MUST_USE;
enum fail verify_stray_words(struct verify *v) MUST_USE;
/* What stands beside the values of fields that the organisation added. */
enum fail verify_local(struct verify *v) MUST_USE;
/* The tenant's own row, its settings, and accounts that are no longer there. */
enum fail verify_tenant(struct verify *v) MUST_USE;
/* The last value of a name, p null without one; and a value as text. */
struct str verify_latest(const struct ledger_row *rows, size_t count, const char *field);
struct str verify_text(struct verify *v, struct str json);
/* One record, its row already read; null when there is none. */
enum fail verify_replay(struct verify *v, const struct record_type *t, struct id id,
                        const struct row *r) MUST_USE;

/* One entry of the history against its own leaf and commitments. */
struct verify_entry {
	struct ledger_row row;
	bool readable;                  /* what stands beside the leaf could be read */
};
void verify_leaf(struct verify *v, const struct verify_entry *e);

#endif
