/* Connections: writing requests, reading answers with a length. */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "load.h"

#ifndef IP_BIND_ADDRESS_NO_PORT
#define IP_BIND_ADDRESS_NO_PORT	24
#endif

/* Every client has an address of its own in 127.0.0.0/8, as in the world. */
static void
choose_address(struct client *c)
{
	struct sockaddr_in own = { .sin_family = AF_INET };
	unsigned n = (unsigned)(opt.first + c->number);
	int on = 1;

	if (opt.one_address)
		return;
	own.sin_addr.s_addr = htonl(0x7f010000u + (n / 200 << 8) + 1 + n % 200);
	setsockopt(c->fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof(on));
	if (bind(c->fd, (struct sockaddr *)&own, sizeof(own)) == -1)
		perror("bind");
}

int
wire_connect(struct client *c)
{
	struct sockaddr_in to = { .sin_family = AF_INET };
	struct epoll_event ev = { .events = EPOLLIN, .data.ptr = c };
	int on = 1;

	to.sin_port = htons((uint16_t)opt.port);
	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	c->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
	if (c->fd == -1)
		return -1;
	choose_address(c);
	setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	if ((connect(c->fd, (struct sockaddr *)&to, sizeof(to)) == -1 &&
	    errno != EINPROGRESS) ||
	    epoll_ctl(epoll, EPOLL_CTL_ADD, c->fd, &ev) == -1) {
		close(c->fd);
		c->fd = -1;
		return -1;
	}
	return 0;
}

void
wire_close(struct client *c)
{
	if (c->fd != -1)
		close(c->fd);
	c->fd = -1;
	free(c->out);
	c->out = NULL;
	c->in_len = 0;
	c->sending = 0;
}

static void
watch(struct client *c, uint32_t events)
{
	struct epoll_event ev = { .events = events, .data.ptr = c };

	epoll_ctl(epoll, EPOLL_CTL_MOD, c->fd, &ev);
}

static void
broken(struct client *c)
{
	wire_close(c);
	client_broken(c);
}

/* Writes what is left; waits for room when there is none. */
static void
push(struct client *c)
{
	ssize_t n;

	while (c->out_at < c->out_len) {
		n = write(c->fd, c->out + c->out_at, c->out_len - c->out_at);
		if (n == -1 && (errno == EAGAIN || errno == ENOTCONN)) {
			watch(c, EPOLLIN | EPOLLOUT);
			return;
		}
		if (n <= 0) {
			broken(c);
			return;
		}
		c->out_at += (size_t)n;
	}
	free(c->out);
	c->out = NULL;
}

void
wire_send(struct client *c, char *request, size_t len)
{
	if (c->fd == -1 && wire_connect(c) == -1) {
		free(request);
		client_broken(c);
		return;
	}
	c->asked = now();
	c->sending = 1;
	c->out = request;
	c->out_len = len;
	c->out_at = 0;
	push(c);
}

static int
read_some(struct client *c)
{
	ssize_t n;

	if (c->in_cap - c->in_len < 4096) {
		c->in_cap += 16384;
		c->in = realloc(c->in, c->in_cap);
		if (c->in == NULL)
			abort();
	}
	n = read(c->fd, c->in + c->in_len, c->in_cap - c->in_len);
	if (n == -1 && errno == EAGAIN)
		return 0;
	if (n <= 0)
		return -1;
	c->in_len += (size_t)n;
	return 1;
}

/* The answer, once it is whole; 0 while it is not. */
static int
whole(struct client *c, struct answer *a)
{
	const char *end, *p;
	size_t length = 0;

	end = memmem(c->in, c->in_len, "\r\n\r\n", 4);
	if (end == NULL)
		return 0;
	a->head = c->in;
	a->head_len = (size_t)(end - c->in) + 2;
	a->body = end + 4;
	p = memmem(a->head, a->head_len, "\r\nContent-Length: ", 18);
	if (p != NULL)
		length = strtoul(p + 18, NULL, 10);
	a->body_len = length;
	a->close = memmem(a->head, a->head_len, "\r\nConnection: close", 19) !=
	    NULL;
	a->status = c->in_len > 12 ? atoi(c->in + 9) : 0;
	return (size_t)(a->body - c->in) + length <= c->in_len;
}

void
wire_event(struct client *c, uint32_t events)
{
	struct answer a;
	int got = 0;

	if ((events & EPOLLOUT) != 0 && c->out != NULL) {
		watch(c, EPOLLIN);
		push(c);
		if (c->fd == -1)
			return;
	}
	if ((events & (EPOLLIN | EPOLLERR | EPOLLHUP)) == 0)
		return;
	got = read_some(c);
	if (got == -1) {
		if (c->sending)
			broken(c);
		else
			wire_close(c);
		return;
	}
	if (got == 0 || !whole(c, &a))
		return;
	c->sending = 0;
	c->in_len = 0;
	if (a.close) {
		close(c->fd);
		c->fd = -1;
	}
	client_answered(c, &a);
	if (!c->sending) {
		free(c->in);
		c->in = NULL;
		c->in_cap = 0;
	}
}
