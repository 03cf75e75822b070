/*
 * limits.h -- a ceiling on everything that grows.
 *
 * One place, so that an administrator's question "how much at most?" has one answer.
 * Units are in the names.
 */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

#define LIMIT_PIECE_BYTES (64u * 1024) /* a "small" allocation: never null */
#define LIMIT_REQUEST_BYTES (64u * 1024 * 1024) /* arena of one request */
#define LIMIT_PAGE_BYTES (8u * 1024 * 1024) /* one answer made in memory */
#define LIMIT_LINE_FIELD_BYTES 500u /* T_LINE without .max */
#define LIMIT_TEXT_FIELD_BYTES (256u * 1024) /* T_TEXT without .max */
#define LIMIT_UPLOAD_BYTES (50u * 1024 * 1024) /* one file from a person */
#define LIMIT_UPLOAD_MEBIBYTES 50u
#define LIMIT_HANDED_BYTES (256u * 1024 * 1024) /* one file handed to the archives */
#define LIMIT_BODY_BYTES (1024u * 1024) /* a request body that is no upload */
#define LIMIT_TARGET_BYTES (8u * 1024) /* request line */
#define LIMIT_HEADERS_BYTES (16u * 1024)
#define LIMIT_HEADERS 100u
#define LIMIT_CONNECTIONS 4096u
#define LIMIT_PAGE_ROWS 200u /* records in one answer */
#define LIMIT_JSON_DEPTH 64u
#define LIMIT_XML_DEPTH 256u
#define LIMIT_PASSAGES 50000u /* of one document */
#define LIMIT_DOCUMENT_TEXT (8u * 1024 * 1024) /* text of one file: some 3,000 pages */
#define LIMIT_PACKED_TEXT (4u * LIMIT_DOCUMENT_TEXT) /* with headings and places */
#define LIMIT_LINKS_PER_FIELD 1000u
#define LIMIT_JOB_FILE_BYTES (1024u * 1024 * 1024) /* one file made by a job */
#define LIMIT_BIN_DAYS 30 /* withdrawn records can be restored */

#endif
