#!/bin/bash
# restore.sh [--demo] DUMP SQLDIR DBNAME: puts a copy that pg_dump -Fc made in
# place of a database, as superuser.  The copy is unpacked under another name,
# brought to this release by install.sh beside this file, relieved of what must
# not come back (S14), and only then takes the name; what had it before is kept
# as DBNAME_before_TIME.  Nothing has changed when it fails before that.
# Exit status: 0 in place, 1 nothing changed, 3 unpacked but not in place.
# Reads PGHOST and the like as libpq does.
set -eu

export LC_ALL=C.UTF-8
here=$(cd "$(dirname "$0")" && pwd)
install=$here/install.sh
[ -x "$install" ] || install=$here/install-database
demo=''

query()
{
	psql -X -q -At -w -v ON_ERROR_STOP=1 "$@"
}

exists()
{
	[ "$(query -d postgres -v name="$1" <<<"
	    select count(*) from pg_database where datname = :'name'")" = 1 ]
}

# The steps are called where `set -e` does not hold: each line says what
# follows it.
unpack()
{
	query -d postgres -f "$sql/roles.sql" &&
	    query -d postgres -c "drop database if exists $new with (force)" &&
	    query -d postgres -c "create database $new template template0" &&
	    pg_restore -w --exit-on-error -d "$new" "$dump" &&
	    "$install" $demo "$sql" "$new"
}

# The counters of the database of now, as JSON; null when it cannot be read.
serials()
{
	query -d "$dbname" 2>/dev/null <<<"
	    select coalesce(json_object_agg(t.code, s.last), '{}')
	      from sojourn.id_serial s join sojourn.term t on t.id = s.term_id" ||
	    echo null
}

forget()
{
	query -d "$new" -v serials="$(serials)" <<<"
	    select format('sessions %s, links %s, mails %s, counters %s',
		r.sessions, r.links, r.mails, r.serials)
	      from sojourn.after_restore(nullif(:'serials', 'null')::jsonb) r"
}

# rename FROM TO: ends every connection first.
rename()
{
	query -d postgres -c "alter database $1 with allow_connections false" ||
	    return
	query -d postgres -v name="$1" >/dev/null <<<"
	    select pg_terminate_backend(pid, 5000)
	      from pg_stat_activity where datname = :'name'" || return
	query -d postgres -c "alter database $1 rename to $2"
}

put_in_place()
{
	if exists "$dbname"; then
		rename "$dbname" "$kept" || return
		query -d postgres \
		    -c "alter database $kept with allow_connections true"
		echo "$kept"
	fi
	rename "$new" "$dbname" &&
	    query -d postgres \
		-c "alter database $dbname with allow_connections true"
}

if [ "${1:-}" = --demo ]; then
	demo=--demo
	shift
fi
if [ $# -ne 3 ] || [[ ! $3 =~ ^[a-z][a-z0-9_]{0,30}$ ]]; then
	echo "usage: restore.sh [--demo] DUMP SQLDIR DBNAME" >&2
	exit 2
fi
dump=$1 sql=$2 dbname=$3
new=${dbname}_new kept=${dbname}_before_$(date -u +%Y%m%dt%H%M%Sz)
unpack >&2 || exit 1
forget || exit 1
put_in_place || exit 3
