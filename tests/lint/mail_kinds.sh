#!/bin/bash
# Every kind of mail that a function writes to the outbox has its text in
# workers/mailer, and the other way round none is left that nobody writes.
set -eu
cd "$(dirname "$0")/../.."

# shellcheck disable=SC2016 # perl's own variables
written=$(git ls-files 'sql/api/*.sql' | xargs perl -0777 -ne '
    while (/\bmail\(\s*\x27([a-z0-9-]+)\x27/g) { print "$1\n" }
    while (/\bmail\(\s*case\b(.*?)\bend,/gs) {
	my $c = $1; while ($c =~ /\b(?:then|else)\s+\x27([a-z0-9-]+)\x27/g) { print "$1\n" } }
    while (/ask_email\([^,]+,\s*\x27([a-z0-9-]+)\x27/g) { print "$1\n" }
    while (/insert into outbox \(kind.*?(?:select|values)\s*\(?\s*(case\b.*?\bend|\x27[a-z0-9-]+\x27)/gs) {
	my $c = $1;
	if ($c =~ /^case/) { while ($c =~ /\b(?:then|else)\s+\x27([a-z0-9-]+)\x27/g) { print "$1\n" } }
	elsif ($c =~ /\x27([a-z0-9-]+)\x27/) { print "$1\n" } }' | sort -u)
known=$(grep -hoE '^	\{ "[a-z0-9-]+", ' workers/mailer/kinds_*.c |
    grep -oE '[a-z0-9-]+' | sort -u)
bad=0
if [ "$(wc -w <<<"$written")" -lt 15 ]; then
	echo "next to nothing was found in sql/api"
	bad=1
fi
missing=$(comm -23 <(echo "$written") <(echo "$known"))
if [ -n "$missing" ]; then
	printf 'kinds of mail without a text:\n%s\n' "$missing"
	bad=1
fi
unused=$(comm -13 <(echo "$written") <(echo "$known") |
    grep -vxE 'step-up-code' || :)	# for the certificates
if [ -n "$unused" ]; then
	printf 'texts that nobody sends:\n%s\n' "$unused"
	bad=1
fi
exit $bad
