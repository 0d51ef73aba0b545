#include <stddef.h>

#include "i18n.h"
#include "mailer.h"

/* Mails about logging in.  Those to an unconfirmed address name nobody (S17). */

static const struct part activate[] = {
	{ PART_SUBJECT, NULL, N_("Your new activation link"), NULL },
	{ PART_TEXT, NULL, N_("You asked for a new link to set the password of "
	    "{login}:"), NULL },
	{ PART_LINK, NULL, N_("Set your password"),
	    "/account/activate?t={token}" },
	{ PART_TEXT, NULL, N_("The link works once and until {until}. If you "
	    "did not ask for it, you need not do anything."), NULL },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part invitation[] = {
	{ PART_SUBJECT, NULL, N_("An account was opened for you: {login}"),
	    NULL },
	{ PART_TEXT, NULL, N_("An account was opened for you at {host}. Please "
	    "set a password of your own:"), NULL },
	{ PART_FACT, NULL, N_("Login name"), "login" },
	{ PART_LINK, NULL, N_("Set your password"),
	    "/account/activate?t={token}" },
	{ PART_TEXT, NULL, N_("The link works once and until {until}. After "
	    "that you can have a new one sent from the login page."), NULL },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part reset[] = {
	{ PART_SUBJECT, NULL, N_("A new password was asked for"), NULL },
	{ PART_TEXT, NULL, N_("Somebody asked for a new password of {login}. "
	    "If it was you, set it here:"), NULL },
	{ PART_LINK, NULL, N_("Set a new password"),
	    "/account/reset?t={token}" },
	{ PART_TEXT, NULL, N_("The link works once and until {until}. If it "
	    "was not you, you need not do anything: your password stays as it "
	    "is."), NULL },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part login_code[] = {
	{ PART_SUBJECT, NULL, N_("Your code to log in"), NULL },
	{ PART_TEXT, NULL, N_("Please enter this code in the window where you "
	    "are logging in:"), NULL },
	{ PART_CODE, NULL, NULL, NULL },
	{ PART_TEXT, NULL, N_("It works for ten minutes and for that window "
	    "only. We never ask for it by telephone or mail."), NULL },
	{ PART_TEXT, NULL, N_("If you are not logging in now, somebody knows "
	    "your password: please change it."), NULL },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part step_up_code[] = {
	{ PART_SUBJECT, NULL, N_("Your code to continue"), NULL },
	{ PART_TEXT, NULL, N_("Please enter this code to confirm what you are "
	    "doing:"), NULL },
	{ PART_CODE, NULL, NULL, NULL },
	{ PART_TEXT, NULL, N_("It works for ten minutes and for that window "
	    "only. We never ask for it by telephone or mail."), NULL },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part email_change[] = {
	{ PART_SUBJECT, NULL, N_("Please confirm this address"), NULL },
	{ PART_TEXT, NULL, N_("This address was entered as the new address of "
	    "an account at {host}. It is used after you confirm it:"), NULL },
	{ PART_LINK, NULL, N_("Confirm the address"),
	    "/account/email?t={token}" },
	{ PART_TEXT, NULL, N_("The link works once and until {until}. If it "
	    "was not you, you need not do anything: nothing changes."), NULL },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part email2[] = {
	{ PART_SUBJECT, NULL, N_("Please confirm this second address"), NULL },
	{ PART_TEXT, NULL, N_("This address was entered as the second address "
	    "of an account at {host}. It is used after you confirm it:"),
	    NULL },
	{ PART_LINK, NULL, N_("Confirm the address"),
	    "/account/email?t={token}" },
	{ PART_TEXT, NULL, N_("The link works once and until {until}. If it "
	    "was not you, you need not do anything: nothing changes."), NULL },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part email_changed[] = {
	{ PART_SUBJECT, NULL, N_("The address of your account has changed"),
	    NULL },
	{ PART_TEXT, NULL, N_("From now on the messages for {login} go to "
	    "another address, which its owner has confirmed."), NULL },
	{ PART_TEXT, NULL, N_("If this was not you, please write or call us "
	    "at once."), NULL },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part password_changed[] = {
	{ PART_SUBJECT, NULL, N_("Your password has been changed"), NULL },
	{ PART_TEXT, NULL, N_("The password of {login} has been changed. All "
	    "other devices have been logged out."), NULL },
	{ PART_TEXT, NULL, N_("If this was not you, set a new password with "
	    "this address and tell us:"), NULL },
	{ PART_LINK, NULL, N_("Set a new password"), "/account/reset" },
	{ PART_END, NULL, NULL, NULL }
};

/* What happened to the second step (S5); whoever did not do it can answer. */
static const struct part second_step[] = {
	{ PART_SUBJECT, "what=on", N_("An authenticator app confirms your "
	    "logins from now on"), NULL },
	{ PART_SUBJECT, "what=recovery", N_("A recovery code was used to log "
	    "in"), NULL },
	{ PART_SUBJECT, NULL, N_("Your logins are confirmed by mail again"),
	    NULL },
	{ PART_TEXT, "what=on", N_("From now on {login} logs in with the code "
	    "that the authenticator app shows. All other logins have ended."),
	    NULL },
	{ PART_TEXT, "what=off", N_("The authenticator app of {login} was "
	    "ended with the password. Codes come by mail again."), NULL },
	{ PART_TEXT, "what=reset", N_("The office has ended the authenticator "
	    "app of {login}. Codes come by mail again, and an app can be set "
	    "up anew."), NULL },
	{ PART_TEXT, "what=recovery", N_("Somebody logged in as {login} with "
	    "a recovery code in place of the authenticator app."), NULL },
	{ PART_FACT, "what=recovery", N_("Recovery codes left"), "left" },
	{ PART_TEXT, NULL, N_("If this was not you, set a new password with "
	    "this address and tell us:"), NULL },
	{ PART_LINK, NULL, N_("Set a new password"), "/account/reset" },
	{ PART_END, NULL, NULL, NULL }
};

const struct kind account_kinds[] = {
	{ "activate", "activate", 1, activate },
	{ "account-invitation", "activate", 1, invitation },
	{ "reset", "reset", 1, reset },
	{ "login-code", "code", 1, login_code },
	{ "step-up-code", "code", 1, step_up_code },
	{ "email-change", "email-change", 1, email_change },
	{ "email2", "email2", 1, email2 },
	{ "email-changed", NULL, 0, email_changed },
	{ "password-changed", NULL, 0, password_changed },
	{ "second-step", NULL, 0, second_step },
	{ NULL, NULL, 0, NULL }
};
