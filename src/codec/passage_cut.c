/* passage_cut.c -- that a text was not read to its end, said to people. */
#include "codec/passage.h"

#include "base/arena.h"
#include "base/refusal.h"

struct message document_cut_message(struct arena *a, const struct document_text *d)
{
	const struct passage *last = d->count > 0 ? &d->at[d->count - 1] : NULL;

	if (!d->cut)
		return (struct message){ .id = NULL };
	if (last && last->page > 0)
		return MESSAGE1(
			N_("The file holds more text than is read of one document. It was "
		           "read up to page %1; what stands after that was not looked at. "
		           "Send the plan itself as a file of its own."),
			str_format(a, "%d", last->page));
	if (d->format == DOCUMENT_TEXT || d->format == DOCUMENT_MARKDOWN)
		return MESSAGE1(
			N_("The file holds more text than is read of one document. It was "
		           "read up to line %1; what stands after that was not looked at. "
		           "Send the plan itself as a file of its own."),
			str_format(a, "%d", last ? last->line : 0));
	return MESSAGE1(
		N_("The file holds more text than is read of one document. It was read up "
	           "to paragraph %1; what stands after that was not looked at. Send the "
	           "plan itself as a file of its own."),
		str_format(a, "%d", last ? last->line : 0));
}
