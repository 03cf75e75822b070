/*
 * document.c -- what a file is by its bytes, and the one message when it cannot be read.
 *
 * A name that promises another kind than the bytes are is refused with what it really is:
 * the person has picked the wrong file more often than given it the wrong name.
 */
#include "codec/readers.h"

#include "base/arena.h"
#include "base/limits.h"

struct format {
	enum document_format format;
	const char *name;
	const char *ending;             /* of file names, the first one being the usual */
	const char *also;
};

static const struct format formats[] = {
	{ DOCUMENT_TEXT,     "TXT",      "txt",  "text" },
	{ DOCUMENT_MARKDOWN, "Markdown", "md",   "markdown" },
	{ DOCUMENT_HTML,     "HTML",     "html", "htm" },
	{ DOCUMENT_DOCX,     "DOCX",     "docx", "docm" },
	{ DOCUMENT_ODT,      "ODT",      "odt",  NULL },
	{ DOCUMENT_PDF,      "PDF",      "pdf",  NULL },
};

const char *document_format_name(enum document_format f)
{
	for (size_t i = 0; i < COUNT(formats); i++)
		if (formats[i].format == f)
			return formats[i].name;
	return "unknown";
}

static struct str ending_of(struct str name)
{
	size_t i = name.n;

	while (i > 0 && name.p[i - 1] != '.' && name.p[i - 1] != '/')
		i--;
	return i > 0 && name.p[i - 1] == '.' ? str_from(name, i) : STR("");
}

static bool ending_is(struct str ending, const char *z)
{
	return z && ending.n == strlen(z) && strncasecmp(ending.p, z, ending.n) == 0;
}

static enum document_format format_by_name(struct str name)
{
	struct str ending = ending_of(name);

	for (size_t i = 0; i < COUNT(formats); i++)
		if (ending_is(ending, formats[i].ending) ||
		    ending_is(ending, formats[i].also))
			return formats[i].format;
	return DOCUMENT_UNKNOWN;
}

/* ---- refusing ---- */

static enum fail refuse_file(struct refusal *why, const char *message, const char *advice)
{
	refuse(why, FIELD_NONE, message, advice);
	return fail_say(FAIL_FORMAT, "%s", message);
}

enum fail refuse_damaged(struct refusal *why)
{
	return refuse_file(
		why, N_("the file is damaged and cannot be read"),
		N_("Open it in the program that made it, save it again, and send that."));
}

enum fail refuse_archive(struct refusal *why, enum fail f)
{
	switch (f) {
	case FAIL_MEMORY:
		return f;
	case FAIL_DENIED:
		return refuse_file(
			why, N_("the file is protected by a password"),
			N_("Remove the password in the program that made it, and send "
		           "the file again."));
	case FAIL_FULL:
		return refuse_file(
			why, N_("the file unpacks to far more than a document holds"),
			N_("Take out pictures and attachments, or save it as PDF."));
	default:
		return refuse_damaged(why);
	}
}

static enum fail refuse_mislabelled(struct refusal *why, enum document_format said,
                                    const char *is)
{
	refuse_with(
		why, FIELD_NONE,
		MESSAGE2(N_("the name says %1, but the file is %2"),
	                 str_of(document_format_name(said)), str_of(is)),
		MESSAGE(N_("Check that this is the file you meant; if it is, give it the "
	                   "name that fits and send it again.")));
	return fail_say(FAIL_FORMAT, "the name says %s, but the file is %s",
	                document_format_name(said), is);
}

static enum fail refuse_kind(struct refusal *why, const char *is)
{
	refuse_with(
		why, FIELD_NONE,
		MESSAGE1(N_("files of this kind are not read: %1"), str_of(is)),
		MESSAGE(N_("Save the document as DOCX, ODT, PDF, HTML, Markdown or plain "
	                   "text, and send that.")));
	return fail_say(FAIL_FORMAT, "files of this kind are not read: %s", is);
}

static enum fail refuse_unknown(struct refusal *why)
{
	return refuse_file(
		why, N_("it cannot be told what kind of file this is"),
		N_("Save the document as DOCX, ODT, PDF, HTML, Markdown or plain "
	           "text, and send that."));
}

static enum fail refuse_macros(struct refusal *why)
{
	return refuse_file(
		why, N_("the file carries macros (programs), so it is not opened"),
		N_("Save it without macros (as DOCX or ODT, not DOCM), or as PDF, and "
	           "send that."));
}

/* ---- recognising ---- */

static bool holds_utf16(struct str s, const char *z)
{
	char wide[64];
	size_t n = strlen(z);

	for (size_t i = 0; i < n; i++) {
		wide[2 * i] = z[i];
		wide[2 * i + 1] = '\0';
	}
	return str_find(s, (struct str){ wide, 2 * n }) != SIZE_MAX;
}

/* The containers of Office before 2007, which also wrap the encrypted files of today. */
static enum fail refuse_compound(struct str bytes, struct refusal *why)
{
	if (holds_utf16(bytes, "EncryptedPackage"))
		return refuse_archive(why, FAIL_DENIED);
	if (holds_utf16(bytes, "WordDocument"))
		return refuse_file(
			why, N_("the file is in the old Word format (.doc)"),
			N_("Open it in Word or LibreOffice, save it as DOCX, and send "
		           "that."));
	return refuse_kind(why, "XLS, PPT, MSG");
}

static const struct {
	const char *start;
	size_t n;
	const char *is;
} others[] = {
	{ "{\\rtf", 5, "RTF" },
	{ "\x89PNG", 4, "PNG" },
	{ "\xff\xd8\xff", 3, "JPEG" },
	{ "GIF8", 4, "GIF" },
	{ "II*\0", 4, "TIFF" },
	{ "MM\0*", 4, "TIFF" },
	{ "\x1f\x8b", 2, "GZIP" },
	{ "7z\xbc\xaf", 4, "7Z" },
	{ "Rar!", 4, "RAR" },
	{ "\x7f"
	  "ELF",
	  4, "ELF" },
	{ "MZ", 2, "EXE" },
};

static const char *other_kind(struct str s)
{
	for (size_t i = 0; i < COUNT(others); i++)
		if (s.n >= others[i].n && memcmp(s.p, others[i].start, others[i].n) == 0)
			return others[i].is;
	return NULL;
}

static bool starts_any_case(struct str s, const char *z)
{
	return s.n >= strlen(z) && strncasecmp(s.p, z, strlen(z)) == 0;
}

static bool looks_like_html(struct str s)
{
	s = str_trim(str_cut(s, 4096));
	if (str_starts(s, "\xef\xbb\xbf"))
		s = str_from(s, 3);
	if (starts_any_case(s, "<!doctype html") || starts_any_case(s, "<html") ||
	    starts_any_case(s, "<head") || starts_any_case(s, "<body"))
		return true;
	/* XHTML, or comments before the first tag. */
	bool prologue = starts_any_case(s, "<?xml") || str_starts(s, "<!--");
	return prologue && (str_find(s, STR("<html")) != SIZE_MAX ||
	                    str_find(s, STR("<!DOCTYPE html")) != SIZE_MAX);
}

static bool is_pdf(struct str s)
{
	return str_find(str_cut(s, 1024), STR("%PDF-")) != SIZE_MAX;
}

static bool is_empty(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '\0' && !strchr(" \t\r\n", s.p[i]))
			return false;
	return true;
}

/* ---- zip files ---- */

/* Word's project, or Basic and scripts of OpenDocument (whose indexes alone are none). */
static bool carries_macros(const struct archive *z)
{
	for (size_t i = 0; i < archive_count(z); i++) {
		struct str name = archive_name(z, i);
		if (str_ends(name, "vbaProject.bin"))
			return true;
		bool script = str_starts(name, "Basic/") || str_starts(name, "Scripts/");
		if (script && !str_ends(name, "/") && !str_ends(name, "script-lc.xml") &&
		    !str_ends(name, "script-lb.xml"))
			return true;
	}
	return false;
}

enum package { PACKAGE_OTHER, PACKAGE_DOCX, PACKAGE_ODT, PACKAGE_SHEET, PACKAGE_SLIDES };

static enum package package_of(struct archive *z)
{
	struct str type;

	if (archive_has(z, "mimetype") && archive_load(z, "mimetype", 200, &type) == OK) {
		if (str_starts(type, "application/vnd.oasis.opendocument.text"))
			return PACKAGE_ODT;
		if (str_starts(type, "application/vnd.oasis.opendocument.spreadsheet"))
			return PACKAGE_SHEET;
		if (str_starts(type, "application/vnd.oasis.opendocument.presentation"))
			return PACKAGE_SLIDES;
	}
	for (size_t i = 0; i < archive_count(z); i++) {
		struct str name = archive_name(z, i);
		if (str_starts(name, "word/document"))
			return PACKAGE_DOCX;
		if (str_starts(name, "xl/workbook"))
			return PACKAGE_SHEET;
		if (str_starts(name, "ppt/presentation"))
			return PACKAGE_SLIDES;
	}
	return PACKAGE_OTHER;
}

static enum fail read_zip(struct arena *a, struct str bytes, enum document_format said,
                          struct refusal *why, struct document_text *out)
{
	struct archive *z;
	enum fail f = archive_open(a, bytes, &z);

	if (f != OK)
		return refuse_archive(why, f);
	enum package package = package_of(z);
	if (package == PACKAGE_SHEET)
		return refuse_kind(why, "XLSX, ODS");
	if (package == PACKAGE_SLIDES)
		return refuse_kind(why, "PPTX, ODP");
	if (package == PACKAGE_OTHER)
		return refuse_kind(why, "ZIP");
	if (carries_macros(z))
		return refuse_macros(why);
	out->format = package == PACKAGE_DOCX ? DOCUMENT_DOCX : DOCUMENT_ODT;
	if (said != DOCUMENT_UNKNOWN && said != out->format)
		return refuse_mislabelled(why, said, document_format_name(out->format));
	return package == PACKAGE_DOCX ? read_docx(a, z, why, out)
	                               : read_odt(a, z, why, out);
}

/* ---- text ---- */

static enum fail read_text(struct arena *a, struct str bytes, enum document_format said,
                           struct refusal *why, struct document_text *out)
{
	struct str utf8;

	if (!text_decode(a, bytes, &utf8)) {
		if (arena_failed(a))
			return fail_say(FAIL_MEMORY, "not enough memory to read the file");
		return said == DOCUMENT_UNKNOWN ? refuse_unknown(why) : refuse_damaged(why);
	}
	bool html = looks_like_html(utf8);
	if (said == DOCUMENT_DOCX || said == DOCUMENT_ODT || said == DOCUMENT_PDF)
		return refuse_mislabelled(why, said, html ? "HTML" : "TXT");
	if (said == DOCUMENT_HTML || (said == DOCUMENT_UNKNOWN && html)) {
		out->format = DOCUMENT_HTML;
		return read_html(a, utf8, why, out);
	}
	out->format = said == DOCUMENT_MARKDOWN ? DOCUMENT_MARKDOWN : DOCUMENT_TEXT;
	return said == DOCUMENT_MARKDOWN ? read_markdown(a, utf8, why, out)
	                                 : read_plain(a, utf8, why, out);
}

static enum fail read_any(struct arena *a, struct str bytes, struct str name,
                          const struct pdf_text *pdf, struct refusal *why,
                          struct document_text *out)
{
	enum document_format said = format_by_name(name);
	const char *other = other_kind(bytes);

	if (bytes.n > LIMIT_UPLOAD_BYTES)
		return refuse_file(
			why, N_("the file is larger than 50 MB"),
			N_("Take out pictures and attachments, or save it as PDF."));
	if (is_empty(bytes))
		return refuse_file(why, N_("the file is empty"),
		                   N_("Check that it was saved, and send "
		                      "it again."));
	if (str_starts(bytes, "PK\x03\x04"))
		return read_zip(a, bytes, said, why, out);
	if (str_starts(bytes, "\xd0\xcf\x11\xe0"))
		return refuse_compound(bytes, why);
	if (is_pdf(bytes)) {
		out->format = DOCUMENT_PDF;
		if (said != DOCUMENT_UNKNOWN && said != DOCUMENT_PDF)
			return refuse_mislabelled(why, said, "PDF");
		return read_pdf(a, bytes, pdf, why, out);
	}
	if (other && said != DOCUMENT_UNKNOWN)
		return refuse_mislabelled(why, said, other);
	if (other)
		return refuse_kind(why, other);
	return read_text(a, bytes, said, why, out);
}

enum fail document_read(struct arena *a, struct str bytes, struct str name,
                        const struct pdf_text *pdf, struct refusal *why,
                        struct document_text *out)
{
	*out = (struct document_text){ .format = DOCUMENT_UNKNOWN };
	enum fail f = read_any(a, bytes, name, pdf, why, out);
	if (f != OK)
		return f;
	if (arena_failed(a))
		return fail_say(FAIL_MEMORY, "not enough memory to read the file");
	if (out->count == 0)
		return refuse_file(
			why, N_("the file holds no text"),
			N_("If it shows pictures of pages, have its text recognised "
		           "(OCR) first, and send that."));
	return OK;
}
