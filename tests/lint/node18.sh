#!/bin/bash
# Tests run on Debian's node 18: what came after it is not used.
set -eu
cd "$(dirname "$0")/../.."

found=$(git grep -nE '\.getSetCookie\(\)|\.to(Sorted|Reversed|Spliced)\(|Object\.groupBy|Promise\.withResolvers|Array\.fromAsync|import\.meta\.(dirname|filename)|\.(union|intersection|difference)\(new Set' \
    -- 'tests/*.mjs' || true)
if [ -n "$found" ]; then
	echo "node 18 does not know:"
	echo "$found"
	exit 1
fi
