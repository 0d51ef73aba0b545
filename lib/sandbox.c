#include "sandbox.h"

#include <errno.h>
#include <seccomp.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

const struct sandbox_limits sandbox_limits_default = {
    .memory = 256u << 20,
    .cpu = 10,
};

/* Enough to read, compute, allocate, write and end. */
static const int allowed[] = {
    SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(writev),
    SCMP_SYS(close), SCMP_SYS(lseek), SCMP_SYS(fstat),
    SCMP_SYS(newfstatat), SCMP_SYS(mmap), SCMP_SYS(mremap),
    SCMP_SYS(munmap), SCMP_SYS(mprotect), SCMP_SYS(madvise), SCMP_SYS(brk),
    SCMP_SYS(futex), SCMP_SYS(getrandom), SCMP_SYS(getpid),
    SCMP_SYS(gettid), SCMP_SYS(tgkill), SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday), SCMP_SYS(rt_sigreturn),
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(sigaltstack), SCMP_SYS(sched_yield), SCMP_SYS(nanosleep),
    SCMP_SYS(clock_nanosleep), SCMP_SYS(restart_syscall), SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

/* What no parser has an honest reason for. */
static const int deadly[] = {
    SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect),
    SCMP_SYS(bind), SCMP_SYS(sendto), SCMP_SYS(sendmsg),
    SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev),
    SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(io_uring_setup),
    SCMP_SYS(keyctl), SCMP_SYS(add_key), SCMP_SYS(mount),
    SCMP_SYS(unshare), SCMP_SYS(setns),
};

static int
add_rules(scmp_filter_ctx filter)
{
	size_t i;

	for (i = 0; i < sizeof allowed / sizeof allowed[0]; i++)
		if (seccomp_rule_add(
			filter, SCMP_ACT_ALLOW, allowed[i], 0) != 0)
			return -1;
	for (i = 0; i < sizeof deadly / sizeof deadly[0]; i++)
		if (seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS,
			deadly[i], 0) != 0)
			return -1;
	return seccomp_load(filter);
}

static int
filter_calls(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
	int rc;

	if (filter == NULL)
		return -1;
	rc = add_rules(filter);
	seccomp_release(filter);
	return rc == 0 ? 0 : -1;
}

static int
limit(int resource, rlim_t soft, rlim_t hard)
{
	const struct rlimit wanted = {soft, hard};

	return setrlimit(resource, &wanted);
}

/*
 * Under AddressSanitizer the shadow memory takes terabytes of addresses, so
 * there the limit counts from what is mapped already.
 */
static rlim_t
mapped_already(void)
{
	unsigned long long pages = 0;
#ifdef __SANITIZE_ADDRESS__
	FILE *statm = fopen("/proc/self/statm", "r");

	if (statm != NULL) {
		if (fscanf(statm, "%llu", &pages) != 1)
			pages = 0;
		fclose(statm);
	}
#endif
	return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

int
sandbox_enter(const struct sandbox_limits *limits)
{
	rlim_t memory = limits->memory + mapped_already();

	if (close_range(3, ~0u, 0) != 0)
		return -1;
	if (limit(RLIMIT_AS, memory, memory) != 0 ||
	    limit(RLIMIT_CPU, limits->cpu, limits->cpu + 1) != 0 ||
	    limit(RLIMIT_CORE, 0, 0) != 0 ||
	    limit(RLIMIT_FSIZE, 0, 0) != 0)
		return -1;
	if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 ||
	    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return -1;
	return filter_calls();
}
