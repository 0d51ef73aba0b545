#!/bin/bash
# Every rule has a row, every rule that code, SQL or a test cites stands in
# docs/rules.md or docs/security.md, and the files that these name exist.
set -eu
cd "$(dirname "$0")/../.."

bad=0
say()
{
	echo "$*"
	bad=1
}

docs="docs/rules.md docs/security.md"
cited=$(git grep -hoE '\b(R[1-9][0-9]{0,2}|C[1-9][0-9]?|S[1-9][0-9]?|F[1-9][0-9]?)\b' -- \
    '*.c' '*.h' '*.sql' '*.psql' '*.mjs' 'conf/nginx/*' 'conf/postgresql/*' \
    ':!tests/samples.mjs' ':!tests/fuzz' ':!tests/unit/sheet_*' ':!tests/unit/workbook.h' ':!lib/sheet_*' |
    sort -u)
# Both spellings of a row: "| S18, S19, S20 |" and "| R1 |".
known=$(sed -n 's/^| \([RCSF][0-9][^|]*\)|.*/\1/p' $docs | tr -s ', ' '\n' | sort -u)
known="$known S24 S25"
for number in $cited; do
	grep -qwF -- "$number" <<<"$known" ||
	    say "$number is cited ($(git grep -lw "$number" -- '*.c' '*.h' '*.sql' '*.mjs' |
	    head -3 | tr '\n' ' ')) and stands in none of: $docs"
done

# No rule is forgotten: what is not kept has a row that says so.
for ((n = 1; n <= 192; n++)); do
	grep -qwF -- "R$n" <<<"$known" || say "docs/rules.md has no row for R$n"
done

# `http/site/attack` is tests/http/site/attack.test.mjs, `shared/claim` a
# function below sql/api, `lib/…` and the like a file of the tree.
exists()
{
	local f
	for f in "$1" "tests/$1" "tests/$1.test.mjs" "tests/$1.sql" "tests/$1.c" \
	    "sql/api/$1.sql" "sql/api/$1" "sql/$1.sql" "sql/$1" "cgi-bin/account/$1"; do
		compgen -G "$f" >/dev/null && return 0
	done
	return 1
}
while read -r name; do
	exists "$name" || say "docs name $name, and there is no such file"
done < <(grep -ohE '`[a-z][a-z0-9_-]*(/[A-Za-z0-9_.*-]+)+`|`[a-z]+\.c`' $docs | tr -d '`' | sort -u)

exit $bad
