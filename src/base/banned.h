/*
 * banned.h -- calls that do not compile here, because a safer one of ours exists.
 *
 * Included by text.h, so by nearly everything.  The standard headers come first, since
 * a poisoned name may not even be declared afterwards.
 */
#ifndef BASE_BANNED_H
#define BASE_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The C library makes some of them macros when it checks sizes under clang. */
#undef sprintf
#undef vsprintf

#pragma GCC poison strcpy strncpy stpcpy strcat strncat sprintf vsprintf
#pragma GCC poison strtok strtok_r atoi atol atoll atof
#pragma GCC poison gmtime localtime ctime asctime mktime gmtime_r localtime_r
#pragma GCC poison gets tmpnam mktemp

#endif
