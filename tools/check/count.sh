# shellcheck shell=bash
# Counting: every test file is run by run_file, which notes its counts and
# prints the file's whole output when something failed.

part_started=0 before=() test= said=

begin_part()
{
	part_started=$(date +%s%N)
	before=("$passed" "$failed" "$skipped")
}

end_part()
{
	add_tally
	printf '%-8s %5d passed %3d failed %3d skipped %7.1f s\n' "$1" \
	    $((passed - before[0])) $((failed - before[1])) \
	    $((skipped - before[2])) \
	    "$(awk -v ns=$(($(date +%s%N) - part_started)) \
	    'BEGIN { print ns / 1e9 }')"
}

# A part that could not even start is a failure, not silence.
lost_part()
{
	printf 'The part %s could not run.\n' "$1"
	failed=$((failed + 1))
}

# Adds what was counted since the last time, here or in a lane.
add_tally()
{
	local p f s
	[ -e "$work/tally" ] || return 0
	while read -r p f s; do
		passed=$((passed + p)) failed=$((failed + f))
		skipped=$((skipped + s))
	done <"$work/tally"
	rm "$work/tally"
}

# Counts of a TAP stream: top-level lines, checked against the plan and the
# exit status; prints "passed failed skipped".
count_tap()
{
	awk -v status="$2" '
	/^ok /			{ /# *(SKIP|skip|TODO)/ ? s++ : p++ }
	/^not ok /		{ /# *TODO/ ? s++ : f++ }
	/^1\.\.[0-9]+/		{ plan = substr($1, 4) + 0; planned = 1 }
	END {
		seen = p + f + s
		if (planned && seen != plan)
			f++
		if ((status != 0 || !seen || !planned) && !f)
			f++
		print p + 0, f + 0, s + 0
	}' "$1"
}

# Counts of the summary that node prints below its TAP.
count_node()
{
	awk -v status="$2" '
	$1 == "#" && $2 == "pass"	{ p = $3 }
	$1 == "#" && $2 == "fail"	{ f += $3 }
	$1 == "#" && $2 == "cancelled"	{ f += $3 }
	$1 == "#" && $2 == "skipped"	{ s += $3 }
	$1 == "#" && $2 == "todo"	{ s += $3 }
	END {
		if ((status != 0 || p + f + s == 0) && !f)
			f++
		print p + 0, f + 0, s + 0
	}' "$1"
}

# run_file KIND FILE COMMAND...: KIND is tap, node or exit; what was counted is
# in `said` (passed, failed, skipped).
run_file()
{
	local kind=$1 file=$2 out=$work/out$lane status=0 began
	shift 2
	began=$(date +%s%N)
	if [ "$(type -t "$1")" = function ]; then
		"$@" >"$out" 2>&1 </dev/null || status=$?
	else
		# In the background, so that a signal is heard meanwhile.
		timeout "${limit:-900}" "$@" >"$out" 2>&1 </dev/null &
		test=$!
		wait "$test" || status=$?
		test=
	fi
	case $kind in
	tap)	said=$(count_tap "$out" "$status") ;;
	node)	said=$(count_node "$out" "$status") ;;
	exit)	said="$((status == 0)) $((status != 0)) 0" ;;
	esac
	[ -z "${TIMES:-}" ] ||
	    echo "$((($(date +%s%N) - began) / 1000000)) $file" >>"$TIMES"
	# shellcheck disable=SC2086
	note_counts "$file" "$status" $said
}

# What was counted goes to the tally, the output of what failed is printed
# whole: lanes take turns.
note_counts()
(
	flock 6
	echo "$3 $4 $5" >>"$work/tally"
	[ "$4" -eq 0 ] || show "$1" "$2" "$work/out$lane"
) 6>"$work/print"

# Ends the test that runs, with whatever it has started.
stop_test()
{
	[ -n "$test" ] || return 0
	kill "$test" 2>/dev/null || :
	wait "$test" || :
}

# Node's TAP of a file is long; what passed is left out of the report.
show()
{
	printf -- '--- %s (status %d)\n' "$1" "$2"
	cat "$3"
	printf -- '---\n'
}
