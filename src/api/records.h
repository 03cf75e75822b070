/* records.h -- the handlers of records.c, about.c, files.c, search.c and openapi.c. */
#ifndef API_RECORDS_H
#define API_RECORDS_H

#include "http/http.h"

/* records.c */
void api_index(struct request *q, struct response *r);
void api_list(struct request *q, struct response *r);
void api_read(struct request *q, struct response *r);
void api_create(struct request *q, struct response *r);
void api_change(struct request *q, struct response *r);
void api_step(struct request *q, struct response *r);
void api_withdraw(struct request *q, struct response *r);
void api_restore(struct request *q, struct response *r);
void api_erase(struct request *q, struct response *r);

/* bulk.c */
void api_bulk(struct request *q, struct response *r);

/* about.c: what stands around a record */
void api_history(struct request *q, struct response *r);
void api_approvals(struct request *q, struct response *r);
void api_comments(struct request *q, struct response *r);
void api_comment(struct request *q, struct response *r);
void api_evidence(struct request *q, struct response *r);
void api_links(struct request *q, struct response *r);
void api_search(struct request *q, struct response *r);

/* files.c */
void api_create_with_files(struct request *q, struct response *r);
void api_upload(struct request *q, struct response *r);
void api_download(struct request *q, struct response *r);
void api_csv(struct request *q, struct response *r);

/* plan_check.c */
void api_check_start(struct request *q, struct response *r);
void api_check_judgement(struct request *q, struct response *r);
void api_check_answer(struct request *q, struct response *r);
void api_check_finding(struct request *q, struct response *r);

/* due.c */
void api_due(struct request *q, struct response *r);
void api_rule_touches(struct request *q, struct response *r);

/* settings.c */
void api_settings(struct request *q, struct response *r);
void api_setting_choose(struct request *q, struct response *r);
/* notices.c */
void api_notices(struct request *q, struct response *r);
void api_notices_read(struct request *q, struct response *r);
void api_notice_choice(struct request *q, struct response *r);
void api_notice_choose(struct request *q, struct response *r);
void api_mails(struct request *q, struct response *r);
void api_mail_test(struct request *q, struct response *r);

/* proof.c */
void api_proof(struct request *q, struct response *r);
void api_checkpoint(struct request *q, struct response *r);
void api_consistency(struct request *q, struct response *r);

/* jobs.c */
void api_jobs(struct request *q, struct response *r);
void api_job_ask(struct request *q, struct response *r);
void api_job(struct request *q, struct response *r);
void api_job_cancel(struct request *q, struct response *r);
void api_job_file(struct request *q, struct response *r);

/* openapi.c */
void api_openapi(struct request *q, struct response *r);

#endif
