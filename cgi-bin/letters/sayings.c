#include "letters.h"

const struct saying letters_sayings[] = {
	{ "letter-ask", OUT_DONE, N_("Your request is here. The letter is to be on its way by {until}; we write to you at each step.") },
	{ "letter-ask", OUT_DUPLICATE, N_("You have asked for this letter already: the same recipient, purpose and language. It is below.") },
	{ "letter-ask", OUT_QUOTA, N_("{max:One of your letters is in work. Please wait for it, or take it back.|# of your letters are in work. Please wait for one of them, or take one back.}") },
	{ "letter-cancel", OUT_DONE, N_("Your request is taken back.") },
	{ "letter-cancel", OUT_CLOSED, N_("The letter is approved or issued and cannot be taken back here. Please write to the office.") },
	{ "letter-cancel", OUT_GONE, N_("There is no such request of yours.") },
	{ "letter-save", OUT_DONE, N_("Saved.") },
	{ "letter-save", OUT_CHANGED, N_("The letter was saved in another window meanwhile. Your text is still in the form, what is saved stands below it: put them together and save again.") },
	{ "letter-submit", OUT_CHANGED, N_("The letter was saved in another window meanwhile. Your text is still in the form, what is saved stands below it: put them together and submit again.") },
	{ "letter-submit", OUT_DONE, N_("Thank you. The letter is with its second reader now; you hear from us only if something is to be changed.") },
	{ "letter-decline", OUT_DONE, N_("You have declined. The office looks for somebody else; the student does not read your reason.") },
	{ "letter-save", OUT_GONE, N_("This letter is not yours to write any more.") },
	{ "letter-submit", OUT_GONE, N_("This letter is not yours to write any more.") },
	{ "letter-decline", OUT_GONE, N_("This letter is not yours to write any more.") },
	{ "letter-save", OUT_EXPIRED, N_("The link has run out. Please ask the office for a new one: your text as it was last saved is kept.") },
	{ "letter-submit", OUT_EXPIRED, N_("The link has run out. Please ask the office for a new one: your text as it was last saved is kept.") },
	{ "letter-take", OUT_DONE, N_("You look after this letter now.") },
	{ "letter-release", OUT_DONE, N_("The letter is free for a colleague.") },
	{ "letter-assign", OUT_DONE, N_("The author has been asked by mail.") },
	{ "letter-renew", OUT_DONE, N_("The author gets the mail again.") },
	{ "letter-relieve", OUT_DONE, N_("The author need not write it. Choose another one; what was written is kept.") },
	{ "letter-approve", OUT_PENDING, N_("Approved. The letter is printed, read back and signed now.") },
	{ "letter-approve", OUT_FORBIDDEN, N_("You wrote this letter yourself. A colleague has to read it.") },
	{ "letter-return", OUT_FORBIDDEN, N_("You wrote this letter yourself. A colleague has to read it.") },
	{ "letter-approve", OUT_CHANGED, N_("The text or the state of the letter is another one by now. Please read it again.") },
	{ "letter-return", OUT_DONE, N_("Sent back to the author with your remarks.") },
	{ "letter-reissue", OUT_PENDING, N_("The letter is printed again.") },
	{ "letter-reissue", OUT_CHANGED, N_("The letter is being made, or has been.") },
	{ "letter-correct", OUT_DONE, N_("The letter goes back to its beginning. What was issued holds until the new one replaces it; revoke it if it must not.") },
	{ "letter-refuse", OUT_DONE, N_("Refused. The student reads your reason.") },
	{ "letter-refuse", OUT_CLOSED, N_("A letter was issued and holds. Revoke it instead.") },
	{ "letter-deliver", OUT_DONE, N_("The delivery is recorded; the student is told by mail.") },
	{ "letter-deliver", OUT_CHANGED, N_("There is no valid letter to deliver.") },
	{ "letter-revoke", OUT_DONE, N_("Revoked. Whoever verifies the letter is told so from now on.") },
	{ "letter-revoke", OUT_CHANGED, N_("There is no valid letter to revoke.") },
	{ NULL, OUT_CHANGED, N_("The letter is in another state by now: somebody has acted meanwhile. Please look at it again.") },
	{ NULL, OUT_GONE, N_("There is no such letter.") },
	{ NULL, OUT_DONE, NULL }
};

/* Sentences for fields that only the database can judge. */
static const struct word field_words[] = {
	{ "address", N_("Please give the address that the letter is to be posted to.") },
	{ "deadline", N_("This day has passed.") },
	{ "body", N_("Please write the letter first.") },
	{ "signed_name", N_("Please give the name that stands below the letter.") },
	{ "reason", N_("Please give a reason.") },
	{ "login", N_("Please choose who is to write the letter.") },
	{ "name", N_("Please give the author's name.") },
	{ "email", N_("Please give one e-mail address.") },
	{ "remarks", N_("Please say what the author is to change.") },
	{ "whom", N_("Please say to whom.") },
	{ "tracking", N_("Please give the number under which the post can be followed.") },
	{ "sent_on", N_("Please give the day; it cannot be in the future.") },
	{ NULL, NULL }
};

enum outcome
letters_say(struct req *req, const struct db_rows *r)
{
	return form_say(req, r, field_words);
}
