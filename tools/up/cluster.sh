# shellcheck shell=bash
# The private PostgreSQL cluster in $var/pg: no TCP, socket in $var/run.

pg_user()
{
	if is_root; then echo postgres; else id -un; fi
}

as_postgres()
{
	as_user "$(id -u "$(pg_user)")" "$(id -g "$(pg_user)")" "$@"
}

# An eighth of the memory, 128 MB at least, 2 GB at most.
shared_buffers()
{
	awk '/^MemTotal:/ {
		mb = int($2 / 8192)
		print (mb < 128 ? 128 : mb > 2048 ? 2048 : mb) "MB"
	}' /proc/meminfo
}

# A cluster is made in a folder of another name, so that an interrupted
# initdb leaves nothing that looks like one.
make_cluster()
{
	[ ! -f "$var/pg/PG_VERSION" ] || return 0
	rm -rf "$var/pg.new"
	mkdir -m 700 "$var/pg.new"
	own "$var/pg.new" "$(pg_user)" "$(id -g "$(pg_user)")" 700
	(cd / && as_postgres "$pg_bin/initdb" -D "$var/pg.new" -U postgres \
	    --locale=C.UTF-8 --lc-collate=C --encoding=UTF8 --data-checksums \
	    --auth-local=peer --auth-host=reject --no-instructions \
	    >"$var/log/initdb.log" 2>&1) ||
	    die "initdb failed, see $var/log/initdb.log"
	mv "$var/pg.new" "$var/pg"
}

# Writes the settings; sets cluster_changed when a restart must take them up.
configure_cluster()
{
	local file text
	cluster_changed=
	for file in postgresql.conf pg_hba.conf pg_ident.conf; do
		text=$(sed -e "s|@VAR@|$var|g" -e "s|@ME@|$(id -un)|g" \
		    -e "s|@SHARED_BUFFERS@|$(shared_buffers)|g" \
		    "$top/conf/postgresql/$file")
		if put "$var/pg/$file" <<<"$text"; then
			cluster_changed=yes
		fi
		own "$var/pg/$file" "$(pg_user)" "$(id -g "$(pg_user)")" 600
	done
}

cluster_answers()
{
	"$pg_bin/pg_isready" -q -h "$var/run" -U postgres
}
