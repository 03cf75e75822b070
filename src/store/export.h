/*
 * export.h -- one organisation as open JSON and files, and into another installation.
 *
 * An export is a package (package.h) of everything that is the organisation's: records of
 * all types, links, local values, history with values and salts where they were kept,
 * checkpoints, evidence, accounts without secrets, settings, a description of the types and
 * the packs in force (docs/export-format.md).  Sessions, tokens, passwords and the signing
 * key stay.  An import takes it in with the same identifiers, codes and tree, verified
 * before it is kept.
 */
#ifndef STORE_EXPORT_H
#define STORE_EXPORT_H

#include "base/fail.h"
#include "base/refusal.h"
#include "model/record.h"
#include "store/ledger_tree.h"
#include "store/table.h"

struct store;
struct act;
struct arena;

#define EXPORT_FORMAT "wardroom-export"
#define EXPORT_VERSION 1
/* The entry of the history that says that an operator exports. */
#define EXPORT_ENTRY "operator:export"

struct export_result {
	struct id org;
	struct str name;                /* of the organisation */
	int64_t entries, files, rows;
	struct str root;                /* base64 */
	int64_t left_out; /* import: columns and types that this program no longer has */
};

/*
 * Live: the store may be open for reading only.  `folder`: a folder, not an archive.  When
 * the last entry of the history says that this export is made, it is left out, so that the
 * same organisation gives the same bytes wherever it is.
 */
enum fail export_make(struct store *s, struct arena *a, struct id org, const char *path,
                      bool folder, const struct watcher *w,
                      struct export_result *out) MUST_USE;

/*
 * Into a database file that is not there yet, which is made, or into an installation that
 * has no such organisation.  FAIL_REFUSED: `why` has reasons, or the message says what is
 * there; nothing is kept.
 */
enum fail import_new(struct arena *a, const char *path, const char *db,
                     const struct registry *registry, const struct watcher *w,
                     struct refusal *why, struct export_result *out) MUST_USE;
enum fail import_into(struct store *s, struct arena *a, const char *path,
                      const struct watcher *w, struct refusal *why,
                      struct export_result *out) MUST_USE;

/* ---- export_types.c ---- */
/* The types and their fields, with labels in both languages, as JSON. */
void export_types(struct text *out, const struct registry *types);
extern const char *const export_readme;

#endif
