# shellcheck shell=bash
# Lanes: test files of a part side by side, each lane in a process and on an
# instance of its own, so that no file meets what another does at the same
# time.  Two lanes, or as many as LANES says; a file takes the lane that is
# free first, the long ones begin.

lane=1 running=()

lanes()
{
	local n=${LANES:-$(nproc)}
	[ -n "${LANES:-}" ] || [ "$n" -le 2 ] || n=2
	echo "$n"
}

# in_lanes HOW: the files named on standard input, each line by the command HOW.
# 1 if a lane could not work.
in_lanes()
{
	local how=$1 n most pid lost=0
	wanted | long_first >"$work/queue"
	most=$(wc -l <"$work/queue")
	[ "$most" -gt 0 ] || return 0
	need_node && need_build || return
	exec 8<"$work/queue"
	for ((n = 1; n <= $(lanes) && n <= most; n++)); do
		run_lane "$n" "$how" &
		running+=($!)
	done
	exec 8<&-
	for pid in "${running[@]}"; do
		wait "$pid" || lost=1
	done
	running=()
	return "$lost"
}

# Ends the lanes that still run.
stop_lanes()
{
	local pid
	for pid in "${running[@]}"; do
		kill "$pid" 2>/dev/null || :
		wait "$pid" || :
	done
}

# A lane ends a test that is running when it is told to end.
run_lane()
{
	local how=$2 file
	set +e
	lane=$1
	trap - EXIT
	trap 'stop_test; exit 143' INT TERM HUP
	exec 7>"$work/take"
	need_instance || exit 1
	while next_file; do
		"$how" "$file" || exit 1
	done
	exit 0
}

# The lanes share where they are in the queue; one at a time moves it.
next_file()
{
	local status=0
	flock 7
	IFS= read -r file <&8 || status=1
	flock -u 7
	return "$status"
}

# Files on standard input whose path holds the word of ONLY.
wanted()
{
	grep -F -- "${ONLY:-}" || :
}

# Those of tools/check/long.txt before the others, in its order.
long_first()
{
	awk 'NR == FNR { if (!/^#/) at[$1] = FNR; next }
	     { print ($1 in at ? at[$1] : 9999), $0 }' \
	    "$here/long.txt" - | sort -s -n -k 1,1 | cut -d ' ' -f 2-
}
