#!/bin/bash
# A number before its thing has words for one, too: "All 1 seats" is nobody's
# English.  {n:seat|seats} in a text, TN() for a format of printf; Korean and
# Japanese have one form.
set -eu
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
thing='seats|credits|courses|sections|students|grades|rows|applications'
thing="$thing|applicants|lists|letters|mails|people|copies|places|seconds"
thing="$thing|minutes|hours|days|times|registrations|corrections|changes"
thing="$thing|differences|universities|accounts|withdrawals|instructors"
thing="$thing|heads|sheets|columns|characters|IDs|numbers|cells|others"

# What is never one: sizes of files, what is over a limit of thousands, spans
# that smaller units say.
cat >"$work/never" <<'EOF'
The sheet has %u rows; at most %d can be read.
The list has %u students; at most %d can be sent at once. Please divide it.
The sheet has {value} rows; at most {limit} are read at once. Please divide the list.
%lld days
%lld hours
only this one of {sheets} sheets is read
EOF
find lib cgi-bin workers tools -name '*.c' | sort |
    xgettext --from-code=UTF-8 -L C -k -kTN:4 -o - --no-location -f - \
    2>"$work/noise" | sed 's/charset=CHARSET/charset=UTF-8/' |
    msgcat --no-wrap - | sed -n 's/^msgid "\(.\+\)"$/\1/p' >>"$work/never"
bash tools/texts/extract.sh | msgcat --no-wrap - |
    sed -n 's/^msgid "\(.\+\)"$/\1/p' >"$work/all"
[ "$(wc -l <"$work/all")" -gt 1000 ] || { echo "no texts found"; exit 1; }
bad=$(grep -vxFf "$work/never" "$work/all" |
    sed -E 's/([Aa]t (most|least)|more than) (\{[a-z_]+\}|%d)/\1/g' |
    grep -E "(\{[][a-z_]+\}|%[lz]*[du]) ([a-z]+ )?($thing)\b" || :)
if [ -n "$bad" ]; then
	echo "a number and its thing, and no words for one:"
	echo "$bad"
	exit 1
fi
