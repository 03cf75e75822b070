# moving.sh -- an installation moves from a file into PostgreSQL and back into a file: the
# same history, the same exports, byte by byte.
here=$(dirname "$0")
[ -n "${WARDROOM_TEST_CLUSTER-}" ] ||
	exec bash "$here/../support/postgres.sh" with bash "$0"
. "$here/../support/lib.sh"

db=$scratch/demo/demo.db
export WARDROOM_DATA=$scratch/data
mkdir "$WARDROOM_DATA"

new_database() {
	bash "$root/tests/support/postgres.sh" url "$WARDROOM_TEST_CLUSTER" "move_$$_$1"
}

root_of() {
	"$wardroom" verify --db "$1" --json | sed 's/.*"root":"\([^"]*\)".*/\1/'
}

# same_root NAME DATABASE DATABASE
same_root() {
	[ -n "$(root_of "$2")" ] && [ "$(root_of "$2")" = "$(root_of "$3")" ] &&
		ok "$1" || not_ok "$1"
}

# unpacked ARCHIVE: its parts in a folder, without the instant it was made at.
unpacked() {
	mkdir "$1.parts" && tar -xf "$1" -C "$1.parts" &&
		sed -i 's/"made_at":"[^"]*"//' "$1.parts/manifest.json"
}

expect 0 'a demonstration is made' "$wardroom" demo --keep "$scratch/demo"
url=$(new_database 1)
expect 0 'it is backed up' "$wardroom" backup "$scratch/a.tar" --db "$db"
expect 0 'and restored into PostgreSQL' "$wardroom" restore "$scratch/a.tar" --db "$url"
output_has 'verified'
expect 0 'where it holds' "$wardroom" verify --db "$url"
same_root 'with the same root' "$db" "$url"
expect 2 'not over an organisation' "$wardroom" restore "$scratch/a.tar" --db "$url"
error_has 'nothing was changed'
expect 0 'PostgreSQL is backed up' "$wardroom" backup "$scratch/b.tar" --db "$url"
expect 0 'and restored into a file' "$wardroom" restore "$scratch/b.tar" \
	--db "$scratch/back.db"
same_root 'with the same root' "$url" "$scratch/back.db"
unpacked "$scratch/a.tar"
unpacked "$scratch/b.tar"
expect 0 'both backups are the same' diff -r "$scratch/a.tar.parts" "$scratch/b.tar.parts"

for name in db url back; do
	case $name in db) from=$db ;; url) from=$url ;; *) from=$scratch/back.db ;; esac
	expect 0 "an export of $name" "$wardroom" export --db "$from" --to "$scratch/$name"
done
expect 0 'is the same from the file and from PostgreSQL' diff -r "$scratch/db" \
	"$scratch/url"
expect 0 'and from the file that came back' diff -r "$scratch/db" "$scratch/back"
other=$(new_database 2)
expect 0 'it is imported into PostgreSQL' "$wardroom" import "$scratch/db" --db "$other"
expect 0 'holds there' "$wardroom" verify --db "$other"
expect 0 'and exports' "$wardroom" export --db "$other" --to "$scratch/other"
expect 0 'the same' diff -r "$scratch/db" "$scratch/other"
expect 2 'a second time is refused' "$wardroom" import "$scratch/db" --db "$other"
error_has 'is in this database already'

# ---- one that is refused leaves an empty database as it was ----
empty=$(new_database 3)
cp -r "$scratch/db" "$scratch/forged"
sed -i '2s/"title":"/"title":"X/' "$scratch/forged/records/plan.jsonl"
expect 2 'a changed export is refused' "$wardroom" import "$scratch/forged" --db "$empty"
error_has 'records/plan.jsonl:2: PLN-0002'
head -c 50000 "$scratch/a.tar" >"$scratch/cut.tar"
expect 2 'as is a cut backup' "$wardroom" restore "$scratch/cut.tar" --db "$empty"
expect 0 'a sound one is taken afterwards' "$wardroom" restore "$scratch/a.tar" \
	--db "$empty"
expect 0 'and holds' "$wardroom" verify --db "$empty"
finish
