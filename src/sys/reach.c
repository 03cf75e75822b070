/* reach.c -- the files of the resolver and of TLS on Debian. */
#include "sys/reach.h"

const char *const reach_paths[REACH_PATHS + 1] = {
	"/etc/hosts",
	"/etc/resolv.conf",
	"/etc/nsswitch.conf",
	"/etc/host.conf",
	"/etc/gai.conf",
	"/etc/services",
	"/etc/passwd",
	"/etc/ssl/openssl.cnf",
	"/etc/ssl/certs",
	"/usr/share/ca-certificates",
	"/usr/local/share/ca-certificates",
	"/run/systemd/resolve",
};
