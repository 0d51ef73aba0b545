#!/bin/bash
# Whatever doctor may find is said in a sentence, and is planted by a test.
set -eu
cd "$(dirname "$0")/../.."

bad=0
# The names after "Violations:" in the head of a topic, without what stands in
# brackets behind them.
named=$(for file in sql/api/cli/doctor_*.sql; do
	sed -n '/^-- Violations:/,/^-- Tables:/{/^-- Tables:/d;s/^-- *\(Violations:\)\?//p}' \
	    "$file" | tr '\n' ' ' | sed 's/([^)]*)//g' | tr -cs 'a-z-' '\n'
done | grep -E '^([a-z]+-[a-z-]+|setting)$' | sort -u)
means=$(sed -n '/^} meanings/,/^};/s/^	{ "\([a-z-]*\)",.*/\1/p' \
    tools/sojourn/doctor.c | sort -u)
# The demo's own are looked for in production alone: tests/http/cli/doctor.
means=$(grep -v '^demo-' <<<"$means")
if [ "$(wc -l <<<"$named")" -lt 60 ]; then
	echo "the topics of doctor were not understood"
	exit 1
fi
if ! diff <(echo "$named") <(echo "$means") >/dev/null; then
	echo "named in sql/api/cli/doctor_*.sql (<) and in tools/sojourn/doctor.c (>):"
	diff <(echo "$named") <(echo "$means") | grep '^[<>]'
	bad=1
fi
for name in $means; do
	if ! grep -rqF "'$name'" tests/sql; then
		echo "no test plants $name"
		bad=1
	fi
done
exit $bad
