# shellcheck shell=bash
# Who runs what.  Started by root, each program has a numeric user of its own
# (tools/up/users.txt); started by anybody else, all run as that user.

declare -A offset_of

# load_users NAME...: the table, and the next free number for each NAME that
# is met for the first time; $var/etc/users remembers it.
load_users()
{
	local name offset next=100
	while read -r name offset _; do
		[[ $name != "#"* ]] && [ -n "$name" ] || continue
		offset_of[$name]=$offset
		[ "$offset" -lt "$next" ] || next=$((offset + 1))
	done < <(cat "$top/tools/up/users.txt" "$var/etc/users")
	for name; do
		[ -z "${offset_of[$name]-}" ] || continue
		offset_of[$name]=$next
		printf '%s %s\n' "$name" "$next" >>"$var/etc/users"
		next=$((next + 1))
	done
}

# The number of a program's user, or of a group of the table.
user_of()
{
	if is_root; then
		echo $((uid_base + offset_of[$1]))
	else
		echo "$EUID"
	fi
}

# The groups of a program beside its own: keys it may read, sockets it may ask.
groups_of()
{
	local groups=()
	case $1 in
	mailer|signer)		;;
	press|clerk)		groups+=("$(user_of ask-signer)") ;;
	*)			groups+=("$(user_of csrf)") ;;
	esac
	case $1 in
	register)		groups+=("$(user_of ticket)" "$(user_of ask-press)") ;;
	certificates|letters|partner|staff)
				groups+=("$(user_of ask-press)") ;;
	health)			groups+=("$(user_of nginx)") ;;
	mailer|demo)		groups+=("$(user_of mail)") ;;
	esac
	local IFS=,
	printf '%s\n' "${groups[*]-}"
}

# askers_of KIND NAME: the group that may open its socket; '' where it has none.
askers_of()
{
	case $1-$2 in
	program-*)		user_of nginx ;;
	worker-press|worker-signer)	user_of "ask-$2" ;;
	esac
}

# own FILE USER GROUP MODE: does nothing about owners for an ordinary user.
own()
{
	! is_root || chown "$2:$3" "$1"
	chmod "$4" "$1"
}
