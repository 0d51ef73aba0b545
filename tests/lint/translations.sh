#!/bin/bash
# Every text that people may read exists in Korean and Japanese, with the same
# values in it.  With an argument (ko or ja) the missing ones are printed as a
# .po to be filled in.
set -eu
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bash tools/texts/extract.sh >"$work/all.pot"
if [ "$(grep -c '^msgid ' "$work/all.pot")" -lt 100 ]; then
	echo "the extractor found next to nothing"
	exit 1
fi
bad=0
for lang in ${1:-ko ja}; do
	msgcat --use-first "po/$lang"/*.po >"$work/$lang.po"
	msgfmt --check-format -o /dev/null "$work/$lang.po" || bad=1
	msgmerge -q -N --no-location "$work/$lang.po" "$work/all.pot" |
	    msgattrib --untranslated --no-obsolete --no-wrap >"$work/missing"
	if grep -q '^msgid "[^"]' "$work/missing"; then
		echo "$lang: texts without a translation:"
		grep -A40 '^$' "$work/missing"
		bad=1
	fi
	# {name} in a text is a value: the translation has the same ones.
	msgcat --no-wrap --no-location "$work/$lang.po" |
	    awk -v lang="$lang" '
		function values(s,   n, out, v) {
			out = ""
			while (match(s, /\{[a-z_\[\]]+[:}]/)) {
				v = substr(s, RSTART, RLENGTH - 1) "}"
				if (index(out, v) == 0) { out = out v; n++ }
				s = substr(s, RSTART + RLENGTH)
			}
			return n + 0
		}
		/^msgid / { id = $0 }
		/^msgstr / {
			if ($0 != "msgstr \"\"" && values(id) != values($0)) {
				print lang ": other values in: " $0; wrong = 1
			}
		}
		END { exit wrong }' || bad=1
done
exit $bad
