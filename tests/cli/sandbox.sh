# sandbox.sh -- every wall that this kernel offers stands around every process.
. "$(dirname "$0")/../support/lib.sh"

start_server
sleep 1
cp "$scratch/server.log" "$scratch/out"

# What the kernel says about the processes, not what they say about themselves.
count=0
for status in /proc/[0-9]*/status; do
	pid=${status#/proc/}
	pid=${pid%/status}
	exe=$(readlink "/proc/$pid/exe" 2>/dev/null) || continue
	[ "$exe" = "$(readlink -f "$wardroom")" ] || continue
	[ "$pid" = "$server" ] ||
		[ "$(awk '/^PPid:/ { print $2 }' "$status")" = "$server" ] || continue
	count=$((count + 1))
	[ "$pid" != "$server" ] || continue
	role=$(tr '\0' ' ' <"/proc/$pid/cmdline")
	if grep -q '^Seccomp:[[:space:]]*2$' "$status"; then
		ok "system calls are filtered: $role"
	else
		not_ok "system calls are filtered: $role"
	fi
	if grep -q '^NoNewPrivs:[[:space:]]*1$' "$status"; then
		ok "no new privileges: $role"
	else
		not_ok "no new privileges: $role"
	fi
done
if [ "$count" -ge 4 ]; then ok "$count processes"; else
	not_ok "supervisor, core and two readers of documents run ($count processes)"; fi

landlock=$(python3 -c 'import ctypes
print(ctypes.CDLL(None).syscall(444, None, 0, 1))')
entered=$(grep -c '"sandbox.entered"' "$scratch/server.log")
if [ "$entered" -ge 3 ]; then ok "$entered roles entered their sandbox"; else
	not_ok "every role enters its sandbox ($entered did)"; fi
if [ "$landlock" -gt 0 ]; then
	if grep '"sandbox.entered"' "$scratch/server.log" |
		grep -vE '"files_walled":1.*"calls_filtered":1' >"$scratch/out"; then
		not_ok 'files are walled (this kernel has Landlock)'
	else
		ok 'files are walled (this kernel has Landlock)'
	fi
fi
finish
