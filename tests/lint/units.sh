#!/bin/bash
# S20: a worker that asks by SO_PEERCRED who asks it sees other users' numbers:
# its unit gives it no user namespace of its own, where everybody is nobody.
set -eu
cd "$(dirname "$0")/../.."

grep -q '^PrivateUsers=yes' 'conf/systemd/sojourn@.service'
found=0
for main in $(git grep -lE '\.npeers = ' -- 'workers/*/main.c'); do
	name=$(basename "$(dirname "$main")")
	found=$((found + 1))
	if ! grep -q '^PrivateUsers=no' "conf/systemd/$name.conf"; then
		echo "$name asks who asks it, and its unit hides everybody"
		exit 1
	fi
done
[ "$found" -gt 0 ] || { echo "nobody asks who asks"; exit 1; }
