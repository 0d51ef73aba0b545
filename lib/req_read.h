#ifndef SOJOURN_REQ_READ_H
#define SOJOURN_REQ_READ_H

#include <stddef.h>

#include <fcgiapp.h>

struct req;

/* Inside lib/ only: taking a request apart. */

/* name=value&… into req->pairs; at most 4,000, the rest is dropped. */
void		 req_read_pairs(struct req *, const char *text, size_t n);
void		 req_add_pair(struct req *, const char *name, const char *value,
		    size_t len);
const char	*req_pair(const struct req *, const char *name);
/* Reads the body or finds the spooled one; 0, or the status that refuses. */
int		 req_read_body(struct req *, FCGX_Request *);
/* Its fields into req->pairs, its files for req_files(); 0, or a status. */
int		 req_read_form(struct req *);
int		 req_read_multipart(struct req *);
/* 1 for a request id: 8 to 64 url-safe characters. */
int		 req_is_id(const char *);
void		 req_choose_lang(struct req *);
void		 req_read_session(struct req *);
const char	*req_csrf_token(struct req *, const char *kind,
		    const char *secret);

#endif
