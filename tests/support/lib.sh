# lib.sh -- sourced by shell tests: counting, a scratch folder, a server on a free port.
#
#     . tests/support/lib.sh
#     expect 0 'help is printed' "$wardroom" --help
#     output_has 'usage'
#     start_server                      # $url, $db, $login, $password
#     expect 0 'the front page answers' curl -fsS "$url/"
#     finish
#
# Run from the root of the source tree; WARDROOM_BUILD says which build is tested.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${WARDROOM_BUILD:-$root/build-check}
wardroom=$build/wardroom
scratch=$(mktemp -d)
passed=0
failed=0
server=
login=officer
password='correct horse battery staple'
export WARDROOM_DATA=$scratch
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1} UBSAN_OPTIONS=print_stacktrace=1

ok() {
	passed=$((passed + 1))
	printf 'ok %s\n' "$1"
}

not_ok() {
	failed=$((failed + 1))
	printf 'not ok %s\n' "$1"
	[ ! -s "$scratch/out" ] || sed 's/^/    out: /' "$scratch/out" | head -n 30
	[ ! -s "$scratch/err" ] || sed 's/^/    err: /' "$scratch/err" | head -n 30
}

# expect STATUS NAME COMMAND...: runs it; output in $scratch/out and $scratch/err.
expect() {
	local wanted=$1 name=$2 status=0
	shift 2
	"$@" >"$scratch/out" 2>"$scratch/err" </dev/null || status=$?
	if [ "$status" = "$wanted" ]; then ok "$name"; else
		not_ok "$name (exit $status)"; fi
}

# output_has TEXT / error_has TEXT: about the command that ran last; a fixed string.
output_has() {
	if grep -qF -- "$1" "$scratch/out"; then ok "output has: $1"; else
		not_ok "output has: $1"; fi
}

error_has() {
	if grep -qF -- "$1" "$scratch/err"; then ok "error says: $1"; else
		not_ok "error says: $1"; fi
}

free_port() {
	python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0))
print(s.getsockname()[1])'
}

# Where an organisation can be made: a file, or with WARDROOM_TEST_DB=postgres a database of
# the cluster in WARDROOM_TEST_CLUSTER.
new_database() {
	if [ "${WARDROOM_TEST_DB:-}" = postgres ]; then
		"$root/tests/support/postgres.sh" url "$WARDROOM_TEST_CLUSTER"
	else
		printf '%s\n' "$scratch/wardroom.db"
	fi
}

# An empty organisation in $db and a server of it at $url, by script alone.
start_server() {
	db=${db:-$(new_database)}
	printf '%s\n' "$password" >"$scratch/password"
	if [ ! -e "$db" ]; then
		"$wardroom" init --db "$db" --org 'Test Agency' --admin "$login" \
			--password-file "$scratch/password" >"$scratch/init.log" 2>&1 ||
			{ cat "$scratch/init.log"; not_ok 'init'; finish; }
	fi
	port=$(free_port)
	url=http://127.0.0.1:$port
	"$wardroom" serve --db "$db" --listen "127.0.0.1:$port" "$@" \
		>"$scratch/server.log" 2>&1 </dev/null &
	server=$!
	local tries=0
	until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
		tries=$((tries + 1))
		if [ "$tries" -gt 150 ] || ! kill -0 "$server" 2>/dev/null; then
			cat "$scratch/server.log"
			not_ok 'the server starts'
			finish
		fi
		sleep 0.1
	done
}

# Stops the server in good order and returns what it returned.
stop_server() {
	local status=0
	[ -n "$server" ] || return 0
	kill -TERM "$server" 2>/dev/null
	wait "$server" || status=$?
	server=
	return "$status"
}

finish() {
	trap - EXIT
	stop_server || { sed 's/^/    server: /' "$scratch/server.log" | tail -n 40
		not_ok 'the server stops in good order'; }
	rm -rf "$scratch"
	printf '%d passed, %d failed\n' "$passed" "$failed"
	[ "$failed" = 0 ]
	exit $?
}
trap finish EXIT
