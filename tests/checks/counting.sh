# counting.sh -- ./check counts what ran; a skip, a crash and silence are failures.
. "$(dirname "$0")/../support/lib.sh"

result() {
	printf '{"name": "unit - x", "result": "%s", "stdout": "", ' "$1"
	printf '"stderr": "%s"}\n' "$2"
}

result OK '[  PASSED  ] 3 test(s).\n' >"$scratch/log"
expect 0 'three passed' tools/count-units "$scratch/log"
output_has '3 passed, 0 failed'
result OK '[  SKIPPED ] one_of_them\n[  PASSED  ] 2 test(s).\n' >"$scratch/log"
expect 1 'a skip is a failure' tools/count-units "$scratch/log"
output_has '2 passed, 1 failed'
result FAIL '[  PASSED  ] 2 test(s).\n[  FAILED  ] 2 test(s), listed below:\n' \
	>"$scratch/log"
expect 1 'two failed' tools/count-units "$scratch/log"
output_has '2 passed, 2 failed'
result TIMEOUT '' >"$scratch/log"
expect 1 'a program that did not end' tools/count-units "$scratch/log"
output_has '0 passed, 1 failed'
: >"$scratch/log"
expect 1 'nothing ran at all' tools/count-units "$scratch/log"
result OK '' | sed 's|unit - x|store/test_other|' >"$scratch/log"
expect 1 'nobody prepared the SQL' tools/prepared "$scratch/log"

# What ./check does with a script that says nothing, fails, or lies about its exit.
cat >"$scratch/counting" <<'END'
. tools/setup.sh
. tools/check-groups.sh
logs=$1 passed=0 failed=0
counted silent true
counted good printf '2 passed, 0 failed\n'
counted bad sh -c 'echo "1 passed, 3 failed"; exit 1'
counted liar sh -c 'echo "4 passed, 0 failed"; exit 9'
one true true
one false false
echo "$passed $failed"
END
expect 0 'counting goes on' bash "$scratch/counting" "$scratch"
output_has '8 6'
finish
