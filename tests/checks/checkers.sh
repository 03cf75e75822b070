# checkers.sh -- each checker is shown the mistake that it is there for, and a tree without.
. "$(dirname "$0")/../support/lib.sh"

tree=$scratch/tree

# A small tree without mistakes.
fresh_tree() {
	rm -rf "$tree"
	mkdir -p "$tree/src/base" "$tree/src/codec" "$tree/src/crypto" "$tree/src/store" \
		"$tree/content/languages" "$tree/ui/templates"
	cd "$tree"
	git init -q .
	ln -s "$root/tools" tools
	cp "$root/.clang-format" .
	printf 'base\ncodec crypto\nstore\n' >src/LAYERS
	for folder in base codec crypto store; do
		echo '# Invariants' >"src/$folder/README.md"
		printf '/* x.h -- nothing. */\n' >"src/$folder/x.h"
	done
	printf '#include "base/x.h"\n' >src/codec/x.c
	printf 'msgid "Save"\nmsgstr "Enregistrer"\n' >content/languages/fr.po
}

# mistake CHECKER SAYS: fails and says so; then a fresh tree again.
mistake() {
	expect 1 "$1 sees: $2" "tools/${1%% *}" ${1#"${1%% *}"}
	output_has "$2"
	fresh_tree
}

fine() {
	expect 0 "$1 is content: $2" "tools/${1%% *}" ${1#"${1%% *}"}
	fresh_tree
}

# ---- layers ----
fresh_tree
fine checks/layers 'a tree in order'
printf '#include "codec/x.h"\n' >src/base/x.c
mistake checks/layers 'base may not include codec'
printf '#include "crypto/x.h"\n' >src/codec/y.c
mistake checks/layers 'codec may not include crypto'
printf '#include <openssl/evp.h>\n' >src/store/y.c
mistake checks/layers 'store may not include <openssl/evp.h>'
printf '#include "x.h"\n' >src/store/y.c
mistake checks/layers 'paths begin with a folder'
rm src/store/README.md
mistake checks/layers 'src/store: has no README.md'
mkdir src/odd
echo 'int odd;' >src/odd/odd.c
mistake checks/layers 'src/odd: not in src/LAYERS'

# ---- sizes ----
fine checks/sizes 'a tree in order'
seq 901 | sed 's/.*/int a&;/' >src/base/y.c
mistake checks/sizes '901 lines'
printf '\t\t\t\t\t\t\t\t\t\t\t\t/*/*/*/*/*/*/*/\n' >src/base/y.c
mistake checks/sizes 'columns, at most 92'
{ printf 'int f(void)\n{\n'; seq 58 | sed 's/.*/;/'; printf '}\n'; } >src/base/y.c
fine checks/sizes 'a function of 60 lines'
{ printf 'int f(void)\n{\n'; seq 59 | sed 's/.*/;/'; printf '}\n'; } >src/base/y.c
mistake checks/sizes 'f has 61 lines'
{ printf 'int f(int a)\n{\n'; seq 14 | sed 's/.*/if (a) a++;/'
	printf '}\n'; } >src/base/y.c
fine checks/sizes 'complexity 15'
{ printf 'int f(int a)\n{\nswitch (a) {\n'; seq 20 | sed 's/.*/case &:/'
	seq 13 | sed 's/.*/case 1&: return &;/'; printf '}\n}\n'; } >src/base/y.c
fine checks/sizes 'labels that lead to one place'
{ printf 'int f(int a)\n{\nswitch (a) {\n'; seq 20 | sed 's/.*/case &:/'
	seq 16 | sed 's/.*/case 1&: return &;/'; printf '}\n}\n'; } >src/base/y.c
mistake checks/sizes 'f has complexity 17'
printf 'int f(int a)\n{\n\treturn a && "?" && a%s;\n}\n' \
	'&& a || a ? a : a && a && a && a && a && a && a && a && a && a && a' >src/base/y.c
mistake checks/sizes 'f has complexity 16'

# ---- SQL ----
sql() {
	mkdir -p "src/${2:-store}"
	printf 'const char *q = %s;\n' "$1" >"src/${2:-store}/y.c"
}
sql 'SQL("select id, title from plan where org = :org and kind = '"'A'"'")'
fine checks/sql 'a statement in our form'
sql 'SQL("select " "* from plan")'
mistake checks/sql 'lists no columns'
sql 'SQL("SELECT id from plan")'
mistake checks/sql 'not in lower case'
sql 'SQL("select id from plan where id = ?1")'
mistake checks/sql 'without a name'
sql 'SQL("select id from plan where id = %s")' jobs
mistake checks/sql 'formatted into it'
sql '"delete from plan"'
mistake checks/sql 'SQL outside SQL("...")'
sql 'SQL("select id from plan")' codec
mistake checks/sql 'codec may not contain SQL'

# ---- banned calls, as the linker sees them ----
export WARDROOM_BUILD=$tree/b
library() {
	mkdir -p b/src/base
	gcc -O0 -w -fno-builtin -c -x c - -o b/y.o && ar rc b/src/base/libbase.a b/y.o
}
echo 'int strlen(char *); int f(char *p) { return strlen(p); }' | library
fine checks/banned 'a library in order'
echo 'int strcpy(); int f(char *p) { return strcpy(p, p); }' | library
mistake checks/banned 'calls strcpy'
mistake checks/banned 'no libraries'

# ---- words, format ----
fine checks/words 'a tree in order'
printf '/* see /home/''somebody/notes */\n' >src/base/y.c
mistake checks/words 'a path of somebody'
printf '/* TO''DO later */\n' >src/base/y.c
mistake checks/words 'unfinished work'
printf 'int f(void)\n{\n\treturn 1;\n}\n' >src/base/y.c
fine checks/format 'a function in our form'
printf 'int f( void ) {\n  return 1; }\n' >src/base/y.c
mistake checks/format 'int f(void)'
cat >src/base/y.c <<'END'
static const struct field fields[] = {
	[EXM_TITLE]  = { .name = "title",  .label = "What is asked",
	                 .type = T_LINE, .max = 120, .required = true },
	[EXM_SYSTEM] = { .name = "system", .label = "System" },
};
END
fine checks/format 'an aligned table'

# ---- references ----
page() {
	mkdir -p docs
	printf '%s\n' "$@" >docs/page.md
}
page 'See [the top](../src/LAYERS#top), [here](#top), [there](https://example.org/x),' \
	'```' '[an example](nowhere.md)' '```' 'and [itself](page.md).'
fine checks/references 'links that lead somewhere'
page '' 'See [the other](other.md#part).'
mistake checks/references 'docs/page.md:2: there is no other.md'
page '' '![A ship](ship.png)'
mistake checks/references 'docs/page.md:2: there is no ship.png'

# ---- texts ----
text() {
	printf 'const char *f(void)\n{\n\treturn %s;\n}\n' "$1" >src/store/y.c
}
text 'tr(lang, "Save")'
fine 'texts --check' 'a translated text'
for form in 'tr(l, "Open")' 'N_("Open")' 'refuse(w, 1, "Open", NULL)' \
	'refuse(w, 1, NULL, "Open")' 'refuse_forbidden(w, "Op" "en", NULL)' \
	'MESSAGE2("Open", a, b)' 'tr(l, a ? "Save" : "Open")' \
	'(struct s){ .label = "Open" }' \
	'trn(l, "Open", "Opens", n)' 'tr_count(a, l, "Open", "Opens", n)'; do
	text "$form"
	mistake 'texts --check' '"Open" has no French'
done
printf 'static const struct choice c[] = {\n\t{ "open", "Open" },\n};\n' >src/store/y.c
mistake 'texts --check' '"Open" has no French'
printf '<p>{{t "Open \\"%%1\\"" name}}</p>\n' >ui/templates/a.html
mistake 'texts --check' 'has no French'
printf '<p>{{tn "Open" "Opens" n}}</p>\n' >ui/templates/a.html
printf 'msgid "Open"\nmsgstr "Ouvrir"\n' >>content/languages/fr.po
mistake 'texts --check' 'has no French plural'
printf '<p title="{{t "Save"}}">{{name}} <kbd>Ctrl</kbd>, 7</p>\n' >ui/templates/a.html
fine 'texts --check' 'a template in order'
printf '<p>{{name}}:\n<b>is missing</b></p>\n' >ui/templates/a.html
mistake 'texts --check' '"is missing" stands there'
printf '<img alt="A ship">\n' >ui/templates/a.html
mistake 'texts --check' '"A ship" stands there'
text 'tr(lang, "Save")'
printf '#, fuzzy\nmsgid "Save"\nmsgstr "Sauver"\n' >content/languages/fr.po
mistake 'texts --check' 'marked fuzzy'
text 'tr(lang, "Plan")'
printf 'msgid "Plan"\nmsgstr "Plan"\n' >content/languages/fr.po
mistake 'texts --check' 'the same in French'
text 'tr(lang, "Plan")'
printf 'msgid "Plan"\nmsgstr "Plan"\n' >content/languages/fr.po
printf 'Plan\tthe same word\n' >content/languages/same-in-french.txt
fine 'texts --check' 'a listed word that is the same'
text 'tr(lang, "Save %1")'
printf 'msgid "Save %%1"\nmsgstr "Enregistrer"\n' >content/languages/fr.po
mistake 'texts --check' 'other placeholders'
mkdir content/languages/fr.po.d
printf 'msgid "Save"\nmsgstr "Sauvegarder"\n' >content/languages/fr.po.d/a.po
mistake 'texts --check' 'translated otherwise'

cd "$root"
finish
