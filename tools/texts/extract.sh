#!/bin/bash
# extract.sh: prints a POT of every text that people may read, from the C
# sources (T, N_) and the templates ({_("…")}).  Run in the project's root.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A template's marks become one N_() a line, with a #line for the origin.
find templates -name '*.tpl' | sort | while read -r file; do
	grep -noP '\{_\("\K(?:[^"\\]|\\.)*(?="\)\})' "$file" |
	    while IFS= read -r found; do
		# read would take the colon at the end of a text away.
		line=${found%%:*} text=${found#*:}
		printf '#line %s "%s"\nN_("%s")\n' "$line" "$file" "$text"
	done || true
done >"$work/templates.c"

find lib cgi-bin workers tools -name '*.c' -o -name '*.h' 2>/dev/null |
    sort >"$work/files"
xgettext --from-code=UTF-8 -L C -k -kT:2 -kTN:4 -kN_ -kQ_ -F -o "$work/c.pot" \
    --no-location -f "$work/files" 2>"$work/noise" || { cat "$work/noise" >&2; exit 1; }
xgettext --from-code=UTF-8 -L C -k -kN_ -F -o "$work/t.pot" --no-location \
    "$work/templates.c" 2>"$work/noise" || { cat "$work/noise" >&2; exit 1; }
for f in c t; do
	[ -f "$work/$f.pot" ] || continue
	sed -i 's/charset=CHARSET/charset=UTF-8/' "$work/$f.pot"
	set -- "$@" "$work/$f.pot"
done
msgcat --use-first --no-location "$@"
