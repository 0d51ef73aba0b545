#ifndef PUBLIC_H
#define PUBLIC_H

#include "app.h"
#include "statements.h"

/* The pages of this program, one file each. */
enum outcome	public_index(struct req *);
enum outcome	public_courses(struct req *);
enum outcome	public_section(struct req *);
enum outcome	public_seats(struct req *);

#endif
