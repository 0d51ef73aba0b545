/*
 * Loaded into a server of a test.  While the file named by DISK_FAULT holds
 * "full PATH" there is no room in files whose name holds PATH; with "sync PATH"
 * what was written there cannot be kept.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static int
fault(const char *kind, int fd)
{
	const char *file = getenv("DISK_FAULT");
	char link[64], path[PATH_MAX], word[64], *below;
	ssize_t n;
	int in, saved = errno;

	if (file == NULL)
		return 0;
	in = open(file, O_RDONLY | O_CLOEXEC);
	if (in == -1) {
		errno = saved;
		return 0;
	}
	n = read(in, word, sizeof(word) - 1);
	close(in);
	word[n > 0 ? n : 0] = '\0';
	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	n = readlink(link, path, sizeof(path) - 1);
	path[n > 0 ? n : 0] = '\0';
	errno = saved;
	below = strchr(word, ' ');
	if (below == NULL)
		return 0;
	*below++ = '\0';
	return strcmp(word, kind) == 0 && strstr(path, below) != NULL;
}

#define REAL(name) \
	static __typeof__(name) *real; \
	if (real == NULL) \
		real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

ssize_t
pwrite(int fd, const void *data, size_t n, off_t at)
{
	REAL(pwrite);
	if (fault("full", fd)) {
		errno = ENOSPC;
		return -1;
	}
	return real(fd, data, n, at);
}

ssize_t
pwritev(int fd, const struct iovec *v, int n, off_t at)
{
	REAL(pwritev);
	if (fault("full", fd)) {
		errno = ENOSPC;
		return -1;
	}
	return real(fd, v, n, at);
}

int
posix_fallocate(int fd, off_t at, off_t n)
{
	REAL(posix_fallocate);
	return fault("full", fd) ? ENOSPC : real(fd, at, n);
}

int
fdatasync(int fd)
{
	REAL(fdatasync);
	if (fault("sync", fd)) {
		errno = EIO;
		return -1;
	}
	return real(fd);
}
