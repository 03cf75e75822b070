/*
 * classification.c -- a label of the classification scheme, ordered by rank.
 *
 * Every record carries a rank; a role or appointment says up to which rank somebody sees.
 * Public, Protected A, B and C are shipped; a jurisdiction adds its own.
 */
#include "records/classification.h"

static const struct field fields[] = {
	[CLS_TITLE]    = { .name = "title", .label = "Label", .type = T_BILINE, .max = 60,
	                   .required = true },
	[CLS_RANK]     = { .name = "rank", .label = "Rank", .type = T_NUMBER, .min = 0,
	                   .max = 99,
	                   .required = true, .unique = true,
	                   .help = "0 is public; a higher number is seen by fewer "
	                           "people. Leave gaps for labels to come." },
	[CLS_CODE]     = { .name = "mark", .label = "Mark", .type = T_LINE, .max = 12,
	                   .help = "Short form for headers and file names: PB." },
	[CLS_INJURY]   = { .name = "injury", .label = "Injury if disclosed",
	                   .type = T_BITEXT },
	[CLS_HANDLING] = { .name = "handling", .label = "How it is handled",
	                   .type = T_BITEXT },
};
_Static_assert(COUNT(fields) == CLS__COUNT, "every field is described");

static const struct right rights[] = {
	[CLS_MAY_CHANGE] = { .name = "classification.change",
	                     .label = "Change the classification scheme" },
};
_Static_assert(COUNT(rights) == CLS_MAY__COUNT, "every right is described");

static const int list[] = { CLS_TITLE, CLS_RANK, CLS_CODE };

const struct record_type classification_type = {
	.name = "classification", .label = "Classification", .plural = "Classifications",
	.code = "CLS", .group = N_("Organisation"),
	.help = "A label of the classification scheme. Its rank decides who may see a "
	        "record.",
	.fields = TABLE(fields), .rights = TABLE(rights), .list = TABLE(list),
	.create = CLS_MAY_CHANGE, .change = CLS_MAY_CHANGE, .retention = "organisation",
};
