/* mail_library.c -- libcurl is loaded by the process that sends mail, when it starts. */
#include "exchange/mail_library.h"

#include <dlfcn.h>

#include "base/fail.h"
#include "exchange/mail.h"

struct curl_calls curl;

static const struct {
	const char *name;
	size_t at;                      /* in struct curl_calls */
} calls[] = {
#define CURL_CALL(call) { #call, offsetof(struct curl_calls, call) },
	CURL_CALLS(CURL_CALL)
#undef CURL_CALL
};

enum fail mail_library_load(void)
{
	void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);

	if (!library)
		return fail_say(FAIL_IO, "sending mail needs the library libcurl.so.4;"
		                         " install the package libcurl4");
	for (size_t i = 0; i < COUNT(calls); i++) {
		void *found = dlsym(library, calls[i].name);
		if (!found)
			return fail_say(FAIL_IO, "libcurl.so.4 is too old: no %s",
			                calls[i].name);
		memcpy((char *)&curl + calls[i].at, &found, sizeof found);
	}
	if (curl.curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
		return fail_say(FAIL_IO, "libcurl does not start");
	return OK;
}
