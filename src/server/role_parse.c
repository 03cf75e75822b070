/* role_parse.c -- the reading role in the server: its pool is asked, its answer is checked.
 */
#include "server/role_parse.h"

#include "exchange/parse_role.h"

#define ANSWER_WITHIN_MS (2 * PARSE_SECONDS * 1000)

int role_parse(int argc, char **argv)
{
	return parse_role_run(argc, argv);
}

static enum fail read_by_pool(void *arg, struct arena *a, int fd, struct str name,
                              struct refusal *why, struct document_text *out)
{
	struct channel_message question, answer;

	*out = (struct document_text){ 0 };
	parse_question(fd, name, &question);
	enum fail f = worker_pool_ask(arg, a, ANSWER_WITHIN_MS, &question, &answer);
	if (f == OK)
		return parse_answer(a, &answer, why, out);
	return f == FAIL_IO || f == FAIL_FORMAT ? parse_ended(why) : f;
}

struct document_reader role_parse_reader(struct worker_pool *pool)
{
	return (struct document_reader){ .read = read_by_pool, .arg = pool };
}
