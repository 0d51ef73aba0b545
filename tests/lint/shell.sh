#!/bin/bash
# Shell scripts are clean under shellcheck.
set -eu
cd "$(dirname "$0")/../.."

git grep -lE '^#!/bin/(ba)?sh' -- ':!*.md' ':!*.mjs' ':!*.html' |
    xargs shellcheck -x --severity=warning
