# shellcheck shell=bash
# The parts of nginx's configuration that follow from which programs exist:
# an upstream and locations for each.  Sourced by make up and make install,
# which set sockets and www (folders), config (sojourn.conf), nginx_dir (where
# conf/nginx is installed), nginx_workers, and programs().

# How often a request is tried again; see write_upstreams.
upstream_tries=40

# The backlog of a program's socket.
socket_holds=4096

# The table of conf/nginx/$1 without comments.
table()
{
	sed 's/#.*//' "$top/conf/nginx/$1" | awk 'NF'
}

# setting KEY: its value in sojourn.conf, '' when there is none.
setting()
{
	awk -F ' *= *' -v key="$1" '$1 == key { v = $2 } END { print v }' \
	    "$config"
}

# Requests a second that the machine serves in a rush; see docs/operating.md.
rush_rate()
{
	local rate
	rate=$(setting rush_rate)
	echo "${rate:-$((nginx_workers * 3000))}"
}

# The proxies in front of nginx, if any: only they may name a client's address
# (S21).  Without one it is the address of the connection.
write_proxies()
{
	local one proxies
	proxies=$(setting proxies)
	[ -n "$proxies" ] || return 0
	for one in $proxies; do
		echo "set_real_ip_from $one;"
	done
	echo "real_ip_header X-Forwarded-For;"
	echo "real_ip_recursive on;"
}

threads_of()
{
	awk -F ' *= *' -v key="threads.$1" '
	    $1 == "threads" { all = $2 } $1 == key { own = $2 }
	    END { print own ? own : all }' "$config"
}

# Kept connections own a thread each, so all workers together may keep half of
# them; the other half serves the queue.  In the rush connections that no thread
# has taken yet wait in the socket, in order, for as many as it holds; a polite
# "busy" for the rest is better than a long wait.  Each failed try uses up one name of
# the socket, and after a restart every kept connection may fail in turn: there
# are more names than a worker keeps connections.
write_upstreams()
{
	local name kept i
	for name in $({ programs; echo public; } | sort -u); do
		kept=$(($(threads_of "$name") / 2 / nginx_workers))
		[ "$kept" -gt 0 ] || kept=1
		[ "$kept" -lt $((upstream_tries - 8)) ] ||
		    kept=$((upstream_tries - 8))
		echo "upstream $name {"
		for ((i = 0; i < upstream_tries; i++)); do
			echo "    server unix:$sockets/$name.sock" \
			    "max_fails=0$(cap "$name");"
		done
		echo "    keepalive $kept;"
		echo "}"
	done
}

cap()
{
	[ "$1" != register ] || printf ' max_conns=%d' \
	    $((($(threads_of "$1") + socket_holds) * 15 / 16 / nginx_workers / \
	    upstream_tries))
}

# One location for the address itself, one for everything below it.
write_locations()
{
	local address name rules size path
	table routes.txt | while read -r address name rules size; do
		programs | grep -qx "$name" || continue
		for path in "= $address" "$address/"; do
			cat <<-EOT
			location $path {
			    include $nginx_dir/$rules.conf;
			    ${size:+client_max_body_size $size;}
			    fastcgi_pass $name;
			}
			EOT
		done
	done
}

# fill FILE...: a file of conf/nginx with the words between @ signs replaced.
fill()
{
	local rush
	rush=$(rush_rate)
	sed -e "s|@VAR@|${var:-}|g" -e "s|@WORKERS@|$nginx_workers|g" \
	    -e "s|@NGINX@|$nginx_dir|g" -e "s|@WWW@|$www|g" \
	    -e "s|@RUSH_RATE@|$rush|g" -e "s|@CROWD_RATE@|$((rush * 2 / 3))|g" \
	    -e "s|@PAGE_RATE@|$((rush / 4))|g" \
	    "$1"
}
