/* comment.h -- names of the fields of a comment. */
#ifndef RECORDS_COMMENT_H
#define RECORDS_COMMENT_H

#include "model/record.h"

enum comment_field { COM_SUBJECT, COM_TEXT, COM_ABOUT, COM_ANSWERS, COM_FIELD, COM__COUNT };
enum comment_state { COM_IS_OPEN, COM_IS_SETTLED, COM_IS__COUNT };
enum comment_right { COM_MAY_WRITE, COM_MAY__COUNT };

extern const struct record_type comment_type;

#endif
