/*
 * test_markdown.c -- what a person typed becomes marks of ours and escaped words, no more.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/array.h"
#include "web/markdown.h"

static const struct {
	const char *typed, *html;
} cases[] = {
	{ "", "" },
	{ "one\ntwo\n\nthree", "<p>one<br>two</p><p>three</p>" },
	{ "# Head", "<p><strong>Head</strong></p>" },
	{ "*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>" },
	{ "- a\n- b", "<ul><li>a</li><li>b</li></ul>" },
	{ "1. a", "<ol><li>a</li></ol>" },
	{ "> a", "<blockquote><p>a</p></blockquote>" },
	{ "    not code", "<p>not code</p>" },
	{ "```\n<b>\n```", "<pre>&lt;b&gt;\n</pre>" },
	{ "[a](https://example.org/?a&b)",
	  "<p><a rel=\"noreferrer\" href=\"https://example.org/?a&amp;b\">a</a></p>" },
	{ "[a](javascript:alert(1))",
	  "<p><a rel=\"noreferrer\" href=\"#refused\">a</a></p>" },
	{ "[a](javascript&colon;alert(1))",
	  "<p><a rel=\"noreferrer\" href=\"#refused\">a</a></p>" },
	{ "![words](https://example.org/x.png)", "<p>words</p>" },
	{ "<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>" },
	{ "<p onclick=\"x\">", "<p>&lt;p onclick=&quot;x&quot;&gt;</p>" },
};

static void test_cases(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena *a = arena_new(1u << 20);
		struct str html = markdown_html(a, str_of(cases[i].typed)).html;
		assert_string_equal(html.n ? str_z(a, html) : "", cases[i].html);
		arena_free(a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
