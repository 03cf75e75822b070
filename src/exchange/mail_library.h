/* mail_library.h -- libcurl, loaded in the process that sends mail and nowhere else. */
#ifndef EXCHANGE_MAIL_LIBRARY_H
#define EXCHANGE_MAIL_LIBRARY_H

/* Its checking macros would call the functions by their names, which are not linked. */
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#undef curl_easy_setopt
#undef curl_easy_getinfo

#define CURL_CALLS(X) \
	X(curl_global_init) X(curl_easy_init) X(curl_easy_cleanup) X(curl_easy_setopt) \
	X(curl_easy_perform) X(curl_easy_getinfo) X(curl_easy_strerror) \
	X(curl_slist_append) X(curl_slist_free_all)

struct curl_calls {
#define CURL_MEMBER(call) __typeof__(call) *call;
	CURL_CALLS(CURL_MEMBER)
#undef CURL_MEMBER
};
extern struct curl_calls curl; /* curl.curl_easy_init(): filled by mail_library_load */

#endif
