# setup.sh -- sourced by ./run and ./check: installs what is missing and says what and why.
#
# Debian packages by name from tools/packages*.txt, npm packages as locked.  A Node.js and
# npm that are already there are used as they are.

# shellcheck shell=bash disable=SC2034
RELEASE='-Doptimization=2 -Ddebug=false -Dtests=false'
SANITIZE='-Db_sanitize=address,undefined -Db_lundef=false'

say() {
	printf '%s\n' "$*" >&2
}

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		say "needed as root, and there is no sudo: $*"
		return 1
	fi
}

is_installed() {
	[ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# install_packages WHY FILE: what FILE lists and Debian does not have yet.
install_packages() {
	local why=$1 package missing=()
	while read -r package; do
		is_installed "$package" || missing+=("$package")
	done <"$2"
	[ "${#missing[@]}" -gt 0 ] || return 0
	say "installing Debian packages $why: ${missing[*]}"
	apt_get update
	apt_get install "${missing[@]}"
}

apt_get() {
	local log status=0
	log=$(mktemp)
	if [ "$1" = install ]; then
		set -- install -y --no-install-recommends "${@:2}"
	fi
	as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get -q -o DPkg::Lock::Timeout=300 "$@" </dev/null >"$log" 2>&1 ||
		status=$?
	[ "$status" = 0 ] || { tail -n 20 "$log" >&2; say "apt-get $1 did not work"; }
	rm -f "$log"
	return "$status"
}

install_node() {
	if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
		say "installing Debian packages for fonts and page tests: nodejs npm"
		apt_get update
		apt_get install nodejs npm
	fi
}

# install_npm: node_modules as package-lock.json says, without running their scripts.
install_npm() {
	install_node
	if [ ! -f node_modules/.package-lock.json ] ||
		[ package-lock.json -nt node_modules/.package-lock.json ]; then
		say 'installing npm packages: fonts, design tokens, test browser driver'
		npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >&2
		touch node_modules/.package-lock.json
	fi
}

# configure BUILD OPTION...: sets the build folder up, or brings it up to date.
configure() {
	local build=$1 log
	shift
	log=$(mktemp)
	if [ -f "$build/build.ninja" ]; then
		meson setup --reconfigure "$build" "$@" >"$log" 2>&1
	else
		rm -rf "$build"
		meson setup "$build" "$@" >"$log" 2>&1
	fi || { cat "$log" >&2; rm -f "$log"; return 1; }
	rm -f "$log"
}
