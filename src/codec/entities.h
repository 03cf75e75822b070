/* entities.h -- named and numbered characters of HTML.  Inside of codec/ only. */
#ifndef CODEC_ENTITIES_H
#define CODEC_ENTITIES_H

#include "base/text.h"

/* "&eacute;" or "&#233;" as UTF-8; what is not known stays as it was written. */
void entity_add(struct text *t, struct str entity);

#endif
