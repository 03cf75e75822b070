/* path.h -- names of files. */
#ifndef SYS_PATH_H
#define SYS_PATH_H

#include <limits.h>

#include "base/fail.h"

/* With all of its folders, which must be there; the file itself need not. */
enum fail path_absolute(const char *path, char out[PATH_MAX]) MUST_USE;
/* A folder and those above it, for nobody else; what is there stays as it is. */
enum fail path_make_folders(const char *path) MUST_USE;

#endif
