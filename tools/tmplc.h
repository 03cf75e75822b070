/*
 * tmplc.h -- one template being read: what the reader (tmplc.c) and the lints share.
 */
#ifndef TOOLS_TMPLC_H
#define TOOLS_TMPLC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum {
	NAME_SIZE = 96,
	MOST_FILES = 200,
	MOST_OPEN = 64,
	MOST_ATTRIBUTES = 40,
	MOST_IDS = 400
};

enum position {
	IN_TEXT, /* between tags, also in title and textarea */
	IN_TAG, /* in a tag, between attributes */
	IN_NAME, /* in the name of an attribute */
	AFTER_EQUALS,
	IN_VALUE, /* in a quoted attribute */
	IN_COMMENT,
};

struct words { /* text that grows */
	char *p;
	size_t n, room;
};

struct attribute {
	char name[NAME_SIZE];
	struct words value; /* as written, marks included */
};

struct heading_run { /* what a template does to the order of headings */
	int first, last, h1_count;
};

struct block {
	char kind[12];
	char variable[NAME_SIZE];
	int line;
	enum position position;
	int open_count;
	struct heading_run before, branch;
	bool else_seen;
};

struct template
{
	const char *path;
	char name[NAME_SIZE];
	char data[NAME_SIZE]; /* struct tag */
	char frame[NAME_SIZE], frame_with[NAME_SIZE * 2];
	char *source;
	bool started, done, is_frame;
	struct heading_run headings;
};

struct seen_id {
	char *text;
	int line;
};

struct reader { /* one template being read */
	struct template *file;
	const char *at;
	int line;
	enum position position;
	char tag[NAME_SIZE];
	bool closing, self_closed;
	struct attribute attributes[MOST_ATTRIBUTES];
	int attribute_count;
	char open[MOST_OPEN][NAME_SIZE];
	int open_lines[MOST_OPEN];
	int open_count;
	struct block blocks[MOST_OPEN];
	int block_count;
	struct words literal, code;
	struct seen_id controls[MOST_IDS], labels[MOST_IDS];
	int control_count, label_count, label_depth;
	bool table_open, caption_seen, post_open, csrf_seen, in_textarea;
};

void words_add(struct words *w, const char *p, size_t n);
__attribute__((format(printf, 2, 3))) void words_addf(struct words *w, const char *format,
                                                      ...);
/* One mistake at the line being read; the run fails, but goes on to find the others. */
__attribute__((format(printf, 2, 3))) void complain(const struct reader *r,
                                                    const char *format, ...);
bool is_one_of(const char *word, const char *const *list);
extern const char *const url_attributes[];

/* All templates are added first, then compiled in the order that they need each other. */
void template_add(const char *path, char *source);
void templates_compile(void);
extern int mistakes;
extern struct words header_out, code_out;
extern FILE *complaints;

/* Lints, in tmplc_lint.c. */
void lint_heading(struct reader *r, int level);
void lint_open_tag(struct reader *r);
void lint_close_tag(struct reader *r);
void lint_labels(struct reader *r);

#endif
