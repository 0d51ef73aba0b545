# shellcheck shell=bash
# Who runs what.  Started by root, each program has a numeric user of its own
# (tools/up/users.txt); started by anybody else, all run as that user.

# user_of NAME: its number; a name met for the first time gets the next.
user_of()
{
	local offset
	if ! is_root; then
		id -u
		return
	fi
	offset=$(awk -v name="$1" '$1 == name { print $2; exit }' \
	    "$top/tools/up/users.txt" "$var/etc/users")
	if [ -z "$offset" ]; then
		offset=$(awk '$2 + 1 > next_ { next_ = $2 + 1 }
		    END { print next_ > 100 ? next_ : 100 }' "$var/etc/users")
		printf '%s %s\n' "$1" "$offset" >>"$var/etc/users"
	fi
	echo $((uid_base + offset))
}

# The groups of a program beside its own: keys it may read, sockets it may ask.
groups_of()
{
	local groups=()
	case $1 in
	mailer|clerk|signer)	;;
	*)			groups+=("$(user_of csrf)") ;;
	esac
	case $1 in
	register)		groups+=("$(user_of ticket)") ;;
	health)			groups+=("$(user_of nginx)") ;;
	mailer|demo)		groups+=("$(user_of mail)") ;;
	esac
	local IFS=,
	printf '%s\n' "${groups[*]-}"
}

# own FILE USER GROUP MODE: does nothing about owners for an ordinary user.
own()
{
	! is_root || chown "$2:$3" "$1"
	chmod "$4" "$1"
}
