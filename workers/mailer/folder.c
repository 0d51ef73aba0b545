#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "log.h"
#include "mailer.h"

/* Mail as files, for the demo and for tests: DIR/new/NAME.eml. */
struct folder {
	char	*dir;
};

static void
make_dir(const char *path)
{
	if (mkdir(path, 0750) == -1 && errno != EEXIST)
		log_die("%s: %s", path, strerror(errno));
}

struct folder *
folder_new(const char *dir)
{
	struct folder *f;
	char path[512];

	f = calloc(1, sizeof(*f));
	if (f == NULL || (f->dir = strdup(dir)) == NULL)
		log_die("out of memory");
	make_dir(dir);
	snprintf(path, sizeof(path), "%s/tmp", dir);
	make_dir(path);
	snprintf(path, sizeof(path), "%s/new", dir);
	make_dir(path);
	return f;
}

void
folder_free(struct folder *f)
{
	if (f == NULL)
		return;
	free(f->dir);
	free(f);
}

/* Writes all of it; 0 when it is in the file. */
static int
write_file(const char *path, const char *data, size_t len)
{
	ssize_t n = 0;
	int fd;

	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
	if (fd == -1)
		return -1;
	while (len > 0 && (n = write(fd, data, len)) > 0) {
		data += n;
		len -= (size_t)n;
	}
	if (close(fd) == -1 || n < 0)
		return -1;
	return len == 0 ? 0 : -1;
}

/*
 * The name is made of the Message-ID: when it was written, then its number.
 * A mail delivered twice after a crash is one file, and names sort by time.
 */
static void
file_name(char *name, size_t size, const struct mail *m)
{
	unsigned long long id = 0, made = 0;

	sscanf(m->message_id, "%llu.%llu@", &id, &made);
	snprintf(name, size, "%013llu.%08llu.eml", made, id);
}

enum delivery
folder_send(struct folder *f, const struct mail *m, const char *data,
    size_t len, char *why, size_t size)
{
	char name[64], tmp[600], path[600];

	file_name(name, sizeof(name), m);
	snprintf(tmp, sizeof(tmp), "%s/tmp/%s", f->dir, name);
	snprintf(path, sizeof(path), "%s/new/%s", f->dir, name);
	if (write_file(tmp, data, len) == -1 || rename(tmp, path) == -1) {
		snprintf(why, size, "%s: %s", f->dir, strerror(errno));
		unlink(tmp);
		return DELIVERY_DOWN;
	}
	return DELIVERY_DONE;
}
