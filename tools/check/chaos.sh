# shellcheck shell=bash
# make check-chaos: all of tests/chaos and tests/race in full, cut into pieces
# for two lanes.  A line as each piece ends, a verdict at the end.

pieces=

# The pieces, the longest first: a file, and what it is told.  Of the files that
# go through seeds each piece has its own; with SEED, or ORDER, that one alone.
chaos_pieces()
{
	local n file
	echo tests/race/nth.test.mjs
	echo tests/race/orders.test.mjs
	echo tests/chaos/mutants.mjs
	if [ -n "${SEED:-}" ]; then
		echo tests/chaos/chaos.test.mjs
		echo tests/chaos/model.test.mjs
	else
		for n in 1 2 3 4 5 6 7 8; do
			echo "tests/chaos/chaos.test.mjs SEED=$n"
		done
		for n in 1 101 201; do
			echo "tests/chaos/model.test.mjs FIRST=$n SEEDS=100"
		done
	fi
	for file in $(files tests/race '*.test.mjs') \
	    $(files tests/chaos '*.test.mjs'); do
		case $file in
		*/nth.* | */orders.* | */chaos.* | */model.*) ;;
		*) echo "$file" ;;
		esac
	done
}

# The pieces that are wanted, in two lanes.
chaos_full()
{
	chaos_pieces | wanted >"$work/all"
	: >"$work/ended"
	pieces=$(wc -l <"$work/all")
	printf 'check-chaos: %d parts in %d lanes\n' "$pieces" "$(lanes)"
	in_lanes chaos_piece <"$work/all"
}

# Sound is what ended whole, and left nothing in the logs.
chaos_verdict()
{
	local ended
	ended=$(wc -l <"$work/ended")
	if [ "$failed" -eq 0 ] && [ "$ended" -eq "$pieces" ]; then
		printf 'check-chaos: SOUND, all of %d parts in %s\n' \
		    "$pieces" "$(minutes "$SECONDS")"
		return
	fi
	printf 'check-chaos: NOT SOUND, %d of %d parts ended, in %s\n' \
	    "$ended" "$pieces" "$(minutes "$SECONDS")"
	sed -n 's/^bad /	failed: /p' "$work/ended"
}

# chaos_piece "FILE NAME=value…"
chaos_piece()
{
	local words began=$SECONDS
	# Each piece has a time of its own, so that one that hangs ends.
	local limit=1800
	read -ra words <<<"$1"
	run_file node "$1" env "${words[@]:1}" node --test-reporter=tap \
	    "${words[0]}"
	chaos_ended "$1" "$((SECONDS - began))" $said
}

# chaos_ended PIECE SECONDS PASSED FAILED SKIPPED: lanes take turns.
chaos_ended()
(
	flock 6
	local word=good name=${1#tests/}
	[ "$4" -eq 0 ] || word=bad
	echo "$word $name" >>"$work/ended"
	printf 'part %2d of %d, %s: %s, %d passed, %d failed, %d s\n' \
	    "$(wc -l <"$work/ended")" "$pieces" "$(minutes "$SECONDS")" \
	    "${name/.test.mjs/}" "$3" "$4" "$2"
	# What a run of the checker had to prove.
	sed -n 's/^# \([0-9].*\)/	\1/p' "$work/out$lane"
	[ "$4" -eq 0 ] || chaos_keep
) 6>"$work/print"

# The instance goes, the histories of what failed stay.
chaos_keep()
{
	local file
	for file in "$instance"/log/chaos-*.json; do
		[ -e "$file" ] || continue
		mkdir -p build-san/chaos
		mv "$file" build-san/chaos/
		echo "the history is in build-san/chaos/${file##*/}"
	done
}

minutes()
{
	printf '%d min %02d s' $(($1 / 60)) $(($1 % 60))
}
