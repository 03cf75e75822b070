# built.sh -- the checkers that ask the built program are shown the mistakes they are for.
. "$(dirname "$0")/../support/lib.sh"

WARDROOM_BUILD=$(cd "$build" && pwd)
export WARDROOM_BUILD
mkdir -p "$scratch/tree/src/store"
cd "$scratch/tree" || exit 1
git init -q .
ln -s "$root/tools" tools

# ---- derived: what `wardroom describe` writes, byte by byte ----
described() {
	rm -rf docs
	cp -r "$scratch/docs" docs
}
expect 0 'the documentation is described' "$wardroom" describe "$scratch/docs"
described
expect 0 'derived is content' tools/checks/derived
for file in records/plan.md records/README.md openapi.json schema-sqlite.sql \
	schema-postgres.sql; do
	echo 'by hand' >>"docs/$file"
	expect 1 "derived sees a line by hand in $file" tools/checks/derived
	output_has "docs/$file is out of date"
	rm "docs/$file"
	expect 1 "derived sees that $file is missing" tools/checks/derived
	output_has "docs/$file is out of date"
	described
done
echo '# Safe' >docs/records/safe.md
expect 1 'derived sees the page of a type that is gone' tools/checks/derived
output_has 'docs/records/safe.md: describe does not make it'
expect 1 'derived asks for a build' env WARDROOM_BUILD="$scratch/none" tools/checks/derived
output_has 'is not built'

# ---- prepare: statements that the database does not understand ----
statement() {
	printf 'void f(struct tx *tx)\n{\n\tquery(tx, %s);\n}\n' "$1" >src/store/y.c
}
statement 'SQL("select id from account where org = :org{id} and " "login = :login")'
expect 0 'prepare is content' tools/checks/prepare
output_has '1 statements'
statement 'SQL("select id from acount where org = :org")'
expect 1 'prepare sees a table that is not there' tools/checks/prepare
output_has 'src/store/y.c:3: no such table: acount'
statement 'tx ? SQL("select id from account") : SQL("select log_in from account")'
expect 1 'prepare sees a column in either branch' tools/checks/prepare
output_has 'no such column: log_in'
statement 'SQL("select id from account where org = :org an login = :login")'
expect 1 'prepare sees a slip of the pen' tools/checks/prepare
output_has 'syntax error'
rm src/store/y.c
expect 1 'prepare sees that there is nothing to prepare' tools/checks/prepare
output_has '0 statements'
cd "$root" || exit 1
finish
