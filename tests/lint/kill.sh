#!/bin/bash
# Tests end processes through tests/services.mjs alone, which never sends a
# signal to -1, that is to everybody's processes.
set -eu
cd "$(dirname "$0")/../.."

found=$(git grep -nE '(process\.kill\(|\bkill -|"kill"|pkill|killall)' -- 'tests/*.mjs' \
    'tests/*.sh' 'tests/bench' 'tests/chaos' ':!tests/services.mjs' \
    ':!tests/lint/kill.sh' | grep -vE 'test\(|//' || true)
if [ -n "$found" ]; then
	echo "signals that do not go through tests/services.mjs:"
	echo "$found"
	exit 1
fi
