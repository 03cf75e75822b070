/* patience.c -- the limit of this thread. */
#include "base/patience.h"

#include "base/banned.h"
#include "base/time.h"

static _Thread_local struct patience mine;

void patience_set(struct patience p)
{
	mine = p;
}

struct patience patience_of_thread(void)
{
	return mine;
}

int64_t patience_until(int64_t most_us)
{
	int64_t until = steady_us() + most_us;

	return mine.until_us && mine.until_us < until ? mine.until_us : until;
}

bool patience_is_over(void)
{
	return mine.until_us && steady_us() >= mine.until_us;
}

bool patience_unwanted(void)
{
	return mine.unwanted && atomic_load(mine.unwanted);
}
