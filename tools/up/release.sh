# shellcheck shell=bash
# The installed copy below $var: programs run from it, so that neither a
# closed checkout nor a build in progress touches them.  A release is a folder
# named by the sum of its content; app points to the current one.

# copy_to DIR: everything that a running instance reads.
copy_to()
{
	local new=$1 part
	mkdir -p "$new/cgi-bin" "$new/workers" "$new/libexec" \
	    "$new/locale" "$new/up"
	for part in cgi-bin workers libexec locale; do
		[ ! -d "$build/$part" ] || cp -r "$build/$part" "$new/"
	done
	for part in templates www sql; do
		[ ! -d "$top/$part" ] || cp -r "$top/$part" "$new/"
	done
	find "$new/www" -type f -regex '.*\.\(css\|js\|svg\)' -exec gzip -9nk {} +
	cp "$top"/tools/up/run/* "$new/up/"
	(cd "$new" && find . -type f ! -name SUMS -print0 | sort -z |
	    xargs -0 sha256sum >SUMS)
	chmod -R u=rwX,go=rX "$new"
}

# Puts the current build in place; old is what ran before ('' at first).
install_release()
{
	local new sum
	mkdir -p "$var/releases"
	rm -rf "$var"/releases/new.*
	new=$var/releases/new.$$
	copy_to "$new"
	sum=$(sha256sum <"$new/SUMS" | cut -c1-16)
	old=$(readlink "$var/app" || :)
	if [ -d "$var/releases/$sum" ]; then
		rm -rf "$new"
	else
		mv "$new" "$var/releases/$sum"
	fi
	if [ "$old" != "releases/$sum" ]; then
		ln -sfn "releases/$sum" "$var/app.new"
		mv -T "$var/app.new" "$var/app"
	fi
}

# Removes the releases that nothing runs from any more.
drop_old_releases()
{
	local dir
	for dir in "$var"/releases/*; do
		[ "releases/${dir##*/}" = "$(readlink "$var/app")" ] ||
		    rm -rf "$dir"
	done
}

# sums RELEASE NAME: the part of the sums that program NAME depends on.
sums()
{
	[ -f "$var/$1/SUMS" ] || return 0
	grep -E "  \./((cgi-bin|workers)/$2|templates/($2|shared|mail)/.*|locale/.*|www/.*)$" \
	    "$var/$1/SUMS" || :
}

# Whether program NAME differs between the last release and this one.
program_changed()
{
	[ -n "$old" ] &&
	    [ "$(sums "$old" "$1")" != "$(sums "$(readlink "$var/app")" "$1")" ]
}
