/*
 * xml.h -- XML as a stream of elements and text, with ceilings.
 *
 * Names come without their prefix, with a letter for the namespaces that the readers tell
 * apart. An entity declaration, nesting over LIMIT_XML_DEPTH, or what is not well-formed
 * stops the reading: FAIL_FORMAT with a line for the log.  A DOCTYPE alone does not.
 * Nothing outside of the bytes is ever read.
 */
#ifndef CODEC_XML_H
#define CODEC_XML_H

#include "base/fail.h"
#include "base/text.h"

struct arena;

enum xml_space {
	XML_OTHER,
	XML_WORD,               /* WordprocessingML, transitional or strict */
	XML_COMPATIBILITY,      /* mc: of Office */
	XML_ODF_TEXT, XML_ODF_TABLE, XML_ODF_OFFICE, XML_ODF_STYLE, XML_ODF_DRAW,
	XML_ODF_MANIFEST,
};

struct xml_element {
	enum xml_space space;
	const char *name;               /* local */
	const char **attributes;        /* expat's pairs; null at an end */
};

struct xml_handler {
	void *arg;
	void (*start)(void *arg, const struct xml_element *e);
	void (*end)(void *arg, const struct xml_element *e);
	void (*text)(void *arg, struct str s);
};

/* By local name; null when absent. */
const char *xml_attribute(const struct xml_element *e, const char *local);
/* A whole number in an attribute, `otherwise` when absent or none. */
long xml_number(const struct xml_element *e, const char *local, long otherwise);
bool xml_is(const struct xml_element *e, enum xml_space space, const char *name);

struct xml;
struct xml *xml_begin(struct arena *a, const struct xml_handler *h); /* null: no memory */
/* More bytes; they may end anywhere. */
enum fail xml_feed(struct xml *x, struct str s, bool last) MUST_USE;

#endif
