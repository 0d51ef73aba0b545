#!/bin/bash
# install.sh [--demo] [--secrets DIR] SQLDIR [DBNAME]: brings a database to the
# state of SQLDIR, as superuser, in one transaction: a new database gets the
# schema, an older one its migrations; then every function is made anew (so
# that overloads and functions without a file are gone, S10), then grants and
# rules.  --demo adds the demo's part, and its seed to a new database.
# --secrets sets the passwords of the roles from DIR/PROGRAM.pgpass.
# Reads PGHOST and the like as libpq does.  Prints only what went wrong.
set -eu

export LC_ALL=C.UTF-8
demo='' secrets=''

usage()
{
	echo "usage: install.sh [--demo] [--secrets DIR] SQLDIR [DBNAME]" >&2
	exit 2
}

query()
{
	psql -X -q -At -v ON_ERROR_STOP=1 "$@"
}

make_database()
{
	local found
	found=$(query -d postgres -v name="$dbname" \
	    <<<"select 1 from pg_database where datname = :'name'")
	[ -n "$found" ] || query -d postgres -v name="$dbname" \
	    <<<"create database :\"name\" template template0"
}

# The newest migration that the database has; '' when it has no schema yet.
recorded_version()
{
	local has
	has=$(query -d "$dbname" -c \
	    "select to_regclass('sojourn.schema_migration') is not null")
	[ "$has" = t ] || return 0
	query -d "$dbname" -c \
	    "select coalesce(max(version), 0) from sojourn.schema_migration"
}

# include GLOB...: a line for each file that exists.
include()
{
	local file
	for file; do
		[ ! -f "$file" ] || printf '\\i %s\n' "$file"
	done
}

# A new database has all migrations in its schema; an older one runs those
# that it lacks.
migrations()
{
	local have=$1 file name number
	for file in "$sql"/migrations/[0-9]*.sql; do
		[ -f "$file" ] || continue
		name=$(basename "$file" .sql)
		number=$((10#${name%%-*}))
		if [ -n "$have" ]; then
			[ "$number" -gt "$have" ] || continue
			include "$file"
		fi
		printf "insert into sojourn.schema_migration (version, name)\n"
		printf "values (%d, '%s');\n" "$number" "${name#*-}"
	done
}

# Every function of a program goes.  A shared one stays, to be replaced, where
# a table or a trigger hangs on it.
drop_functions()
{
	local names
	names=$(find "$sql/api/shared" -name '*.sql' -printf "%f " 2>/dev/null)
	cat <<-EOT
	do \$\$
	declare
		v record;
		v_shared text[] := string_to_array('${names//.sql/}', ' ');
	begin
		for v in select p.oid::regprocedure as fn, n.nspname from pg_proc p
		    join pg_namespace n on n.oid = p.pronamespace
		    where n.nspname like '%\_api'
		       or (n.nspname = 'sojourn' and p.proname = any (v_shared))
		loop
			begin
				execute format('drop routine %s', v.fn);
			exception when dependent_objects_still_exist then
				if v.nspname <> 'sojourn' then
					raise;
				end if;
			end;
		end loop;
	end
	\$\$;
	EOT
}

# Functions may name each other in any order: made once without a look into
# their bodies, then again with it.
functions()
{
	local files=() file
	while IFS= read -r file; do
		[ -z "$demo" ] && [[ $file = "$sql"/api/demo/* ]] && continue
		files+=("$file")
	done < <(find "$sql/api" -name '*.sql' | sort)
	[ -z "$demo" ] || files+=("$sql"/demo/*.sql)
	drop_functions
	echo 'set local check_function_bodies = off;'
	include "${files[@]}"
	echo 'set local check_function_bodies = on;'
	include "${files[@]}"
}

passwords()
{
	local file role
	[ -n "$secrets" ] || return 0
	for file in "$secrets"/*.pgpass; do
		IFS=: read -r _ _ _ role password <"$file"
		cat <<-EOT
		select format('alter role %I password %L', rolname, '$password')
		from pg_roles where rolname = '$role' \\gexec
		EOT
	done
}

script()
{
	local have=$1
	echo '\set ON_ERROR_STOP on'
	echo 'set client_min_messages = warning;'
	echo 'begin;'
	include "$sql/roles.sql"
	[ -n "$have" ] || include "$sql/install.sql"
	migrations "$have"
	functions
	include "$sql/grants.sql" "$sql"/rules/*.sql
	[ -z "$demo" ] || [ -n "$have" ] || include "$sql"/seed/demo/*.sql
	passwords
	echo 'commit;'
}

while [ $# -gt 0 ]; do
	case $1 in
	--demo)		demo=yes ;;
	--secrets)	secrets=$2; shift ;;
	-*)		usage ;;
	*)		break ;;
	esac
	shift
done
[ $# -ge 1 ] || usage
sql=$(cd "$1" && pwd) dbname=${2:-sojourn}

make_database
version=$(recorded_version)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! script "$version" | query -d "$dbname" >"$log" 2>&1; then
	cat "$log" >&2
	exit 1
fi
