/*
 * embed.h -- files that are part of the program: styles, script, fonts, packs.
 *
 * The build (tools/embed.c) compiles them in as one table sorted by path.  Paths are
 * those of the source tree ("ui/css/app.css", "content/packs/ma-is009/pack.yaml"); what npm
 * brings is found under "ui/fonts/" and as "ui/css/tokens.css".  Nothing is ever freed.
 *
 *     const struct embedded_file *css = embedded_find(STR("ui/css/app.css"));
 *     size_t count;
 *     const struct embedded_file *packs = embedded_under(STR("content/packs/"), &count);
 */
#ifndef BASE_EMBED_H
#define BASE_EMBED_H

#include "base/text.h"

struct embedded_file {
	struct str path;
	struct str bytes; /* not terminated */
	const char *sha256; /* 64 lower-case hexadecimal digits, for addresses */
};

/* Null when no such file was compiled in. */
const struct embedded_file *embedded_find(struct str path);
/* The files whose path begins with `prefix`, side by side, ordered by path. */
const struct embedded_file *embedded_under(struct str prefix, size_t *count);

/* The table itself, made at build. */
extern const struct embedded_file embedded_files[];
extern const size_t embedded_count;

#endif
