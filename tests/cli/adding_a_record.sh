#!/usr/bin/env bash
# adding_a_record.sh -- the three pieces of docs/adding-a-record.md, and nothing else, make
# a type of record that can be listed, typed in, changed, searched, exported and described.
. tests/support/lib.sh

# piece N: the Nth block of C in the page.
piece() {
	awk -v wanted="$1" '/^```c$/ { n++; inside = 1; next } /^```$/ { inside = 0 }
		inside && n == wanted' docs/adding-a-record.md
}

copy=$scratch/tree
mkdir "$copy"
tar --exclude=./.git --exclude='./build*' --exclude=./node_modules -cf - . |
	tar -xf - -C "$copy"
[ ! -d node_modules ] || ln -s "$root/node_modules" "$copy/node_modules"
piece 1 >"$copy/src/records/safe.h"
piece 2 >"$copy/src/records/safe.c"
piece 3 >"$scratch/line"
sed -i "/^#define RECORD_TYPES/r $scratch/line" "$copy/src/records/all.c"

expect 0 'it is configured' meson setup "$copy/build" "$copy" -Dtests=false
expect 0 'it builds' ninja -C "$copy/build" wardroom
wardroom=$copy/build/wardroom
expect 0 'it is described' "$wardroom" describe "$scratch/docs"
expect 0 'with a page' \
	grep -q 'Record that it was taken away' "$scratch/docs/records/safe.md"
expect 0 'in the API' \
	grep -q '/api/v1/safe/{id}/steps/remove' "$scratch/docs/openapi.json"
expect 0 'and a table' grep -q 'r_safe' "$scratch/docs/schema-sqlite.sql"

# An organisation that was made before the type: its database is upgraded.
db=$scratch/wardroom.db
printf '%s\n' "$password" >"$scratch/password"
expect 0 'an organisation of before' "$build/wardroom" init --db "$db" --org 'Test Agency' \
	--admin "$login" --password-file "$scratch/password"
expect 0 'a token' "$wardroom" token add "$login" test --db "$db" --json
token=$(grep -o 'wdr_[0-9A-Za-z_-]*' "$scratch/out")
start_server

api() {
	curl -sS --fail-with-body -H "Authorization: Bearer $token" \
		-H 'Content-Type: application/json' "$@"
}
title='{"en":"Harbour office cabinet","fr":"Armoire du port"}'
safe='{"fields":{"title":'$title',"kind":"cabinet"}}'
expect 0 'one is made' api -d "$safe" "$url/api/v1/safe"
output_has '"code":"SAF-0001"'
expect 22 'its rule holds' api -X PATCH -H 'If-Match: "1"' \
	-d '{"fields":{"change_due_on":"2001-01-01"}}' "$url/api/v1/safe/SAF-0001"
output_has 'has already passed'
expect 0 'it is listed and filtered' api "$url/api/v1/safe?kind=cabinet&count=yes"
output_has '"total":1'
expect 0 'it is found' api "$url/api/v1/search?words=cabinet"
output_has 'SAF-0001'
expect 0 'its step is taken' api -X POST -H 'If-Match: "1"' -d '{"reason":"broken"}' \
	"$url/api/v1/safe/SAF-0001/steps/remove"
output_has '"state":"removed"'
expect 0 'its history tells' api "$url/api/v1/safe/SAF-0001/history"
output_has 'step:remove'
expect 0 'it is exported' api "$url/api/v1/safe/csv"
output_has 'title.fr'

# The pages, as a person sees them.
jar=$scratch/jar
page() {
	curl -fsS -b "$jar" -c "$jar" "$@"
}
expect 0 'the sign-in page' page "$url/sign-in"
csrf=$(grep -o 'name="_csrf" value="[^"]*"' "$scratch/out" | head -n 1 |
	sed 's/.*value="//; s/"$//')
expect 0 'signed in' page -L --data-urlencode "login=$login" \
	--data-urlencode "password=$password" --data-urlencode "_csrf=$csrf" "$url/sign-in"
expect 0 'a list' page "$url/safe"
output_has 'Harbour office cabinet'
expect 0 'a form' page "$url/safe/new"
output_has 'Next change of combination'
expect 0 'a page' page "$url/safe/SAF-0001"
output_has 'Removed'
finish
