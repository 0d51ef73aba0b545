# shellcheck shell=bash
# Listening sockets, kept by the holder so that a program that restarts loses
# no connection.  Sourced by program and worker, which set var.

holder=$var/run/holder/socket

# take_socket NAME PATH GROUP: the socket is kept under NAME and listens at
# PATH, open to GROUP.
take_socket()
{
	local name=$1 socket=$2 group=$3
	if ! [ -S "$socket" ] ||
	    ! s6-fdholder-retrieve -t 2000 "$holder" "$name" true 2>/dev/null; then
		s6-fdholder-delete -t 2000 "$holder" "$name" 2>/dev/null || :
		s6-ipcserver-socketbinder -B -b 4096 -a 0660 "$socket" \
		    s6-fdholder-store -t 2000 "$holder" "$name"
	fi
	[ "$EUID" -ne 0 ] || chgrp "$group" "$socket"
}
