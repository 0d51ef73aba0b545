# shellcheck shell=bash
# An instance: where it lives, who runs it, how its parts are asked.  Sourced
# by up, down and the check runner; sets top, var, port and the functions below.

set -eu
umask 022
export LC_ALL=C.UTF-8

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
# shellcheck disable=SC2034
port=${PORT:-8080}
# The first of the numeric users; tools/up/users.txt counts from it.
uid_base=61000
# shellcheck disable=SC2034
pg_bin=/usr/lib/postgresql/15/bin
PATH=$PATH:/usr/sbin:/sbin

say()
{
	printf '%s\n' "$*"
}

die()
{
	printf '%s: %s\n' "${0##*/}" "$*" >&2
	exit 1
}

is_root()
{
	[ "$EUID" -eq 0 ]
}

# A folder that any program of an instance can reach, with a name that is
# plain enough for nginx.conf and short enough for a socket address (108).
reachable()
{
	[[ $1 =~ ^/[A-Za-z0-9/._@+-]+$ ]] && [ ${#1} -le 80 ] || return 1
	[ -d "$1" ] || return 1
	if is_root; then
		setpriv --reuid=$uid_base --regid=$uid_base --clear-groups \
		    test -x "$1"
	else
		[ -w "$1" ]
	fi
}

# Where the default var/ cannot serve, a folder of our own in /var/tmp does.
fallback_var()
{
	printf '/var/tmp/sojourn-%s\n' \
	    "$(printf %s "$top" | sha256sum | cut -c1-12)"
}

# Sets var; says so when it is not the folder one would look for.
choose_var()
{
	if [ -n "${VAR:-}" ]; then
		case $VAR in
		/*)	var=${VAR%/} ;;
		*)	var=$top/${VAR%/} ;;
		esac
		[ -d "$var" ] || mkdir -p "$var"
		reachable "$var" || die "VAR=$var cannot be used: its programs" \
		    "run as other users and must reach it under a short, plain name"
		return
	fi
	var=$top/var
	reachable "$top" && return
	var=$(fallback_var)
	say "Note: $top cannot be reached by unprivileged users; using $var"
}

# Creates var; refuses a folder that somebody else has put there.
make_var()
{
	[ -d "$var" ] || mkdir -m 755 "$var"
	[ -O "$var" ] || die "$var belongs to somebody else"
	chmod 755 "$var"
}

# One `make up`, `down` or `reset` at a time; the lock goes with the process.
take_lock()
{
	exec 9>"$var/lock"
	flock -w 600 9 || die "another make up or down holds $var/lock"
}

# wait_for SECONDS COMMAND...: until the command succeeds.
wait_for()
{
	local ends=$((SECONDS + $1))
	shift
	until "$@" >/dev/null 2>&1; do
		[ "$SECONDS" -lt "$ends" ] || return 1
		sleep 0.05
	done
}

# put FILE [MODE]: standard input becomes the file, if it differs; 0 if it did.
put()
{
	local new=$1.new
	cat >"$new"
	chmod "${2:-644}" "$new"
	if cmp -s "$new" "$1"; then
		rm "$new"
		return 1
	fi
	mv "$new" "$1"
}

# Starts as the user and group given when we are root, else as ourselves.
as_user()
{
	local uid=$1 gid=$2
	shift 2
	if is_root; then
		s6-applyuidgid -u "$uid" -g "$gid" -G '' "$@"
	else
		"$@"
	fi
}

# psql as the superuser of the instance's cluster.
admin_psql()
{
	psql -X -q -v ON_ERROR_STOP=1 -h "$var/run" -U postgres "$@"
}

supervised()
{
	s6-svscanctl -z "$var/service" 2>/dev/null
}
