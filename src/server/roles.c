/* roles.c -- the processes that this program can be. */
#include "sys/role.h"

#include "base/array.h"
#include "server/role_parse.h"

static const struct role roles[] = {
	{ .name = "parse", .run = role_parse },
};

const struct role_table all_roles = { roles, COUNT(roles) };
