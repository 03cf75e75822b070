/* supervisor.h -- the first process of the server. */
#ifndef SERVER_SUPERVISOR_H
#define SERVER_SUPERVISOR_H

/* A role: see sys/role.h.  Returns the exit status of the server. */
int role_supervisor(int argc, char **argv);

#endif
