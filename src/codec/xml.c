/* xml.c -- expat behind ceilings. */
#include "codec/xml.h"

#include <expat.h>

#include "base/arena.h"
#include "base/limits.h"

#define BETWEEN ' '                     /* a namespace and its name; no URI holds a space */

struct xml {
	XML_Parser parser;
	struct xml_handler handler;
	unsigned depth;
	const char *stopped;            /* why we stopped it; null when we did not */
};

static const struct {
	const char *uri;
	enum xml_space space;
} spaces[] = {
	{ "http://schemas.openxmlformats.org/wordprocessingml/2006/main", XML_WORD },
	{ "http://purl.oclc.org/ooxml/wordprocessingml/main", XML_WORD },
	{ "http://schemas.openxmlformats.org/markup-compatibility/2006",
	  XML_COMPATIBILITY },
	{ "urn:oasis:names:tc:opendocument:xmlns:text:1.0", XML_ODF_TEXT },
	{ "urn:oasis:names:tc:opendocument:xmlns:table:1.0", XML_ODF_TABLE },
	{ "urn:oasis:names:tc:opendocument:xmlns:office:1.0", XML_ODF_OFFICE },
	{ "urn:oasis:names:tc:opendocument:xmlns:style:1.0", XML_ODF_STYLE },
	{ "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", XML_ODF_DRAW },
	{ "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", XML_ODF_MANIFEST },
};

static enum xml_space space_of(const char *name, size_t n)
{
	for (size_t i = 0; i < COUNT(spaces); i++)
		if (str_is((struct str){ name, n }, spaces[i].uri))
			return spaces[i].space;
	return XML_OTHER;
}

static struct xml_element element(const char *name, const char **attributes)
{
	const char *between = strrchr(name, BETWEEN);

	if (!between)
		return (struct xml_element){ XML_OTHER, name, attributes };
	return (struct xml_element){ space_of(name, (size_t)(between - name)), between + 1,
		                     attributes };
}

static void stop(struct xml *x, const char *why)
{
	x->stopped = why;
	XML_StopParser(x->parser, XML_FALSE);
}

static void on_start(void *arg, const char *name, const char **attributes)
{
	struct xml *x = arg;
	struct xml_element e = element(name, attributes);

	if (++x->depth > LIMIT_XML_DEPTH)
		stop(x, "nested too deeply");
	else
		x->handler.start(x->handler.arg, &e);
}

static void on_end(void *arg, const char *name)
{
	struct xml *x = arg;
	struct xml_element e = element(name, NULL);

	x->depth--;
	if (!x->stopped)
		x->handler.end(x->handler.arg, &e);
}

static void on_text(void *arg, const char *s, int n)
{
	struct xml *x = arg;

	if (!x->stopped && x->handler.text)
		x->handler.text(x->handler.arg, (struct str){ s, (size_t)n });
}

static void on_entity(void *arg, const char *name, int is_parameter, const char *value,
                      int length, const char *base, const char *system_id,
                      const char *public_id, const char *notation)
{
	(void)name, (void)is_parameter, (void)value, (void)length, (void)base;
	(void)system_id, (void)public_id, (void)notation;
	stop(arg, "declares entities");
}

static void close_parser(void *parser)
{
	XML_ParserFree(parser);
}

struct xml *xml_begin(struct arena *a, const struct xml_handler *h)
{
	struct xml *x = ARENA_NEW(a, struct xml);

	x->handler = *h;
	x->parser = XML_ParserCreateNS(NULL, BETWEEN);
	if (!x->parser) {
		arena_fail(a);
		return NULL;
	}
	XML_SetUserData(x->parser, x);
	XML_SetElementHandler(x->parser, on_start, on_end);
	XML_SetCharacterDataHandler(x->parser, on_text);
	XML_SetEntityDeclHandler(x->parser, on_entity);
	arena_on_close(a, close_parser, x->parser);
	return arena_failed(a) ? NULL : x;
}

enum fail xml_feed(struct xml *x, struct str s, bool last)
{
	static const size_t most = 1u << 20;

	do {
		struct str piece = str_cut(s, most);
		s = str_from(s, piece.n);
		bool end = last && s.n == 0;
		if (XML_Parse(x->parser, piece.n ? piece.p : "", (int)piece.n, end) ==
		    XML_STATUS_OK)
			continue;
		enum XML_Error code = XML_GetErrorCode(x->parser);
		if (code == XML_ERROR_NO_MEMORY)
			return fail_say(FAIL_MEMORY, "not enough memory to read XML");
		return fail_say(FAIL_FORMAT, "XML line %lu: %s",
		                (unsigned long)XML_GetCurrentLineNumber(x->parser),
		                x->stopped ? x->stopped : XML_ErrorString(code));
	} while (s.n > 0);
	return OK;
}

const char *xml_attribute(const struct xml_element *e, const char *local)
{
	for (const char **at = e->attributes; at && at[0]; at += 2) {
		const char *between = strrchr(at[0], BETWEEN);
		if (strcmp(between ? between + 1 : at[0], local) == 0)
			return at[1];
	}
	return NULL;
}

long xml_number(const struct xml_element *e, const char *local, long otherwise)
{
	int64_t n;

	if (!str_to_i64(str_of(xml_attribute(e, local)), &n) || n < INT32_MIN ||
	    n > INT32_MAX)
		return otherwise;
	return (long)n;
}

bool xml_is(const struct xml_element *e, enum xml_space space, const char *name)
{
	return e->space == space && strcmp(e->name, name) == 0;
}
