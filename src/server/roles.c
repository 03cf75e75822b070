/* roles.c -- the processes that this program can be. */
#include "sys/role.h"

#include "base/array.h"
#include "server/core.h"
#include "server/role_out.h"
#include "server/role_parse.h"
#include "server/supervisor.h"

static const struct role roles[] = {
	{ .name = "supervisor", .run = role_supervisor },
	{ .name = "core", .run = role_core },
	{ .name = "parse", .run = role_parse },
	{ .name = "out", .run = role_out },
};

const struct role_table all_roles = { roles, COUNT(roles) };
