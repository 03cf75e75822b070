/*
 * sandbox.c -- Landlock by the ABI that the kernel reports, seccomp, resource limits.
 *
 * Debian 12's kernel headers know Landlock's second ABI only, so its constants are written
 * here, by the kernel's documentation (Documentation/userspace-api/landlock.rst).
 */
#include "sys/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/log.h"

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

/* ---- Landlock ---- */

#define LL_CREATE_RULESET 444
#define LL_ADD_RULE 445
#define LL_RESTRICT_SELF 446
#define LL_ASK_VERSION 1u
#define LL_RULE_PATH_BENEATH 1
#define LL_RULE_NET_PORT 2

#define LL_EXECUTE BIT(0)
#define LL_WRITE_FILE BIT(1)
#define LL_READ_FILE BIT(2)
#define LL_READ_DIR BIT(3)
#define LL_REMOVE_DIR BIT(4)
#define LL_REMOVE_FILE BIT(5)
#define LL_MAKE_DIR BIT(7)
#define LL_MAKE_REG BIT(8)
#define LL_MAKE_SOCK BIT(9)
#define LL_REFER BIT(13)                /* ABI 2 */
#define LL_TRUNCATE BIT(14)             /* ABI 3 */
#define LL_IOCTL_DEV BIT(15)            /* ABI 5 */
#define LL_FILES_1 (BIT(13) - 1)
#define LL_BIND_TCP BIT(0)              /* ABI 4 */
#define LL_CONNECT_TCP BIT(1)
#define LL_SCOPE_ABSTRACT_SOCKET BIT(0) /* ABI 6 */
#define LL_SCOPE_SIGNAL BIT(1)

/* What can be asked for of a file that is no folder. */
#define LL_OF_A_FILE \
	(LL_EXECUTE | LL_WRITE_FILE | LL_READ_FILE | LL_TRUNCATE | LL_IOCTL_DEV)

struct ll_ruleset {
	uint64_t files;
	uint64_t net;
	uint64_t scoped;
};

struct ll_path_beneath {
	uint64_t allowed;
	int32_t parent;
} __attribute__((packed));

struct ll_net_port {
	uint64_t allowed;
	uint64_t port;
};

static int landlock_abi(void)
{
	long abi = syscall(LL_CREATE_RULESET, NULL, (size_t)0, LL_ASK_VERSION);

	return abi > 0 ? (int)abi : 0;
}

static uint64_t handled_files(int abi)
{
	uint64_t all = LL_FILES_1;

	if (abi >= 2)
		all |= LL_REFER;
	if (abi >= 3)
		all |= LL_TRUNCATE;
	if (abi >= 5)
		all |= LL_IOCTL_DEV;
	return all;
}

static uint64_t wanted(unsigned access)
{
	uint64_t bits = 0;

	if (access & PATH_READ)
		bits |= LL_READ_FILE | LL_READ_DIR;
	if (access & PATH_WRITE)
		bits |= LL_READ_FILE | LL_READ_DIR | LL_WRITE_FILE | LL_TRUNCATE |
		        LL_REFER | LL_MAKE_REG | LL_MAKE_DIR | LL_MAKE_SOCK |
		        LL_REMOVE_FILE | LL_REMOVE_DIR;
	if (access & PATH_REMOVE_FOLDERS)
		bits |= LL_REMOVE_DIR;
	if (access & PATH_EXECUTE)
		bits |= LL_READ_FILE | LL_EXECUTE;
	return bits;
}

static enum fail allow_path(int ruleset, const struct sandbox_path *p, uint64_t handled)
{
	int fd = open(p->path, O_PATH | O_CLOEXEC);
	struct stat st;

	if (fd < 0)
		return OK;      /* what is not there needs no door */
	uint64_t bits = wanted(p->access) & handled;
	if (fstat(fd, &st) == 0 && !S_ISDIR(st.st_mode))
		bits &= LL_OF_A_FILE;
	struct ll_path_beneath rule = { bits, fd };
	long failed = syscall(LL_ADD_RULE, ruleset, LL_RULE_PATH_BENEATH, &rule, 0);
	int error = errno;
	close(fd);
	if (failed)
		return fail_say(FAIL_DENIED, "cannot allow %s in the sandbox: %s", p->path,
		                strerror(error));
	return OK;
}

static enum fail allow_port(int ruleset, uint16_t port)
{
	struct ll_net_port rule = { LL_CONNECT_TCP, port };

	if (syscall(LL_ADD_RULE, ruleset, LL_RULE_NET_PORT, &rule, 0))
		return fail_say(FAIL_DENIED, "cannot allow port %u in the sandbox: %s",
		                (unsigned)port, strerror(errno));
	return OK;
}

static size_t ruleset_bytes(int abi)
{
	if (abi >= 6)
		return sizeof(struct ll_ruleset);
	return abi >= 4 ? offsetof(struct ll_ruleset, scoped)
	                : offsetof(struct ll_ruleset, net);
}

static enum fail restrict_to(int ruleset, const struct sandbox *s,
                             const struct ll_ruleset *wall)
{
	for (const struct sandbox_path *p = s->paths; p && p->path; p++) {
		enum fail f = allow_path(ruleset, p, wall->files);
		if (f)
			return f;
	}
	for (size_t i = 0; wall->net & LL_CONNECT_TCP && i < s->port_count; i++) {
		enum fail f = allow_port(ruleset, s->ports[i]);
		if (f)
			return f;
	}
	if (syscall(LL_RESTRICT_SELF, ruleset, 0))
		return fail_say(FAIL_DENIED, "cannot enter Landlock: %s", strerror(errno));
	return OK;
}

static enum fail wall_files(const struct sandbox *s, struct sandbox_report *report)
{
	int abi = report->landlock_abi = landlock_abi();
	struct ll_ruleset wall = { .files = handled_files(abi) };

	if (abi == 0)
		return OK;
	if (abi >= 4)
		wall.net = LL_BIND_TCP | (s->calls & CALLS_CONNECT ? 0 : LL_CONNECT_TCP);
	if (abi >= 6 && !(s->calls & CALLS_PROCESSES))
		wall.scoped = LL_SCOPE_ABSTRACT_SOCKET | LL_SCOPE_SIGNAL;
	int ruleset = (int)syscall(LL_CREATE_RULESET, &wall, ruleset_bytes(abi), 0);
	if (ruleset < 0)
		return fail_say(FAIL_DENIED, "cannot make a Landlock ruleset: %s",
		                strerror(errno));
	enum fail f = restrict_to(ruleset, s, &wall);
	close(ruleset);
	if (f == OK) {
		report->files_walled = true;
		report->tcp_walled = abi >= 4;
		report->scoped = wall.scoped != 0;
	}
	return f;
}

/* ---- seccomp ---- */

static const char *const memory_calls[] = {
	"brk", "mmap", "munmap", "mremap", "mprotect", "madvise", "mincore", "mlock",
	"munlock",
	"futex", "futex_waitv", "set_robust_list", "get_robust_list", "set_tid_address",
	"rseq",
	"membarrier", "arch_prctl", "prctl", "getcpu",
	"clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday",
	"time",
	"times", "getitimer", "setitimer", "alarm", "pause",
	"rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigsuspend",
	"rt_sigtimedwait",
	"rt_sigpending", "sigaltstack", "restart_syscall",
	"getpid", "gettid", "getppid", "getuid", "geteuid", "getgid", "getegid",
	"getresuid",
	"getresgid", "getgroups", "getpgrp", "getrandom", "getrusage", "getrlimit",
	"uname", "sysinfo", "sched_yield", "sched_getaffinity", "exit", "exit_group", NULL,
};
static const char *const descriptor_calls[] = {
	"read", "write", "readv", "writev", "pread64", "pwrite64", "preadv", "pwritev",
	"preadv2",
	"pwritev2", "close", "close_range", "dup", "dup2", "dup3", "fcntl", "lseek",
	"fstat",
	"newfstatat", "statx", "ftruncate", "fallocate", "fadvise64", "ioctl", "poll",
	"ppoll",
	"select", "pselect6", "epoll_create", "epoll_create1", "epoll_ctl", "epoll_wait",
	"epoll_pwait", "epoll_pwait2", "eventfd", "eventfd2", "timerfd_create",
	"timerfd_settime",
	"timerfd_gettime", "signalfd", "signalfd4", "pipe", "pipe2", "socketpair",
	"memfd_create", "sendfile", "splice", NULL,
};
static const char *const message_calls[] = {
	"sendmsg", "recvmsg", "sendto", "recvfrom", "sendmmsg", "recvmmsg", "shutdown",
	"getsockopt", "setsockopt", "getsockname", "getpeername", NULL,
};
static const char *const open_calls[] = {
	"open", "openat", "openat2", "access", "faccessat", "faccessat2", "stat", "lstat",
	"readlink", "readlinkat", "getdents", "getdents64", "getcwd", "statfs", "fstatfs",
	NULL,
};
static const char *const file_calls[] = {
	"fsync", "fdatasync", "sync_file_range", "flock", "rename", "renameat", "renameat2",
	"unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "link", "linkat", "chmod",
	"fchmod",
	"fchmodat", "fchown", "utimensat", "truncate", "umask", "copy_file_range", "creat",
	NULL,
};
static const char *const thread_calls[] = {
	"sched_setaffinity", "sched_getparam", "sched_setparam", "sched_getscheduler",
	"sched_setscheduler", "sched_get_priority_max", "sched_get_priority_min", NULL,
};
static const char *const serve_calls[] = { "accept", "accept4", "listen", NULL };
static const char *const connect_calls[] = { "socket", "connect", "bind", NULL };
static const char *const process_calls[] = {
	"clone", "clone3", "fork", "vfork", "execve", "execveat", "wait4", "waitid", "kill",
	"setpgid", "getpgid", "setsid", "getsid", "setrlimit", "setpriority", "getpriority",
	"pidfd_open", "pidfd_send_signal", "seccomp", "landlock_create_ruleset",
	"landlock_add_rule", "landlock_restrict_self", "chdir", "fchdir", "socket",
	"connect",
	"bind", NULL,
};
static const char *const exec_calls[] = { "execve", NULL };
static const char *const reach_calls[] = { "connect", NULL };

static const struct {
	unsigned group;
	const char *const *names;
} groups[] = {
	{ CALLS_MEMORY, memory_calls },
	{ CALLS_DESCRIPTORS, descriptor_calls },
	{ CALLS_MESSAGES, message_calls },
	{ CALLS_OPEN, open_calls },
	{ CALLS_FILES, file_calls },
	{ CALLS_THREADS, thread_calls },
	{ CALLS_SERVE, serve_calls },
	{ CALLS_CONNECT, connect_calls },
	{ CALLS_PROCESSES, process_calls },
	{ CALLS_EXEC, exec_calls },
	{ CALLS_REACH, reach_calls },
};

static int allow_group(scmp_filter_ctx filter, const char *const *names)
{
	for (; *names; names++) {
		int call = seccomp_syscall_resolve_name(*names);
		/* Below zero: this architecture or library does not know it. */
		if (call < 0)
			continue;
		int failed = seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
		if (failed && failed != -EEXIST)
			return failed;
	}
	return 0;
}

/* Threads but no processes: clone3 hides its flags, so it "does not exist" and glibc falls
 * back to clone, whose flags are looked at. */
static int allow_threads_only(scmp_filter_ctx filter)
{
	int failed = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);

	if (failed)
		return failed;
	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
	                        SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
}

/* Calls that name a process: of no other one of the same user.  abort() signals its own
 * thread, and the library asks for its own limits as process 0. */
static int allow_about_oneself(scmp_filter_ctx filter, unsigned calls)
{
	static const char *const of_anybody[] = { "tgkill", "prlimit64", NULL };

	if (calls & CALLS_PROCESSES)
		return allow_group(filter, of_anybody);
	int failed = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
	                              SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid(), 0));
	return failed ? failed
	              : seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1,
	                                 SCMP_A0(SCMP_CMP_EQ, 0, 0));
}

static int allow_sockets_of(scmp_filter_ctx filter, int family)
{
	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(socket), 1,
	                        SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)family, 0));
}

/* Local sockets; those of the network where a port of it may be reached (and names asked
 * for), else none. */
static int allow_reaching(scmp_filter_ctx filter, const struct sandbox *s)
{
	int failed = allow_sockets_of(filter, AF_UNIX);

	if (!failed && s->port_count > 0)
		failed = allow_sockets_of(filter, AF_INET);
	if (!failed && s->port_count > 0)
		failed = allow_sockets_of(filter, AF_INET6);
	return failed;
}

static int fill_filter(scmp_filter_ctx filter, const struct sandbox *s, unsigned calls)
{
	int failed = seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);

	for (size_t i = 0; i < COUNT(groups) && !failed; i++)
		if (calls & groups[i].group)
			failed = allow_group(filter, groups[i].names);
	if (!failed)
		failed = allow_about_oneself(filter, calls);
	if (!failed && (calls & CALLS_THREADS) && !(calls & CALLS_PROCESSES))
		failed = allow_threads_only(filter);
	if (!failed && (calls & CALLS_REACH))
		failed = allow_reaching(filter, s);
	return failed ? failed : seccomp_load(filter);
}

static enum fail wall_calls(const struct sandbox *s, struct sandbox_report *report)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));

	if (!filter)
		return fail_say(FAIL_MEMORY, "cannot make a system call filter");
	int failed = fill_filter(filter, s, s->calls | CALLS_MEMORY);
	seccomp_release(filter);
	if (failed)
		return fail_say(FAIL_DENIED, "cannot enter the system call filter: %s",
		                strerror(-failed));
	report->calls_filtered = true;
	return OK;
}

/* ---- limits ---- */

static enum fail limit(__rlimit_resource_t which, uint64_t most, const char *what)
{
	struct rlimit now;

	if (getrlimit(which, &now) == 0 && now.rlim_max < most)
		most = now.rlim_max;
	struct rlimit r = { most, most };
	if (setrlimit(which, &r) != 0)
		return fail_say(FAIL_DENIED, "cannot limit %s: %s", what, strerror(errno));
	return OK;
}

static enum fail limit_all(const struct sandbox *s)
{
	enum fail f = limit(RLIMIT_CORE, 0, "core files");

	if (f == OK && s->memory_bytes && !SANITIZED)
		f = limit(RLIMIT_AS, s->memory_bytes, "memory");
	if (f == OK && s->processor_seconds)
		f = limit(RLIMIT_CPU, s->processor_seconds, "processor time");
	if (f == OK && s->descriptors)
		f = limit(RLIMIT_NOFILE, s->descriptors, "descriptors");
	return f;
}

static const char *missing_walls(const struct sandbox_report *r)
{
	if (r->landlock_abi == 0)
		return "the kernel has no Landlock: files are not walled off";
	if (r->landlock_abi < 4)
		return "the kernel's Landlock does not wall off TCP";
	return NULL;
}

enum fail sandbox_enter(const struct sandbox *s, struct sandbox_report *report)
{
	*report = (struct sandbox_report){ 0 };
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return fail_say(FAIL_DENIED, "cannot give up new privileges: %s",
		                strerror(errno));
	enum fail f = limit_all(s);
	if (f == OK)
		f = wall_files(s, report);
	if (f == OK)
		f = wall_calls(s, report);
	report->missing = missing_walls(report);
	return f;
}

void sandbox_log(const struct sandbox *s, const struct sandbox_report *r)
{
	log_event(r->missing ? LOG_WARNING : LOG_INFO, "sandbox.entered",
	          LOG_Z("sandbox", s->role), LOG_INT("landlock_abi", r->landlock_abi),
	          LOG_INT("files_walled", r->files_walled),
	          LOG_INT("tcp_walled", r->tcp_walled),
	          LOG_INT("calls_filtered", r->calls_filtered),
	          LOG_Z("missing", r->missing ? r->missing : ""), LOG_END);
}

static bool folder_opens(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

static bool may_read(const struct sandbox *s, const char *path)
{
	for (const struct sandbox_path *p = s->paths; p && p->path; p++)
		if (strcmp(p->path, "/") == 0 || strcmp(p->path, path) == 0)
			return true;
	return false;
}

/* A port that is not among those that may be reached. */
static uint16_t other_port(const struct sandbox *s)
{
	uint16_t port = 1;

	for (size_t i = 0; i < s->port_count; i++)
		port = s->ports[i] == port ? (uint16_t)(port + 1) : port;
	return port;
}

static bool network_is_walled(const struct sandbox *s, const struct sandbox_report *r)
{
	struct sockaddr_in nowhere = { .sin_family = AF_INET,
		                       .sin_port = htons(other_port(s)),
		                       .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	bool walled = fd < 0;

	if (fd >= 0 && s->calls & CALLS_REACH && s->port_count > 0)
		walled = !r->tcp_walled ||
		         (connect(fd, (struct sockaddr *)&nowhere, sizeof nowhere) != 0 &&
		          (errno == EACCES || errno == EPERM));
	if (fd >= 0)
		close(fd);
	return walled;
}

bool sandbox_holds(const struct sandbox *s, const struct sandbox_report *r)
{
	char *none[] = { NULL };

	if (r->files_walled && !may_read(s, "/usr") && folder_opens("/usr"))
		return false;
	if (r->calls_filtered && !(s->calls & CALLS_PROCESSES)) {
		execve("/nothing/is/here", none, none);
		if (errno != EPERM)
			return false;
	}
	return !r->calls_filtered || (s->calls & (CALLS_CONNECT | CALLS_PROCESSES)) ||
	       network_is_walled(s, r);
}
