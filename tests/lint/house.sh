#!/bin/bash
# The rules of the house that a machine can see (docs/building.md).
set -eu
cd "$(dirname "$0")/../.."

bad=0
complain()
{
	echo "$1"
	sed 's/^/    /'
	bad=1
}
found()
{
	local title=$1 list=$2
	[ -z "$list" ] || complain "$title" <<<"$list"
}

sources=$(git ls-files '*.c' '*.h')
found "files over 500 lines:" "$(git ls-files '*.c' '*.h' '*.sql' '*.sh' '*.mjs' '*.js' |
    grep -v '^sql/seed/' | xargs wc -l | awk '$2 != "total" && $1 > 500')"
found "templates over 150 lines:" "$(git ls-files 'templates/*.tpl' |
    xargs wc -l | awk '$2 != "total" && $1 > 150')"
found "functions over 60 lines:" "$(awk '
    FNR == 1 { start = 0 }
    /^\{/ { start = FNR }
    /^\}/ { if (start && FNR - start > 60) print FILENAME ":" start; start = 0 }' $sources)"
found "folders or files that say nothing:" "$(git ls-files |
    grep -Ei '(^|/)(misc|util|utils|common|helpers?)(\.|/)' || true)"
found "unfinished words:" "$(git grep -nE '\b(TODO|FIXME|XXX)\b' -- \
    '*.c' '*.h' '*.sql' '*.tpl' '*.mjs' '*.sh' ':!tests/lint/house.sh' ':!tools/check/count.sh' || true)"
found "marks of a merge:" "$(git grep -nE '^(<{7}|>{7}) ' || true)"
found "a view_raw_html() that nobody vetted (values are escaped by view_text):" \
    "$(git grep -n 'view_raw_html(' -- '*.c' | grep -v -F -f tests/lint/raw_html.list || true)"
found "CTPL outside lib/view.c and lib/template*.c:" "$(git grep -ln 'ctpl_' -- \
    '*.c' '*.h' | grep -vE '^lib/(view|template)' || true)"
found "libpq outside lib/:" "$(git grep -ln 'libpq-fe\|PQexec' -- 'cgi-bin/*' \
    'workers/*' || true)"
found "SQL text in C (a statement is a function's name):" "$(git grep -niE \
    '"[^"]*(select .* from|insert into|update [a-z_.]+ set|delete from) ' -- 'cgi-bin/*.c' 'workers/*.c' \
    'tools/sojourn/*.c' || true)"
found "unbounded string calls:" "$(git grep -nE \
    '[^a-z_](sprintf|strcpy|strcat|gets|system|popen)\(' -- 'cgi-bin/*.c' \
    'workers/*.c' 'lib/*.c' 'tools/*.c' || true)"
found "inline script or style in a template:" "$(git grep -nE \
    '<style|<script>| style="| on[a-z]+="' -- 'templates/*.tpl' | grep -v '^templates/mail/' || true)"
found "forms that write without csrf or request:" "$(for f in $(git ls-files 'templates/*.tpl'); do
	awk -v f="$f" '
	    /<form[^>]*method="post"/ { open = 1; text = "" }
	    open { text = text $0 }
	    /<\/form>/ { if (open && (text !~ /name="csrf"/ || text !~ /name="request"/))
		print f ":" FNR; open = 0 }' "$f"
done)"
found "paths of one machine:" "$(git grep -nE '/work/|/root/' -- ':!tests/lint/house.sh' || true)"
found "programs or workers without a manual page:" "$(for d in cgi-bin/*/ workers/*/; do
	[ -d "$d" ] || continue
	n=$(basename "$d")
	[ -e "$d$n.8" ] || echo "$d$n.8"
done)"
found "manual pages that mandoc or groff cannot read:" "$(for f in $(git ls-files '*.8' '*.5' '*.1'); do
	groff -k -mandoc -Tutf8 -ww -z "$f" 2>&1 | head -3
	grep -q '^\.Dd\|^\.TH' "$f" || echo "$f has no heading"
done 2>/dev/null | grep -v '^$' || true)"
found "definer functions without a fixed search_path ending in pg_temp (S9):" "$(
    for f in $(git ls-files 'sql/api/*.sql' 'sql/demo/*.sql'); do
	if grep -qi 'security definer' "$f" &&
	    ! grep -qE 'set search_path = [a-z_, ]*pg_temp' "$f"; then echo "$f"; fi
    done)"
found "files in tools/check/long.txt that are gone:" "$(grep -v '^#' tools/check/long.txt |
    while read -r f; do [ -e "$f" ] || echo "$f"; done)"
found "more than one function in a file:" "$(git ls-files 'sql/api/*.sql' |
    xargs grep -c 'create or replace function' | awk -F: '$2 > 1')"
found "dynamic SQL in an API function:" "$(git grep -nE '^[^-]*\bexecute (format|v_|p_|'"'"')' -- 'sql/api/*.sql' || true)"
exit $bad
