/* core.h -- the process of the server that answers. */
#ifndef SERVER_CORE_H
#define SERVER_CORE_H

/* A role: see sys/role.h. */
int role_core(int argc, char **argv);

#endif
