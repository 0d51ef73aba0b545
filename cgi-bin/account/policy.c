#include <ctype.h>
#include <string.h>

#include <glib.h>

#include "account.h"

#define LENGTH_MIN	8

/* What people put for letters: p@ssw0rd is the word it looks like. */
static char
unleet(char c)
{
	static const char from[] = "@4831!05$7", to[] = "aabeiiosst";
	const char *p = strchr(from, c);

	return p == NULL || c == '\0' ? c : to[p - from];
}

/* Small letters only, from the first letter to the last. */
static void
core_of(char *out, size_t size, const char *s, int leet)
{
	size_t n = 0;
	const char *end = s + strlen(s);

	while (*s != '\0' && !isalpha((unsigned char)*s) &&
	    !(leet && isalpha((unsigned char)unleet(*s))))
		s++;
	while (end > s && !isalpha((unsigned char)end[-1]))
		end--;
	for (; s < end && n < size - 1; s++) {
		char c = (char)tolower((unsigned char)*s);

		if (leet)
			c = unleet(c);
		if (isalpha((unsigned char)c))
			out[n++] = c;
	}
	out[n] = '\0';
}

/* One character over and over, or the keys in a row: aaaaaaaa, 12345678. */
static int
is_row(const char *s)
{
	static const char *const rows[] = { "01234567890123456789",
	    "98765432109876543210", "abcdefghijklmnopqrstuvwxyz",
	    "qwertyuiopasdfghjklzxcvbnm", "qazwsxedcrfvtgbyhnujmikolp" };
	char low[64];
	size_t i, n = strlen(s);

	if (n >= sizeof(low))
		return strspn(s, (char[]){ s[0], '\0' }) == n;
	for (i = 0; i <= n; i++)
		low[i] = (char)tolower((unsigned char)s[i]);
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (strstr(rows[i], low) != NULL)
			return 1;
	return strspn(low, (char[]){ low[0], '\0' }) == n;
}

static int
is_common(const char *s)
{
	char core[64];

	if (strlen(s) < sizeof(core)) {
		core_of(core, sizeof(core), s, 0);
		if (*core != '\0' && word_is_common(core))
			return 1;
		core_of(core, sizeof(core), s, 1);
		if (*core != '\0' && word_is_common(core))
			return 1;
	}
	return is_row(s);
}

/* Whether the password holds what everybody knows of its owner. */
static int
holds_owner(const char *password, const char *login, const char *birth,
    const char *email)
{
	char *low = g_ascii_strdown(password, -1), *word;
	size_t n = strcspn(email, "@");
	int found = 0;

	word = g_ascii_strdown(login, -1);
	found |= strlen(word) >= 4 && strstr(low, word) != NULL;
	g_free(word);
	word = g_ascii_strdown(email, (gssize)n);
	found |= n >= 5 && strlen(low) < n + 5 && strstr(low, word) != NULL;
	g_free(word);
	if (strlen(birth) == 8)
		found |= strstr(low, birth + 2) != NULL;
	g_free(low);
	return found;
}

const char *
password_problem(struct req *req, const char *password, const char *login,
    const char *birth, const char *email)
{
	if (strlen(password) < LENGTH_MIN)
		return T(req, "Please use at least eight characters.");
	if (is_common(password))
		return T(req, "This password is guessed first by everybody who "
		    "tries. Please choose another one.");
	if (holds_owner(password, login, birth, email))
		return T(req, "Please do not use your login, your birth date or "
		    "your e-mail address in the password.");
	return NULL;
}

void
password_fields(struct req *req, const struct db_rows *who)
{
	const char *problem;

	if (*field_problem(req, "password") != '\0')
		return;
	problem = password_problem(req, field(req, "password"),
	    db_get(who, 0, "login"), db_get(who, 0, "birth"),
	    db_get(who, 0, "email"));
	if (problem != NULL)
		field_error(req, "password", problem);
	else if (strcmp(field(req, "password"),
	    field(req, "password_again")) != 0)
		field_error(req, "password_again",
		    T(req, "The two passwords are not the same."));
}
