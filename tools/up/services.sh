# shellcheck shell=bash
# The supervision: one s6 service folder for each part of the instance.

# Names of the programs and of the workers in the current release.
programs()
{
	find "$var/app/cgi-bin/" -mindepth 1 -maxdepth 1 -type f -printf '%f\n' |
	    sort
}

workers()
{
	find "$var/app/workers/" -mindepth 1 -maxdepth 1 -type f -printf '%f\n' |
	    sort
}

# service NAME SIGNAL COMMAND...: writes the folder; 0 if it is new or other.
# SIGNAL stops it; whoever does not go within 10 s is killed.
service()
{
	local name=$1 signal=$2 dir=$var/service/$1
	shift 2
	mkdir -p "$dir"
	echo "$signal" >"$dir/down-signal"
	echo 10000 >"$dir/timeout-kill"
	printf '#!/bin/sh\nexec %s\n' "$*" | put "$dir/run" 755
}

# Whether there is a living supervisor for the service.
watched()
{
	s6-svok "$var/service/$1" 2>/dev/null
}

running()
{
	s6-svstat -o up "$var/service/$1" 2>/dev/null | grep -q true
}

# Supervisors whose s6-svscan was killed go on alone: end them first.
stop_strays()
{
	local dir
	for dir in "$var"/service/*/; do
		if s6-svok "$dir" 2>/dev/null; then
			s6-svc -xd "$dir"
			wait_for 15 not_watched "$dir"
		fi
	done
}

not_watched()
{
	! s6-svok "$1"
}

# Starts s6-svscan detached: it holds no descriptor of ours.
start_supervisor()
{
	local fd
	supervised && return
	stop_strays
	(
		for fd in /proc/self/fd/*; do
			fd=${fd##*/}
			[ "$fd" -le 2 ] || eval "exec $fd>&-"
		done
		cd /
		exec setsid env -i PATH=/usr/bin:/bin s6-svscan -c 200 \
		    "$var/service" </dev/null >>"$var/log/supervisor.log" 2>&1
	) &
	wait_for 10 supervised || die "s6-svscan did not start"
}

# bring_up NAME CHANGED: runs the service; starts it anew if it has changed.
bring_up()
{
	local name=$1 changed=$2
	if ! watched "$name"; then
		changed=
		s6-svscanctl -a "$var/service"
		wait_for 10 watched "$name" || die "no supervisor for $name"
	fi
	if [ -n "$changed" ] && running "$name"; then
		command_service "$name" -r
	else
		command_service "$name" -u
	fi
}

# A supervisor that has just begun says that it is there a moment before it
# listens.
command_service()
{
	wait_for 10 s6-svc "$2" "$var/service/$1" ||
	    die "the supervisor of $1 does not listen"
}

# Removes the service of a program that is no longer built.
drop_service()
{
	local dir=$var/service/$1
	if s6-svok "$dir"; then
		s6-svc -xd "$dir"
		wait_for 15 not_watched "$dir" || :
	fi
	mv "$dir" "$var/service/.$1"
	s6-svscanctl -an "$var/service"
	rm -rf "$var/service/.$1" "$var/run/$1.sock" "$var/run/$1.ask"
}

holder_access()
{
	local dir
	dir=$var/etc/holder/uid/$(id -u)
	mkdir -p "$dir/env"
	: >"$dir/allow"
	echo . >"$dir/env/S6_FDHOLDER_STORE_REGEX"
	echo . >"$dir/env/S6_FDHOLDER_RETRIEVE_REGEX"
	echo 1 >"$dir/env/S6_FDHOLDER_LIST"
}

holder_answers()
{
	s6-fdholder-list -t 1000 "$var/run/holder/socket"
}

start_holder()
{
	local uid changed=
	uid=$(user_of holder)
	holder_access
	if service holder SIGTERM "$var/app/up/holder" "$var" "$uid" "$uid"; then
		changed=yes
	fi
	bring_up holder "$changed"
	wait_for 10 holder_answers || die "the socket holder does not answer"
}

start_postgresql()
{
	local changed=$1
	if service postgresql SIGINT "$var/app/up/postgresql" "$var" \
	    "$(id -u "$(pg_user)")" "$(id -g "$(pg_user)")"; then
		changed=yes
	fi
	bring_up postgresql "$changed"
	wait_for 60 cluster_answers ||
	    die "PostgreSQL does not answer, see $var/log/postgresql.log"
}

# start_program KIND NAME FORCE: KIND is program or worker.
start_program()
{
	local kind=$1 name=$2 changed=$3 uid
	uid=$(user_of "$name")
	mkdir -p "$var/service/$name"
	[ "$kind" = worker ] || echo 3 >"$var/service/$name/notification-fd"
	if service "$name" SIGTERM "$var/app/up/$kind" "$var" "$uid" "$uid" \
	    "'$(groups_of "$name")'" "$name" "$(askers_of "$kind" "$name")"; then
		changed=yes
	fi
	if program_changed "$name"; then
		changed=yes
	fi
	bring_up "$name" "$changed"
}

# Programs and workers of the release; those that are gone from it stop.
start_programs()
{
	local force=$1 name dir
	for name in $(programs); do
		start_program program "$name" "$force"
	done
	for name in $(workers); do
		start_program worker "$name" "$force"
	done
	for dir in "$var"/service/*/; do
		name=$(basename "$dir")
		case $name in
		holder|postgresql|nginx)	continue ;;
		esac
		if [ ! -e "$var/app/cgi-bin/$name" ] &&
		    [ ! -e "$var/app/workers/$name" ]; then
			drop_service "$name"
		fi
	done
}
