/* words.h -- dates and sizes in words are in documents/, which mails use as well. */
#ifndef WEB_WORDS_H
#define WEB_WORDS_H

#include "documents/words.h"

#endif
