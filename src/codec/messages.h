/*
 * messages.h -- sentences for people as JSON, so that who reads them later, or in another
 * process, has them in a language of their own.
 *
 *     ["the file is larger than %1 MB","50","",""]
 *     [{"why":[…],"advice":[…]}]
 *
 * A message keeps its English text, which is the key of its translation.  Reading believes
 * nothing: what is not of this form is left out.
 */
#ifndef CODEC_MESSAGES_H
#define CODEC_MESSAGES_H

#include "base/refusal.h"

#define REASONS_MOST 16u

struct str message_pack(struct arena *a, const struct message *m);
/* False: it is none. */
bool message_unpack(struct arena *a, struct str bytes, struct message *out);
/* At most REASONS_MOST of them; "[]" without any. */
struct str reasons_pack(struct arena *a, const struct refusal *why, size_t most_bytes);
/* Adds to `why`; false: there was none. */
bool reasons_unpack(struct arena *a, struct str bytes, struct refusal *why);

#endif
