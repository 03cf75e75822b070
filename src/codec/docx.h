/*
 * docx.h -- the parts of a Word document that are read before its body: styles and notes.
 *
 * Inside of codec/ only.
 */
#ifndef CODEC_DOCX_H
#define CODEC_DOCX_H

#include "codec/archive.h"

struct docx_style {
	struct str id, based_on;
	int outline;                    /* 0..8; 9 body text; -1 not said */
	int heading;                    /* by its name: 1..9, 0 none */
	int numbered;                   /* 1 yes, 0 no, -1 not said */
	int bold;                       /* likewise */
	bool contents;                  /* of a table of contents */
	struct docx_style *next;
};

struct docx_note {
	struct str id;
	bool end;                       /* an endnote */
	struct str text;
	struct docx_note *next;
};

struct docx {
	struct arena *arena;
	struct archive *archive;
	struct str document, styles_part, footnotes_part, endnotes_part;
	struct docx_style *styles;
	struct docx_note *notes;
};

/* Finds the parts and reads styles and notes; the body is left. */
enum fail docx_open(struct arena *a, struct archive *z, struct docx *out) MUST_USE;

/* What a style says, through the styles it is based on. */
struct docx_look {
	int outline, numbered, bold, heading;
	bool contents;
};
struct docx_look docx_look_of(const struct docx *d, struct str style_id);
struct str docx_note_text(const struct docx *d, struct str id, bool end);

/* w:b, w:vanish and the like: on unless its value says otherwise. */
struct xml_element;
bool docx_is_on(const struct xml_element *e);

#endif
