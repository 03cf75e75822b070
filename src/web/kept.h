/*
 * kept.h -- what was typed in a form whose session had ended (kept.c).
 */
#ifndef WEB_KEPT_H
#define WEB_KEPT_H

#include "web/visit.h"

/* The form that came is one of ours and holds something, though nobody is signed in any
 * more. */
bool kept_is_ours(const struct visit *v);
/* Its fields, named for the sign-in form to carry.  False: no memory. */
bool kept_of_form(struct visit *v, struct kept *out);
/* The fields that a sign-in carried, under their own names when `bare`.  False: no memory.
 */
bool kept_of_sign_in(struct visit *v, bool bare, struct kept *out);
/* The page after the sign-in: it shows the text, and sends it to the form's own address. */
void kept_show(struct visit *v, const struct kept *kept, struct str session_secret);
/* The sign-in page that carries the form that came (sign_in.c). */
void sign_in_keeping(struct visit *v);

#endif
