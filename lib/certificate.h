#ifndef SOJOURN_CERTIFICATE_H
#define SOJOURN_CERTIFICATE_H

/* The types of certificates (R109), as the contract calls them; ends with
 * NULL. */
extern const char *const certificate_types[];

/* What a document of this kind is called, a text to be translated; "" for a
 * kind nobody knows. */
const char	*certificate_title(const char *kind);
/* ko, en, ja in their own words. */
const char	*language_name(const char *lang);

#endif
