/* routes.c -- the addresses of the API. */
#include "api/api.h"

#include "api/records.h"
#include "base/limits.h"

#define UPLOAD (LIMIT_UPLOAD_BYTES + 1024u * 1024)

/* The first that matches answers: words that are no types come before types. */
const struct route api_routes[] = {
	{ .methods = GET | HEAD, .path = "/api/openapi.json", .handle = api_openapi },
	{ .methods = GET | HEAD, .path = "/api/v1", .handle = api_index },
	{ .methods = GET | HEAD, .path = "/api/v1/search", .handle = api_search },
	{ .methods = GET | HEAD, .path = "/api/v1/settings", .handle = api_settings },
	{ .methods = PATCH, .path = "/api/v1/settings/:name", .body = BODY_JSON,
	  .handle = api_setting_choose },
	{ .methods = POST, .path = "/api/v1/plan/:id/check", .lane = LANE_SLOW,
	  .body = BODY_JSON, .handle = api_check_start },
	{ .methods = GET | HEAD, .path = "/api/v1/plan_check/:id/judgement",
	  .handle = api_check_judgement },
	{ .methods = POST, .path = "/api/v1/plan_check/:id/answers", .body = BODY_JSON,
	  .handle = api_check_answer },
	{ .methods = POST, .path = "/api/v1/plan_check/:id/finding", .body = BODY_JSON,
	  .handle = api_check_finding },
	{ .methods = GET | HEAD, .path = "/api/v1/:type", .handle = api_list },
	{ .methods = POST, .path = "/api/v1/:type", .body = BODY_JSON,
	  .handle = api_create },
	{ .methods = GET | HEAD, .path = "/api/v1/:type/csv", .lane = LANE_SLOW,
	  .handle = api_csv },
	{ .methods = POST, .path = "/api/v1/:type/with-files", .lane = LANE_SLOW,
	  .body = BODY_UPLOAD, .body_limit = UPLOAD, .handle = api_create_with_files },
	{ .methods = GET | HEAD, .path = "/api/v1/:type/:id", .handle = api_read },
	{ .methods = PATCH, .path = "/api/v1/:type/:id", .body = BODY_JSON,
	  .handle = api_change },
	{ .methods = DELETE, .path = "/api/v1/:type/:id", .body = BODY_JSON,
	  .handle = api_withdraw },
	{ .methods = POST, .path = "/api/v1/:type/:id/restore", .body = BODY_JSON,
	  .handle = api_restore },
	{ .methods = POST, .path = "/api/v1/:type/:id/steps/:step", .body = BODY_JSON,
	  .handle = api_step },
	{ .methods = GET | HEAD, .path = "/api/v1/:type/:id/history",
	  .handle = api_history },
	{ .methods = GET | HEAD, .path = "/api/v1/:type/:id/approvals",
	  .handle = api_approvals },
	{ .methods = GET | HEAD, .path = "/api/v1/:type/:id/comments",
	  .handle = api_comments },
	{ .methods = POST, .path = "/api/v1/:type/:id/comments", .body = BODY_JSON,
	  .handle = api_comment },
	{ .methods = GET | HEAD, .path = "/api/v1/:type/:id/evidence",
	  .handle = api_evidence },
	{ .methods = GET | HEAD, .path = "/api/v1/:type/:id/links", .handle = api_links },
	{ .methods = GET | HEAD, .path = "/api/v1/:type/:id/files/:field",
	  .lane = LANE_SLOW,
	  .handle = api_download },
	{ .methods = POST, .path = "/api/v1/:type/:id/files/:field", .lane = LANE_SLOW,
	  .body = BODY_UPLOAD, .body_limit = UPLOAD, .handle = api_upload },
	{ 0 },
};
