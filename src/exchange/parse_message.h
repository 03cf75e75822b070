/* parse_message.h -- what the reading role and its askers say to each other. */
#ifndef EXCHANGE_PARSE_MESSAGE_H
#define EXCHANGE_PARSE_MESSAGE_H

enum parse_message {
	PARSE_DOCUMENT = 1,             /* to the role: its name; a descriptor */
	PARSE_TEXT,                     /* from it: a memory file, document_text_pack */
	PARSE_REFUSED,                  /* the reasons, as JSON */
	PARSE_LIMITED,                  /* memory ran out */
	PARSE_FAILED,                   /* a line for the log */
};

#endif
