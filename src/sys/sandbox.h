/*
 * sandbox.h -- a process gives up what its role does not need.
 *
 * Three walls: Landlock (which files; which TCP), seccomp (which system calls; the others
 * answer EPERM, nothing is killed) and resource limits.  A role writes down what it may do
 * in one `struct sandbox` at the top of its file and enters it before its first thread:
 * threads started earlier would stay free.
 *
 *     static const struct sandbox_path paths[] = {
 *             { "/usr/bin/pdftotext", PATH_EXECUTE }, { NULL, 0 },
 *     };
 *     static const struct sandbox mine = {
 *             .role = "parse", .paths = paths,
 *             .calls = CALLS_MEMORY | CALLS_DESCRIPTORS,
 *             .memory_bytes = 512 << 20, .processor_seconds = 60,
 *     };
 *
 * A kernel without Landlock, or with an old one, is no failure: what is missing is reported
 * and the rest goes on.  A wall that the kernel has and that could not be put up is one.
 */
#ifndef SYS_SANDBOX_H
#define SYS_SANDBOX_H

#include <stdint.h>

#include "base/fail.h"
#include "base/text.h"

/* What may be done below a path (a file, or a folder and all in it); bits. */
enum sandbox_access {
	PATH_READ = 1,                  /* open for reading, list */
	PATH_WRITE = 2,                 /* write, cut, make and remove files and folders */
	PATH_REMOVE_FOLDERS = 8,        /* only that: remove empty folders */
	PATH_EXECUTE = 4,               /* run it; shared libraries need PATH_READ only */
};

struct sandbox_path {
	const char *path; /* null ends the list; a path that is not there is skipped */
	unsigned access;
};

/* Groups of system calls; anything in no group answers EPERM. */
enum sandbox_calls {
	CALLS_MEMORY = 1, /* memory, time, own signals, futexes, exit: always on */
	CALLS_DESCRIPTORS = 2,          /* read, write, poll, epoll, pipes, memory files */
	CALLS_MESSAGES = 4, /* sendmsg and recvmsg on sockets that are already open */
	CALLS_OPEN = 8,                 /* open and look at files for reading */
	CALLS_FILES = 16,               /* make, lock, sync, rename, remove files */
	CALLS_THREADS = 32,             /* start threads, schedule them */
	CALLS_SERVE = 64,               /* accept, and make sockets of the families given */
	CALLS_CONNECT = 128,            /* connect */
	CALLS_PROCESSES = 256,          /* fork, exec, wait, kill */
	CALLS_EXEC = 512,               /* become another program that a path allows */
	CALLS_REACH = 1024, /* connect: local sockets, TCP only to the .ports given */
};

struct sandbox {
	const char *role;
	const struct sandbox_path *paths;       /* null: no file at all */
	unsigned calls;
	const uint16_t *ports;          /* of CALLS_REACH; needs Landlock 4 to be a wall */
	size_t port_count;
	uint64_t memory_bytes; /* address space; 0: as it is; ignored under sanitizers */
	unsigned processor_seconds;     /* 0: as it is */
	unsigned descriptors;           /* open at once; 0: as it is */
};

struct sandbox_report {
	int landlock_abi;               /* 0: the kernel has none */
	bool files_walled;              /* Landlock holds */
	bool tcp_walled;                /* ABI 4 and later: no TCP but what was open */
	bool scoped;                    /* ABI 6: no signals or abstract sockets outwards */
	bool calls_filtered;            /* seccomp holds */
	const char *missing; /* one line for a person; null when all walls stand */
};

/*
 * Puts up the walls, for this process and all that come from it.  FAIL_DENIED when the
 * kernel offers a wall and putting it up did not work; the caller ends the process then.
 */
enum fail sandbox_enter(const struct sandbox *s, struct sandbox_report *report) MUST_USE;
/* One log line, "sandbox.entered", with what stands and what is missing. */
void sandbox_log(const struct sandbox *s, const struct sandbox_report *report);
/* Tries what the walls must refuse (a file, an exec, a socket); true when all are refused.
 */
bool sandbox_holds(const struct sandbox *s, const struct sandbox_report *report);

#endif
