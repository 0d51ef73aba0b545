# shellcheck shell=bash
# The parts of make check.  Called where `set -e` does not hold: each step that
# may fail says `|| return`.

# files FOLDER PATTERN...: test files below a folder, in order.
files()
{
	local dir=$1 pattern names=()
	shift
	[ -d "$dir" ] || return 0
	for pattern; do
		names+=(-o -name "$pattern")
	done
	find "$dir" -name node_modules -prune -o -type f \
	    \( "${names[@]:1}" \) -print | sort
}

node_file()
{
	run_file node "$1" node --test-reporter=tap "$1"
}

# One after the other, for those that need a processor or the machine alone.
node_files()
{
	local file
	while IFS= read -r file; do
		node_file "$file"
	done < <(files "$1" '*.test.mjs' | wanted)
}

part_lint()
{
	local file
	need_node || return
	while IFS= read -r file; do
		run_file exit "$file" "$file"
	done < <(files tests/lint '*.sh' | wanted)
	node_files tests/lint
}

part_unit()
{
	local file
	make -s -j"$(nproc)" SAN=1 units >"$work/units.log" 2>&1 ||
	    { cat "$work/units.log"; return 1; }
	while IFS= read -r file; do
		run_file tap "$file" env CMOCKA_MESSAGE_OUTPUT=TAP \
		    G_SLICE=always-malloc "build-san/${file%.c}"
	done < <(files tests/unit '*.c' | wanted)
}

# Each file of pgTAP rolls back; those of a lane share one copy of the demo.
part_sql()
{
	local dir status=0
	files tests/sql '*.sql' | in_lanes sql_file || status=$?
	for dir in "$work"/var*/; do
		[ ! -S "$dir/run/.s.PGSQL.5432" ] || instance=$dir admin sojourn \
		    -c 'drop database if exists sojourn_sql with (force)'
	done
	return "$status"
}

sql_file()
{
	[ -n "${sql_made:-}" ] || make_sql || return
	run_file tap "$1" psql -X -q -At -h "$instance/run" \
	    -U postgres -d sojourn_sql -v ON_ERROR_STOP=1 -f "$1"
}

make_sql()
{
	admin sojourn -c 'create database sojourn_sql template sojourn_template' \
	    || return
	# A copy does not take the rights on the database with it.
	admin sojourn_sql -c 'set client_min_messages = warning' \
	    -c "update pg_database t set datacl = s.datacl from pg_database s
		where t.datname = 'sojourn_sql' and s.datname = 'sojourn'" \
	    -c 'create extension pgtap schema public' || return
	sql_made=yes
}

admin()
{
	psql -X -q -v ON_ERROR_STOP=1 -h "$instance/run" -U postgres "$@"
}

part_http()
{
	files tests/http '*.test.mjs' | in_lanes node_file
}

part_browser()
{
	files tests/browser '*.test.mjs' | in_lanes node_file
}

part_race()
{
	need_instance || return
	node_files tests/race
}

# The history checker and what it judges; in full (tools/check/chaos.sh) the
# races, too.
part_chaos()
{
	if [ "${CHAOS:-}" = full ]; then
		chaos_full
	else
		need_instance && node_files tests/chaos
	fi
}

# What the tests have left in the logs of the instances there were.
part_logs()
{
	grep -qs . "$work"/var*/log/*.log || return 0
	run_file exit "logs: what the sanitizers found" log_without \
	    'ERROR: (Address|Leak)Sanitizer|runtime error:'
	run_file exit "logs: a program that ended by itself" log_without \
	    'out of memory|Assertion|stack smashing'
	run_file exit "S12: people in the logs" log_without_people
}

# log_without PATTERN: shows the lines of the logs that fit, and fails.
log_without()
{
	! grep -E "$1" "$work"/var*/log/*.log
}

# Addresses and names of the demo serve as canaries.
log_without_people()
{
	need_instance || return
	admin sojourn_template -At >"$work/people" <<-'EOT'
	select distinct word from (
	    select email::text from sojourn.account
	    union select email from sojourn.application
	    union select name_native from sojourn.person
	    union select 'demo-Student-2025') w(word)
	where length(word) > 2
	EOT
	! grep -F -f "$work/people" "$work"/var*/log/*.log
}
