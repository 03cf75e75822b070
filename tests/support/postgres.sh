#!/usr/bin/env bash
# postgres.sh -- a PostgreSQL of a test's own: one cluster in a folder, on a socket in it.
#
#     folder=$(tests/support/postgres.sh start [SETTING=VALUE...])
#     url=$(tests/support/postgres.sh url "$folder" [NAME])     # makes a database
#     tests/support/postgres.sh drop "$folder" NAME
#     tests/support/postgres.sh stop "$folder" [immediate]      # and removes the folder
#     tests/support/postgres.sh with COMMAND...                 # all of it around a command
#     standby=$(tests/support/postgres.sh standby "$folder")    # commits wait for it, too
#     tests/support/postgres.sh kill "$folder"                  # as a machine that is gone
#     tests/support/postgres.sh promote "$standby"
#
# It runs as an ordinary user (as "postgres" where the test is root), answers nobody but
# through its folder, and sorts by French rules, so that whatever relies on the database's
# own order shows.  Without fsync: only a test that pulls the plug needs it (fsync=on).
# `with` puts the folder into WARDROOM_TEST_CLUSTER, where tests take their databases; one
# that is there already is used.
set -euo pipefail

programs=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)

# as_owner COMMAND...: PostgreSQL refuses to run as root.
as_owner() {
	if [ "$(id -u)" = 0 ]; then
		(cd / && setpriv --reuid=postgres --regid=postgres --clear-groups "$@")
	else
		"$@"
	fi
}

as_superuser() {
	local program=$1 folder=$2
	shift 2
	"$programs/$program" -h "$folder" -U postgres "$@"
}

# run_server FOLDER [SETTING=VALUE...]
run_server() {
	local folder=$1 settings=() setting
	shift
	for setting in fsync=off full_page_writes=off listen_addresses= \
		unix_socket_permissions=0700 max_connections=200 log_min_messages=log \
		shared_buffers=64MB "$@"; do
		settings+=(-c "$setting")
	done
	as_owner "$programs/pg_ctl" start -D "$folder/data" -l "$folder/log" -s -w -t 60 \
		-o "-k $folder ${settings[*]}" >&2 </dev/null ||
		{ cat "$folder/log" >&2; rm -rf "$folder"; return 1; }
}

new_folder() {
	local folder
	folder=$(mktemp -d /tmp/wardroom-postgres-XXXXXX)
	[ "$(id -u)" != 0 ] || chown postgres:postgres "$folder"
	printf '%s\n' "$folder"
}

start() {
	local folder
	folder=$(new_folder)
	as_owner "$programs/initdb" -D "$folder/data" -U postgres --auth=trust \
		--encoding=UTF8 --locale=C.UTF-8 --locale-provider=icu \
		--icu-locale=fr-CA --no-sync >"$folder.log" 2>&1 ||
		{ cat "$folder.log" >&2; rm -rf "$folder" "$folder.log"; return 1; }
	rm "$folder.log"
	run_server "$folder" "$@"
	as_superuser psql "$folder" -q -d postgres -c 'create role wardroom login' >&2
	printf '%s\n' "$folder"
}

url() {
	local folder=$1 name=${2:-t_$$_$RANDOM}
	as_superuser createdb "$folder" -O wardroom "$name"
	printf 'postgresql:///%s?host=%s&user=wardroom\n' "$name" "$folder"
}

drop() {
	as_superuser dropdb "$1" --if-exists --force "$2"
}

stop() {
	as_owner "$programs/pg_ctl" stop -D "$1/data" -s -w -m "${2:-fast}" >&2 || true
	rm -rf "$1"
}

# Another server that follows; from now on a commit is answered when both have it.
standby() {
	local folder
	folder=$(new_folder)
	as_owner "$programs/pg_basebackup" -h "$1" -U postgres -D "$folder/data" -R \
		-c fast --no-sync >&2
	run_server "$folder"
	as_superuser psql "$1" -q -d postgres \
		-c "alter system set synchronous_standby_names = '*'" \
		-c 'select pg_reload_conf()' >&2
	printf '%s\n' "$folder"
}

# Stopped first, so that nobody is told anything more.
kill_server() {
	local first
	first=$(head -n 1 "$1/data/postmaster.pid")
	kill -STOP "$first"
	# shellcheck disable=SC2046
	kill -KILL $(ps -o pid= --ppid "$first") "$first"
}

promote() {
	as_owner "$programs/pg_ctl" promote -D "$1/data" -s -w >&2
}

with() {
	local status=0
	[ -z "${WARDROOM_TEST_CLUSTER:-}" ] || exec "$@"
	WARDROOM_TEST_CLUSTER=$(start)
	export WARDROOM_TEST_CLUSTER
	trap 'stop "$WARDROOM_TEST_CLUSTER" immediate' EXIT
	"$@" || status=$?
	exit "$status"
}

case ${1:-} in
start | url | drop | stop | standby | promote | with) "$@" ;;
kill) kill_server "$2" ;;
*) sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; exit 1 ;;
esac
