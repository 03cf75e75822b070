/*
 * channel.h -- messages between the processes of the server.
 *
 * A connected SOCK_SEQPACKET pair: one message is one packet, whole or not at all: a kind,
 * the bytes, and up to four descriptors.  What is larger than CHANNEL_BYTES travels as a
 * memory file whose descriptor is passed.  Either side may be hostile (the parse role reads
 * files from people): lengths and kinds are checked before anything is used.
 */
#ifndef SYS_CHANNEL_H
#define SYS_CHANNEL_H

#include <stdint.h>

#include "base/fail.h"
#include "base/text.h"

#define CHANNEL_BYTES (32u * 1024)
#define CHANNEL_DESCRIPTORS 4

struct channel_message {
	uint32_t kind;                  /* what the two sides agreed on */
	struct str bytes;               /* at most CHANNEL_BYTES; read: in the arena */
	/* sent: stay the sender's; read: the reader closes them */
	int fds[CHANNEL_DESCRIPTORS];
	int fd_count;
};

enum fail channel_pair(int ends[2]) MUST_USE;           /* both close-on-exec */
enum fail channel_send(int channel, const struct channel_message *m) MUST_USE;
/*
 * Waits at most `timeout_ms` (-1: for ever).  FAIL_NOT_FOUND when the other side is gone,
 * FAIL_BUSY when the time is over, FAIL_FORMAT for a packet that is no message.
 */
enum fail channel_receive(int channel, struct arena *a, int timeout_ms,
                          struct channel_message *out) MUST_USE;
void channel_close_fds(struct channel_message *m);

/* The frame of a packet, pure: kind, length, bytes.  False when it is no message. */
bool channel_frame_read(struct str packet, uint32_t *kind, struct str *bytes);

/* ---- memory files: anonymous, sealed against changes when they are handed over ---- */
enum fail memory_file(const char *name, struct str bytes, int *fd) MUST_USE;
/* The whole file as a view in the arena's lifetime (mapped); at most `most` bytes. */
enum fail file_view(struct arena *a, int fd, size_t most, struct str *out) MUST_USE;

#endif
