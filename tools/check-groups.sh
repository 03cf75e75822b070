# shellcheck shell=bash disable=SC2086,SC2154
# check-groups.sh -- sourced by ./check: what it runs, group by group.
#
# A group counts into $passed and $failed, keeps its output in $logs and shows it when
# something fails.  Scripts of tests/ end with a line `N passed, N failed`.

GROUPS_IN_ORDER=(build source tools units postgres threads verifier records cli http
	recovery browser fuzz)

# one NAME COMMAND...: passes when the command does.
one() {
	local name=$1 log
	shift
	log=$logs/${name//\//-}.log
	if "$@" >"$log" 2>&1 </dev/null; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf 'FAILED %s\n' "$name"
		tail -n 60 "$log"
	fi
}

# counted NAME COMMAND...: adds up the last line `N passed, N failed` of the output.
counted() {
	local name=$1 log status=0 line
	shift
	log=$logs/${name//\//-}.log
	timeout --kill-after=20 "${TEST_SECONDS:-900}" "$@" \
		>"$log" 2>&1 </dev/null || status=$?
	line=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1) || true
	if [ -z "$line" ]; then
		failed=$((failed + 1))
		printf 'FAILED %s (no result, exit %d)\n' "$name" "$status"
		tail -n 60 "$log"
		return
	fi
	set -- ${line//,/}
	passed=$((passed + $1))
	failed=$((failed + $3))
	if [ "$3" = 0 ] && [ "$status" != 0 ]; then
		failed=$((failed + 1))
	fi
	if [ "$3" != 0 ] || [ "$status" != 0 ]; then
		printf 'FAILED %s (%s, exit %d)\n' "$name" "$line" "$status"
		grep -E '^(not ok|FAIL)' "$log" | head -n 20 || true
		tail -n 40 "$log"
	fi
}

# scripts FOLDER PATTERN COMMAND...: every script of tests/FOLDER by `counted`.
scripts() {
	local folder=$1 pattern=$2 file
	shift 2
	for file in tests/"$folder"/$pattern; do
		[ -f "$file" ] || continue
		counted "$folder/$(basename "$file")" "$@" "$file"
	done
}

build_into() {
	local build=$1
	shift
	configure "$build" "$@" && ninja -C "$build" --quiet
}

group_build() {
	one build-gcc build_into build-check -Dwerror=true $SANITIZE
	[ -z "$only" ] || [ "$only" = build ] || return 0
	CC=clang-14 one build-clang build_into build-clang -Dwerror=true
	one build-release build_into build-release -Dwerror=true $RELEASE
}

group_source() {
	local checker
	for checker in tools/checks/*; do
		one "source-$(basename "$checker")" "$checker"
	done
	one source-texts tools/texts --check
}

# The checkers themselves: each is shown the mistake that it is there for.
group_tools() {
	scripts checks '*.sh' bash
}

group_units() {
	meson test -C build-check --suite unit --no-rebuild --num-processes 2 \
		>"$logs/units.log" 2>&1 </dev/null || true
	counted units tools/count-units build-check/meson-logs/testlog.json
	one prepare tools/prepared build-check/meson-logs/testlog.json
}

# The same on PostgreSQL: one cluster for all, a database for each test.  What is asked over
# HTTP is a choice: acts and rights, lists, what is sent twice, and the kill.
group_postgres() {
	local cluster name
	cluster=$(tests/support/postgres.sh start) || { one postgres-starts false; return; }
	export WARDROOM_TEST_CLUSTER=$cluster
	meson test -C build-check --suite postgres --no-rebuild --num-processes 2 \
		>"$logs/postgres-units.log" 2>&1 </dev/null || true
	counted postgres-units tools/count-units build-check/meson-logs/testlog.json
	for name in http/{api,access,access_parts,links,once,settings,stop} \
		http/{local_fields,views,bulk,jobs,proofs} browser/forms recovery/kill; do
		WARDROOM_TEST_DB=postgres counted "postgres-$name.mjs" \
			node "tests/$name.mjs"
	done
	for name in ledger leaving; do
		WARDROOM_TEST_DB=postgres counted "postgres-cli/$name.sh" \
			bash "tests/cli/$name.sh"
	done
	unset WARDROOM_TEST_CLUSTER
	tests/support/postgres.sh stop "$cluster" immediate
}

# Lanes, writer and readers under the thread sanitizer; only what these tests need is built.
group_threads() {
	local file folder tests=() programs=()
	for file in tests/unit/{db,http,jobs}/test_*.c; do
		[ "$file" != tests/unit/db/test_postgres.c ] || continue
		folder=$(basename "$(dirname "$file")")
		tests+=("$folder/$(basename "$file" .c)")
		programs+=("tests/$folder-$(basename "$file" .c)")
	done
	one build-threads build_threads "${programs[@]}"
	meson test -C build-threads --no-rebuild --num-processes 2 "${tests[@]}" \
		>"$logs/threads-meson.log" 2>&1 </dev/null || true
	counted threads tools/count-units build-threads/meson-logs/testlog.json
}

build_threads() {
	configure build-threads -Db_sanitize=thread -Db_lundef=false &&
		ninja -C build-threads --quiet "$@"
}

# Independent readers of what we write: they share no code with src/.
group_verifier() {
	scripts verifier 'vectors.mjs' node
	scripts verifier '*.sh' bash
}

group_records() {
	if [ -x build-check/tests/scenarios ]; then
		counted records build-check/tests/scenarios tests/records/*.t
		counted duties build-check/tests/duty_scenarios tests/duties/*.yaml
	fi
}

group_cli() {
	scripts cli '*.sh' bash
}

group_http() {
	scripts http '*.mjs' node
}

group_recovery() {
	scripts recovery '*.mjs' node
	scripts recovery '*.sh' bash
}

group_browser() {
	TEST_SECONDS=1200 scripts browser '*.mjs' node
}

group_fuzz() {
	local seconds=5 target name
	[ "$long" = no ] || seconds=180
	CC=clang-14 one build-fuzz build_into build-fuzz -Dfuzz=true $SANITIZE
	export -f fuzz_one
	basename -a -s .c tests/fuzz/fuzz_*.c |
		xargs -P "$(nproc)" -I NAME bash -c 'fuzz_one NAME "$1"' x "$seconds" ||
		true
	for target in tests/fuzz/fuzz_*.c; do
		name=$(basename "$target" .c)
		one "fuzz-$name" grep -qx 0 "build-fuzz/$name.status"
		[ "$(cat "build-fuzz/$name.status")" = 0 ] ||
			tail -n 40 "build-fuzz/$name.log"
	done
}

# New inputs go to a folder of the build; the seeds in the repository are only read.
fuzz_one() {
	local found=build-fuzz/found/$1 seeds=() status=0
	mkdir -p "$found"
	echo started >"build-fuzz/$1.status"
	[ ! -d "tests/fuzz/seeds/$1" ] || seeds=("tests/fuzz/seeds/$1")
	"build-fuzz/tests/$1" -max_total_time="$2" -timeout=10 -rss_limit_mb=2048 \
		-artifact_prefix="build-fuzz/$1-" "$found" "${seeds[@]}" \
		>"build-fuzz/$1.log" 2>&1 </dev/null || status=$?
	echo "$status" >"build-fuzz/$1.status"
}
