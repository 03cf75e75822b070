# leaving.sh -- an organisation is exported, imported elsewhere, and is the same; what was
# changed on the way is named; the independent verifier reads the history there.
. "$(dirname "$0")/../support/lib.sh"

verifier=$root/tests/verifier/verify.mjs
db=$scratch/demo/demo.db

root_of() {
	"$wardroom" verify --db "$1" --json | sed 's/.*"root":"\([^"]*\)".*/\1/'
}

expect 0 'a demonstration is made' "$wardroom" demo --keep "$scratch/demo"
expect 0 'it is exported' "$wardroom" export --db "$db" --to "$scratch/e1"
output_has 'Not in it: passwords'
expect 2 'not over what is there' "$wardroom" export --db "$db" --to "$scratch/e1"
error_has 'is there already'
expect 0 'an import makes its database' "$wardroom" import "$scratch/e1" \
	--db "$scratch/new.db"
output_has 'verified'
expect 0 'and it holds' "$wardroom" verify --db "$scratch/new.db"
said=$(sed -n 's/^  root //p' "$scratch/out")
grep -qF "\"root\":\"$said\"" "$scratch/e1/manifest.json" &&
	ok 'with the root that was exported' || not_ok 'with the root that was exported'
expect 0 'it is exported again' "$wardroom" export --db "$scratch/new.db" \
	--to "$scratch/e2"
expect 0 'to the same bytes' diff -r "$scratch/e1" "$scratch/e2"
expect 2 'a second time is refused' "$wardroom" import "$scratch/e1" \
	--db "$scratch/new.db"
error_has 'is in this database already'
expect 0 'an archive is written as JSON tells' "$wardroom" export --db "$db" \
	--to "$scratch/e.tar" --json
output_has '"to":"'
expect 0 'and read by others' tar -tf "$scratch/e.tar"
output_has 'records/plan.jsonl'
expect 0 'into an installation without an organisation' \
	"$wardroom" init --db "$scratch/empty.db"
expect 0 'it is imported' "$wardroom" import "$scratch/e.tar" --db "$scratch/empty.db"
printf '%s\n' "$password" >"$scratch/password"
expect 0 'until one is set' "$wardroom" user password dana --db "$scratch/empty.db" \
	--password-file "$scratch/password"
expect 0 'a backup of the import restores' "$wardroom" backup "$scratch/b.tar" \
	--db "$scratch/new.db"
expect 0 'somewhere else' "$wardroom" restore "$scratch/b.tar" --db "$scratch/again.db"
[ "$(root_of "$scratch/again.db")" = "$(root_of "$scratch/new.db")" ] &&
	ok 'with the same root' || not_ok 'with the same root'
expect 0 'the tree there is exported' "$wardroom" ledger export "$scratch/tree" \
	--db "$scratch/again.db"
expect 0 'the key is printed' "$wardroom" ledger key --db "$scratch/again.db"
key=$(cat "$scratch/out")
expect 0 'and an independent program agrees' node "$verifier" export "$scratch/tree" \
	--key "$key"

# ---- a stranger changes something ----
# changed NAME SED PART TEXT...: refused with every text, and nothing is left.
changed() {
	local name=$1 edit=$2 part=$3 text
	shift 3
	rm -rf "$scratch/f" && cp -r "$scratch/e1" "$scratch/f"
	sed -i "$edit" "$scratch/f/$part"
	cmp -s "$scratch/e1/$part" "$scratch/f/$part" && not_ok "$name: nothing was changed"
	expect 2 "$name is refused" "$wardroom" import "$scratch/f" --db "$scratch/f.db"
	for text; do error_has "$text"; done
	[ -z "$(ls "$scratch" | grep '^f\.db')" ] && ok 'nothing is left' ||
		not_ok 'nothing is left'
}
changed 'a changed title' '2s/"title":"/"title":"X/' records/plan.jsonl \
	'records/plan.jsonl: this part was changed' 'records/plan.jsonl:2: PLN-0002' \
	'"title" is'
changed 'a broken line' '3s/}}$/}/' records/person.jsonl 'records/person.jsonl:3:'
changed 'a line too few' '$d' tables/link.jsonl 'tables/link.jsonl'
changed 'a changed past' '/Whitford/s/Whitford/Whitfort/' tables/history.jsonl \
	'tables/history.jsonl:' 'not the one committed to'
changed 'another name' 's/Ministry of Ferries/Ministry of Cars/' manifest.json \
	'manifest.json'
changed 'another root' 's/"root":"./"root":"?/' manifest.json 'another size or root'
changed 'an altered account' 's/"state":0/"state":1/' tables/account.jsonl \
	'tables/account.jsonl' 'disabled'
for part in $(cd "$scratch/e1" && find records tables packs types.json -type f); do
	rm -rf "$scratch/f" && cp -r "$scratch/e1" "$scratch/f"
	printf ' ' >>"$scratch/f/$part"
	"$wardroom" import "$scratch/f" --db "$scratch/f.db" >"$scratch/out" \
		2>"$scratch/err" && not_ok "an altered $part"
	grep -qF "$part: this part was changed" "$scratch/err" && ok "an altered $part" ||
		not_ok "an altered $part is named"
done
[ -z "$(ls "$scratch" | grep '^f\.db')" ] && ok 'nothing is left' ||
	not_ok 'nothing is left'

# ---- beside a server ----
start_server
until curl -fsS "$url/readyz" >/dev/null 2>&1; do sleep 0.1; done
expect 0 'exported beside a server' "$wardroom" export --db "$db" --to "$scratch/live"
expect 0 'which holds' "$wardroom" import "$scratch/live" --db "$scratch/live.db"
expect 0 'and says so in its history' "$wardroom" verify --db "$db"

# ---- into an installation whose server runs ----
stop_server
db=$scratch/served.db
"$wardroom" init --db "$db" --org 'Test Agency' --admin officer \
	--password-file "$scratch/password" >/dev/null
start_server
until curl -fsS "$url/readyz" >/dev/null 2>&1; do sleep 0.1; done
expect 0 'an export is imported by the server' "$wardroom" import "$scratch/live" \
	--db "$db" --json
output_has '"organisation":"Ministry of Ferries'
expect 0 'both organisations hold' "$wardroom" verify --db "$db"
output_has 'Ministry of Ferries and Inland Waters: holds'
expect 2 'not twice' "$wardroom" import "$scratch/live" --db "$db"
error_has 'is in this database already'
expect 2 'nor one that was changed' "$wardroom" import "$scratch/f" --db "$db"
error_has 'this part was changed'
[ -z "$(find "$db.files" -name 'import-*')" ] && ok 'no copy is left' ||
	not_ok 'no copy is left'
finish
