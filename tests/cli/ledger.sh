# ledger.sh -- what leaves the machine is checked by a program that shares nothing with
# ours;
# what is changed behind the program's back is named; a backup restores.
. "$(dirname "$0")/../support/lib.sh"

verifier=$root/tests/verifier/verify.mjs
db=$scratch/tides.db
printf '%s\n' "$password" >"$scratch/password"

# Changes the database as a thief would.
behind_the_back() {
	python3 -c 'import sqlite3, sys
c = sqlite3.connect(sys.argv[1])
c.execute(sys.argv[2])
c.commit()' "$db" "$1"
}

expect 0 'the verifier passes published cases' node "$root/tests/verifier/vectors.mjs"

expect 0 'an organisation is made' "$wardroom" init --db "$db" --org 'Ministry of Tides' \
	--admin dana --name 'Dana Whitford' --password-file "$scratch/password"
expect 0 'an account is added' "$wardroom" user add lee --db "$db" --name 'Lee Wu' \
	--role staff --password-file "$scratch/password"
expect 2 'not twice' "$wardroom" user add LEE --db "$db" --name 'Lee Wu' \
	--password-file "$scratch/password"
error_has 'another account has this login'
expect 2 'an auditor has a last day' "$wardroom" user add aud --db "$db" --name Aud \
	--role auditor --no-password
error_has 'must have a last day'
expect 0 'accounts are listed' "$wardroom" user list --db "$db"
output_has 'Lee Wu'
expect 0 'a token is made' "$wardroom" token add lee sync --db "$db" --scope 'plan.*'
output_has 'wdr_'
expect 0 'tokens are listed' "$wardroom" token list lee --db "$db"
output_has 'sync'

expect 0 'the history is signed' "$wardroom" ledger checkpoint --db "$db"
cp "$scratch/out" "$scratch/kept"
expect 0 'the key is printed' "$wardroom" ledger key --db "$db"
key=$(cat "$scratch/out")
expect 0 'everything holds' "$wardroom" verify --db "$db" --checkpoint "$scratch/kept" \
	--key "$key"
expect 0 'as JSON, too' "$wardroom" verify --db "$db" --json
output_has '"differences":0'

# ---- what others can check ----
expect 0 'a proof is made' "$wardroom" ledger proof PER-0001 --db "$db"
cp "$scratch/out" "$scratch/proof"
expect 0 'an independent program agrees' node "$verifier" proof "$scratch/proof" \
	--key "$key" --checkpoint "$scratch/kept"
sed 's/\(commitments[^}]*title[^0-9a-f]*\)[0-9a-f]/\1x/; s/"version\\":1/"version\\":2/' \
	"$scratch/proof" >"$scratch/forged"
expect 1 'and does not agree with a forged one' node "$verifier" proof "$scratch/forged" \
	--key "$key"
expect 2 'an operator does not read values' "$wardroom" ledger proof PER-0001 --values \
	--db "$db"
error_has 'operator.may_read'
behind_the_back "insert into setting select org, 'operator.may_read', 'yes' from tenant"
expect 0 'unless it is allowed' "$wardroom" ledger proof PER-0001 --values --db "$db"
output_has 'Dana Whitford'
cp "$scratch/out" "$scratch/values"
expect 1 'such a setting behind the back is seen' "$wardroom" verify --db "$db"
output_has 'setting operator.may_read: it is not what its history says'
behind_the_back "delete from setting where name = 'operator.may_read'"
expect 0 'the values are those committed to' node "$verifier" proof "$scratch/values" \
	--key "$key"
sed 's/Dana Whitford/Dana Whitfort/' "$scratch/values" >"$scratch/forged"
expect 1 'another value is not' node "$verifier" proof "$scratch/forged" --key "$key"
output_has 'name is not what was committed'
for n in 1 2 3 4 5 6; do
	"$wardroom" user add "user$n" --db "$db" --name "User $n" --role staff --no-password
done
expect 0 'the tree is exported' "$wardroom" ledger export "$scratch/export" --db "$db"
expect 0 'and grew from what was kept' node "$verifier" export "$scratch/export" \
	--key "$key" --since "$scratch/kept"
entry=$(find "$scratch/export/tile/entries" -type f)
sed -i 's/"what":"create"/"what":"delete"/' "$entry"
expect 1 'a changed export is seen' node "$verifier" export "$scratch/export" --key "$key"

# ---- a backup ----
expect 0 'a backup is taken and proven' "$wardroom" backup "$scratch/b.tar" --db "$db"
output_has 'restored and verified'
expect 2 'it overwrites nothing' "$wardroom" backup "$scratch/b.tar" --db "$db"
expect 0 'it is restored' "$wardroom" restore "$scratch/b.tar" --db "$scratch/new.db"
expect 0 'and holds, against what was kept' "$wardroom" verify --db "$scratch/new.db" \
	--checkpoint "$scratch/kept" --key "$key"
expect 2 'a second time is refused' "$wardroom" restore "$scratch/b.tar" --db \
	"$scratch/new.db"
error_has 'is there already'
head -c 50000 "$scratch/b.tar" >"$scratch/short.tar"
expect 2 'a cut backup is refused' "$wardroom" restore "$scratch/short.tar" --db \
	"$scratch/other.db"
[ ! -e "$scratch/other.db" ] && ok 'and leaves nothing' || not_ok 'and leaves nothing'

# ---- behind the program's back ----
behind_the_back "update r_person set f_name = 'Eve' where number = 1"
expect 1 'a changed name is seen' "$wardroom" verify --db "$db"
output_has 'PER-0001: "name" is "Eve", and its history says "Dana Whitford"'
behind_the_back "update r_person set f_name = 'Dana Whitford' where number = 1"
expect 0 'and put right' "$wardroom" verify --db "$db"
behind_the_back "update account set state = 1 where login = 'lee'"
expect 1 'an account is seen' "$wardroom" verify --db "$db"
output_has 'account lee: it is disabled, and its history says active'
behind_the_back "update account set state = 0 where login = 'lee'"
behind_the_back "update word_doc set words = 'nobody' where doc = 1"
expect 1 'words of the search are seen' "$wardroom" verify --db "$db"
output_has 'the search finds it by words that are not those of its fields'
expect 0 'and made anew' "$wardroom" verify --rebuild-words --db "$db"
error_has 'the words of 1 records were made anew'
behind_the_back "delete from word_doc where doc = 1"
expect 1 'missing words as well' "$wardroom" verify --db "$db"
output_has 'it has no words'
expect 0 'and made anew, too' "$wardroom" verify --rebuild-words --db "$db"
behind_the_back "insert into word_doc
	select 999, org, zeroblob(16), 'ghost' from tenant"
expect 1 'and words of nothing' "$wardroom" verify --db "$db"
output_has 'words of a record that is not there'
behind_the_back "delete from word_doc where doc = 999"
chmod 644 "$db.key"
expect 2 'a key that others may read is not used' "$wardroom" ledger checkpoint --db "$db"
error_has 'chmod 600'
chmod 600 "$db.key"

# ---- beside a server ----
start_server
until curl -fsS "$url/readyz" >/dev/null 2>&1; do sleep 0.1; done
python3 -c 'import fcntl, sys
f = open(sys.argv[1])
fcntl.flock(f, fcntl.LOCK_EX | fcntl.LOCK_NB)' "$db.lock" 2>/dev/null &&
	not_ok 'the server has the database' || ok 'the server has the database'
expect 0 'an account is added in the server' "$wardroom" user add kim --db "$db" --name \
	'Kim' \
	--role staff --no-password
expect 0 'listed from it' "$wardroom" user list --db "$db" --json
output_has '"login":"kim"'
expect 0 'a checkpoint is made in it' "$wardroom" ledger checkpoint --db "$db"
expect 0 'verified beside it' "$wardroom" verify --db "$db"
expect 0 'backed up beside it' "$wardroom" backup "$scratch/live.tar" --db "$db"
finish
