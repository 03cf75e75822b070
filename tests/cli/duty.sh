# duty.sh -- how duties stand, from the command line: each shipped duty is printed with its
# pack, and a list, one why, the past and working everything out agree with each other.
. "$(dirname "$0")/../support/lib.sh"

db=$scratch/demo/demo.db

expect 0 'the shipped packs hold no fault' "$wardroom" content check
output_has 'duties'
expect 0 'every duty is printed' "$wardroom" content duties --json
shipped=$(wc -l <"$scratch/out")
whole=$(grep -c '"pack":"[^"]*","rule":"[^"]*".*"sure":"[^"]*"' "$scratch/out")
if [ "$shipped" -eq "$whole" ]; then ok 'with pack, rule and how sure it is'
else not_ok 'with pack, rule and how sure it is'; fi
grep -E '"sure":"(recalled|not_found)"' "$scratch/out" | grep -q '"law":true' &&
	not_ok 'what nobody read is no law' || ok 'what nobody read is no law'

mkdir -p "$scratch/packs/bc-miso"
cp "$root/content/packs/bc-miso/pack.yaml" "$scratch/packs/bc-miso/"
sed 's/^    owner: .*/    owner: nobody/' \
	"$root/content/packs/bc-instruments/duties-audit.yaml" \
	>"$scratch/packs/bc-miso/duties.yaml"
expect 1 'a pack that names no role does not load' \
	"$wardroom" content check "$scratch/packs"
output_has 'duties.yaml:'
output_has 'there is no role nobody'

expect 0 'a demonstration is made' "$wardroom" demo --keep "$scratch/demo"
expect 0 'its duties are listed' "$wardroom" duty list --db "$db" --json
cp "$scratch/out" "$scratch/list"
for member in duty subject state since due_at force owner why; do
	[ "$(grep -c "\"$member\":" "$scratch/list")" -eq "$(wc -l <"$scratch/list")" ] &&
		ok "each line has $member" || not_ok "each line has $member"
done
expect 0 'one plan is explained' "$wardroom" duty why IR-06 PLN-0001 --db "$db" --json
output_has '"clause":"6.5.2"'
output_has '"evidence":[{'
output_has '"met_by":"'
expect 0 'for people as well' "$wardroom" duty why BC-38 COR-0001 --db "$db" --lang fr
expect 2 'not about what it is not about' "$wardroom" duty why BC-38 PLN-0001 --db "$db"
error_has 'is not about PLN-0001'
expect 2 'nor a duty that is none' "$wardroom" duty why ZZ-1 --db "$db"
error_has 'there is no duty ZZ-1'
grep -q Ferr "$scratch/list" && not_ok 'no title is named to an operator' ||
	ok 'no title is named to an operator'

expect 0 'everything is worked out' "$wardroom" duty evaluate --db "$db" --json
output_has '"judged":'
expect 0 'and is the same' "$wardroom" duty list --db "$db" --json
sed 's/"why":.*//' "$scratch/list" >"$scratch/one"
sed 's/"why":.*//' "$scratch/out" >"$scratch/two"
expect 0 'line by line' diff "$scratch/one" "$scratch/two"
now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
expect 0 'as of now' "$wardroom" duty as-of "$now" --db "$db" --json
[ "$(wc -l <"$scratch/out")" -eq "$(wc -l <"$scratch/list")" ] &&
	ok 'the same instances' || not_ok 'the same instances'
output_has '"known_then":{"state":'
expect 0 'a year ago' \
	"$wardroom" duty as-of "$(date -u -d '1 year ago' +%Y-%m-%d)" --db "$db"
output_has 'IR-06'
expect 2 'no day' "$wardroom" duty as-of someday --db "$db"

finish
