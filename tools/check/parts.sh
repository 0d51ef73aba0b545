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

node_files()
{
	local file
	while IFS= read -r file; do
		run_file node "$file" node --test-reporter=tap "$file"
	done < <(files "$1" '*.test.mjs')
}

part_lint()
{
	local file
	need_node || return
	while IFS= read -r file; do
		run_file exit "$file" "$file"
	done < <(files tests/lint '*.sh')
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
	done < <(files tests/unit '*.c')
}

# Each file of pgTAP rolls back; all of them share one copy of the demo.
part_sql()
{
	local file
	need_instance || return
	admin sojourn -c 'create database sojourn_sql template sojourn_template' \
	    || return
	# A copy does not take the rights on the database with it.
	admin sojourn_sql -c 'set client_min_messages = warning' \
	    -c "update pg_database t set datacl = s.datacl from pg_database s
		where t.datname = 'sojourn_sql' and s.datname = 'sojourn'" \
	    -c 'create extension pgtap schema public' || return
	while IFS= read -r file; do
		run_file tap "$file" psql -X -q -At -h "$instance/run" \
		    -U postgres -d sojourn_sql -v ON_ERROR_STOP=1 -f "$file"
	done < <(files tests/sql '*.sql')
	admin sojourn -c 'drop database sojourn_sql with (force)'
}

admin()
{
	psql -X -q -v ON_ERROR_STOP=1 -h "$instance/run" -U postgres "$@"
}

part_http()
{
	need_instance || return
	node_files tests/http
}

part_browser()
{
	need_instance || return
	node_files tests/browser
}

part_race()
{
	need_instance || return
	node_files tests/race
}

# What the sanitizers found in a program is in its log, not in an answer.
finish_log_check()
{
	local log
	[ -n "$instance" ] || return 0
	for log in "$instance"/log/*.log; do
		if grep -qE 'ERROR: (Address|Leak)Sanitizer|runtime error:' \
		    "$log"; then
			show "${log##*/}: found by the sanitizers" 0 "$log"
			failed=$((failed + 1))
		fi
	done
}
