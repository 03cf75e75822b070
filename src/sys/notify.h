/*
 * notify.h -- telling the service manager how it goes (the sd_notify protocol, own code).
 *
 * Does nothing when NOTIFY_SOCKET is not set, that is: when nobody asked.
 */
#ifndef SYS_NOTIFY_H
#define SYS_NOTIFY_H

/* "READY=1", "STOPPING=1", "STATUS=...", one or more lines. */
void notify_manager(const char *state);

#endif
