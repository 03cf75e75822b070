/*
 * web.h -- the pages: routes for http/, wired by server/.
 */
#ifndef WEB_WEB_H
#define WEB_WEB_H

#include "http/http.h"

/* Ended by a route without handler; request.site is a struct site. */
extern const struct route web_routes[];
/* What no route matched, and the error pages. */
void web_error(struct request *q, struct response *r, int status);

/* ---- handlers, one or more a file ---- */
handler_fn home_page;                   /* home.c */
handler_fn duties_page;                 /* duties.c */
handler_fn duties_changes_page;         /* duties_changes.c */
handler_fn duties_then_page;            /* duties_then.c */
handler_fn year_page;                   /* year.c */
handler_fn duty_page;                   /* duty.c */
handler_fn duty_standing_page;          /* duty_standing.c */
handler_fn list_page, list_export, bin_type_page;      /* list.c */
handler_fn view_new_page, view_new_post;                /* view.c */
handler_fn due_page, due_post, due_csv;  /* due.c */
handler_fn bulk_page, bulk_post;        /* bulk.c */
handler_fn bin_page;                    /* bin.c */
handler_fn record_page, record_history_page;            /* record.c */
handler_fn record_compare_page;         /* compare.c */
handler_fn new_page, new_post, edit_page, edit_post;    /* edit.c */
handler_fn erase_page, erase_post;             /* erase.c */
handler_fn step_page, step_post, withdraw_page, withdraw_post, restore_post;    /* step.c */
handler_fn comment_post, evidence_post, file_get;       /* attach.c */
handler_fn search_page, find_get;       /* search.c */
handler_fn sign_in_page, sign_in_post, sign_out_post, set_up_page, set_up_post,
	language_get;                   /* sign_in.c */
handler_fn account_page, account_post;  /* account.c */
handler_fn admin_page, admin_user_page, admin_user_post, admin_new_user_page,
	admin_new_user_post;            /* admin.c */
handler_fn settings_page, settings_post;                /* settings.c */
handler_fn help_page;                   /* help.c */
handler_fn api_page;                    /* api_page.c */
handler_fn asset_get, favicon_get;      /* assets.c */
handler_fn check_start_page, check_start_post;          /* check_start.c */
handler_fn check_work_page, check_answer_post;          /* check_work.c */
/* check_report.c */
handler_fn check_report_page, check_finding_post, check_json, check_csv;
handler_fn proof_page, proof_get, checkpoint_page, checkpoint_post; /* proof.c */
handler_fn jobs_page, jobs_post, job_page, job_cancel_post, job_file_get;       /* jobs.c */
handler_fn notices_page, notices_post;                  /* notices.c */
handler_fn calendar_get;                 /* calendar.c */
handler_fn mails_page, mails_post;       /* mails.c */
handler_fn gaps_page, gaps_post;        /* gaps.c */
handler_fn quiz_page, quiz_post, quiz_review_page;      /* quiz.c */
handler_fn quiz_results_page;           /* quiz_results.c */
handler_fn training_page, training_post; /* training.c */
/* acknowledge.c */
handler_fn acknowledge_page, acknowledge_post, acknowledge_people_page;

struct visit;
struct record_type;
struct bulk_offers;
/* What somebody may do with many records of a type; nothing when they may do nothing. */
void bulk_offers_fill(struct visit *v, const struct record_type *t,
                      struct bulk_offers *out);
/* What the list of a type offers besides a new record; href empty: nothing. */
struct list_offer;
void list_offer_fill(struct visit *v, const struct record_type *t, struct list_offer *out);
struct str visit_cookie(const struct visit *v);
void visit_set_cookie(struct visit *v, struct str secret);

#endif
