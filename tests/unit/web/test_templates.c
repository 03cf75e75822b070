/*
 * test_templates.c -- the template compiler finds every planted mistake, and says where.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DATA "{{data x}}struct x { int n; };{{/data}}"
#define IN_FRAME DATA "{{frame frame}}"

static char folder[] = "/tmp/wardroom-templates-XXXXXX";

static void write_file(const char *name, const char *text)
{
	char path[300];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fputs(text, out);
	fclose(out);
}

/* The complaints about one template beside a frame, a csrf part and a part with an h3. */
static int compile(const char *source, char *said, size_t room)
{
	char command[1600];

	write_file("a.html", source);
	snprintf(command, sizeof command,
	         "%s/src/web/tmplc %s/o.c %s/o.h %s/a.html %s/frame.html %s/csrf.html "
	         "%s/part.html 2>&1",
	         getenv("WARDROOM_BUILD") ? getenv("WARDROOM_BUILD") : "build", folder,
	         folder, folder, folder, folder, folder);
	FILE *in = popen(command, "r");
	assert_non_null(in);
	size_t n = fread(said, 1, room - 1, in);
	said[n] = '\0';
	int status = pclose(in);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static const struct planted {
	const char *source;
	const char *expected;
} planted[] = {
	{ DATA "<p title={{n}}>x</p>", "without quotes" },
	{ DATA "<p title=x>x</p>", "without double quotes" },
	{ DATA "<p title='x'>x</p>", "without double quotes" },
	{ DATA "<script src=\"/x.js\">{{n}}</script>", "may not stand here" },
	{ DATA "<script>alert(1)</script>", "script in the page" },
	{ DATA "<style>p{}</style>", "<style> is refused" },
	{ DATA "<iframe src=\"/x\"></iframe>", "<iframe> is refused" },
	{ DATA "<p onclick=\"x()\">x</p>", "no script in attributes" },
	{ DATA "<p onclick=\"{{n}}\">x</p>", "may not stand here" },
	{ DATA "<p style=\"color:red\">x</p>", "looks belong into ui/css" },
	{ DATA "<!-- {{n}} -->", "may not stand here" },
	{ DATA "<{{n}}>x", "tag without a name" },
	{ DATA "<p {{n}}=\"x\">x</p>", "may not stand here" },
	{ DATA "<a href=\"javascript:x\">x</a>", "javascript: is refused" },
	{ DATA "<p title=\"{{{html n}}}\">x</p>", "only stand between tags" },
	{ DATA "<a href=\"{{t \"text\"}}\">x</a>", "translated text in an address" },
	{ DATA "{{#if n}}<b>{{/if}}x</b>", "another position" },
	{ DATA "<p title=\"{{#if n}}\">x</p>{{/if}}", "another position" },
	{ DATA "{{#if n}}x", "is not closed" },
	{ DATA "x{{/if}}", "without its beginning" },
	{ DATA "{{#each n}}x{{/each}}", "LIST as NAME" },
	{ DATA "{{n + 1}}", "hold no logic" },
	{ DATA "{{f(n)}}", "hold no logic" },
	{ DATA "{{#when n}}", "unknown mark" },
	{ DATA "{{> nothing}}", "no template nothing" },
	{ DATA "{{> a}}", "contains itself" },
	{ DATA "<p>x", "is not closed" },
	{ DATA "<p>x</b></p>", "does not close what is open" },
	{ DATA "<html></html>", "html without lang" },
	{ DATA "<input id=\"q\" name=\"q\">", "no label is for=\"q\"" },
	{ DATA "<select name=\"q\"></select>", "select without a label" },
	{ DATA "<label for=\"p\">x</label><textarea id=\"q\"></textarea>",
	  "no label is for=\"q\"" },
	{ DATA "<table><caption>x</caption><tr><th>x</th></tr></table>",
	  "th without scope" },
	{ DATA "<table><tr><td>x</td></tr></table>", "without a caption" },
	{ DATA "<img src=\"/x.png\">", "img without alt" },
	{ DATA "<svg viewBox=\"0 0 1 1\"></svg>", "svg without" },
	{ DATA "<button>x</button>", "button without type" },
	{ DATA "<p tabindex=\"1\">x</p>", "tabindex" },
	{ DATA "<h2>x</h2><h4>y</h4>", "a level is left out" },
	{ DATA "<h1>x</h1>{{> part}}", "a level is left out" },
	{ IN_FRAME "<h2>x</h2>", "a page has one h1" },
	{ IN_FRAME "<h1>x</h1><h1>y</h1>", "a second h1" },
	{ DATA "<form method=\"post\" action=\"/\"></form>", "posts without" },
	{ "<p>x</p>", "{{data NAME}} is missing" },
};

static void every_planted_mistake_is_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof planted / sizeof planted[0]; i++) {
		char said[4000];
		int status = compile(planted[i].source, said, sizeof said);

		if (status != 1 || !strstr(said, planted[i].expected) ||
		    !strstr(said, "a.html:1: error:"))
			fail_msg("%s\n  exit %d, wanted: %s\n  said: %s", planted[i].source,
			         status, planted[i].expected, said);
	}
}

static const char good[] =
	DATA "{{frame frame}}\n"
	     "<h1>x</h1><h2>y</h2>{{> part}}<h2>z</h2>{{#if "
	     "n}}<h3>a</h3>{{else}}<p>b</p>{{/if}}\n"
	     "<a href=\"/records/{{n}}?a={{n}}\"{{#if n}} "
	     "aria-current=\"page\"{{/if}}>{{tn \"%1 a\" \"%1 b\" n}}</a>\n"
	     "<form method=\"post\" action=\"/\">{{> csrf}}<label for=\"i-{{n}}\">x</label>"
	     "<input id=\"i-{{n}}\" class=\"a{{#if n}} b{{/if}}\"></form><br>";

static void a_good_page_compiles(void **state)
{
	char said[4000];

	(void)state;
	if (compile(good, said, sizeof said) != 0)
		fail_msg("%s", said);
}

static void mistakes_name_their_line(void **state)
{
	char said[4000];

	(void)state;
	assert_int_equal(compile(DATA "\n\n<p>\n{{t \"x\"}}<b style=\"\">x</b></p>", said,
	                         sizeof said),
	                 1);
	assert_non_null(strstr(said, "a.html:4: error: style"));
}

static int set_up(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	write_file("frame.html",
	           "{{data x}}{{/data}}<html lang=\"en\"><body>{{content}}</body></html>");
	write_file("csrf.html", "{{data x}}{{/data}}<input type=\"hidden\" name=\"_csrf\" "
	                        "value=\"{{n}}\">");
	write_file("part.html", "{{data x}}{{/data}}<h3>part</h3>");
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_planted_mistake_is_found),
		cmocka_unit_test(a_good_page_compiles),
		cmocka_unit_test(mistakes_name_their_line),
	};

	return cmocka_run_group_tests_name("templates", tests, set_up, NULL);
}
