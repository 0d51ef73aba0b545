#!/bin/bash
# What the audit says was done, and to what, has words on the auditor's page: each
# act and kind of object that a function writes out stands in labels.c.
set -eu
cd "$(dirname "$0")/../.."

labels()
{
	sed -n "/$1\[\] = {/,/^};/p" cgi-bin/staff/labels.c |
	    grep -oP '^\t\{ "\K[a-z_-]+' | sort -u
}
# shellcheck disable=SC2016 # perl's own variables
written=$(git ls-files 'sql/api/*.sql' | xargs perl -0777 -ne '
    while (/\bnote\(\s*[^,]+,\s*\x27([a-z-]+)\x27\s*,\s*(?:\x27([a-z_]+)\x27)?/g) {
	print "act $1\n"; print "object $2\n" if defined $2 }
    while (/\bsays\(\s*\x27([a-z-]+)\x27\s*,/g) { print "act $1\n" }')
bad=0
for kind in act object; do
	found=$(sed -n "s/^$kind //p" <<<"$written" | sort -u)
	if [ "$(wc -w <<<"$found")" -lt 10 ]; then
		echo "next to nothing was found in sql/api"
		bad=1
	fi
	# Words that C passes on are no acts of their own.
	missing=$(comm -23 <(echo "$found") <(labels "${kind}_labels") |
	    grep -vxE 'ask|pending' || :)
	if [ -n "$missing" ]; then
		printf 'no words for the %s:\n%s\n' "$kind" "$missing"
		bad=1
	fi
done
exit $bad
