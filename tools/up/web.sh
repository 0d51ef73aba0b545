# shellcheck shell=bash
# nginx: its configuration is conf/nginx with the instance's values, and one
# upstream and one location for each program that exists.

# How often a request is tried again; see write_upstreams.
upstream_tries=12

# The table of conf/nginx/$1 without comments.
table()
{
	sed 's/#.*//' "$top/conf/nginx/$1" | awk 'NF'
}

threads_of()
{
	awk -F ' *= *' -v key="threads.$1" '
	    $1 == "threads" { all = $2 } $1 == key { own = $2 }
	    END { print own ? own : all }' "$var/etc/sojourn.conf"
}

# Kept connections own a thread each, so all workers together may keep half of
# them; the other half serves the queue.  Only the rush is cut off: there a
# polite "busy" is better than a long wait.  The socket is named several times
# because each failed try (a kept connection to a program that was just
# restarted) uses up one name.
write_upstreams()
{
	local name kept i
	for name in $({ programs; echo public; } | sort -u); do
		kept=$(($(threads_of "$name") / 2 / nginx_workers))
		[ "$kept" -gt 0 ] || kept=1
		echo "upstream $name {"
		for ((i = 0; i < upstream_tries; i++)); do
			echo "    server unix:$var/run/$name.sock" \
			    "max_fails=0$(cap "$name");"
		done
		echo "    keepalive $kept;"
		echo "}"
	done
}

cap()
{
	[ "$1" != register ] || printf ' max_conns=%d' \
	    $(($(threads_of "$1") * 15 / 16 / nginx_workers / upstream_tries))
}

# One location for the address itself, one for everything below it.
write_locations()
{
	local address name rules size path
	table routes.txt | while read -r address name rules size; do
		[ -e "$var/app/cgi-bin/$name" ] || continue
		for path in "= $address" "$address/"; do
			cat <<-EOT
			location $path {
			    include $var/etc/nginx/$rules.conf;
			    ${size:+client_max_body_size $size;}
			    fastcgi_pass $name;
			}
			EOT
		done
	done
}

# The loopback addresses of a port: IPv6 only where the machine has it.
listen()
{
	echo "listen 127.0.0.1:$1$2;"
	! grep -qs '^0\{31\}1 ' /proc/net/if_inet6 || echo "listen [::1]:$1$2;"
}

health_locations()
{
	if [ -e "$var/app/cgi-bin/health" ]; then
		echo "fastcgi_pass health;"
	else
		echo "return 503;"
	fi
}

# configure_nginx: sets nginx_changed when a reload must take it up.
configure_nginx()
{
	local file dir=$var/etc/nginx
	mkdir -p "$dir"
	nginx_changed=
	nginx_workers=$(nproc)
	[ "$nginx_workers" -le 4 ] || nginx_workers=4
	for file in "$top"/conf/nginx/*.conf; do
		if sed -e "s|@VAR@|$var|g" -e "s|@WORKERS@|$nginx_workers|g" \
		    "$file" | put "$dir/$(basename "$file")"; then
			nginx_changed=yes
		fi
	done
	! write_upstreams | put "$dir/upstreams" || nginx_changed=yes
	! write_locations | put "$dir/locations" || nginx_changed=yes
	! listen "$port" ' backlog=4096' | put "$dir/listen" || nginx_changed=yes
	! listen "$port" '' | put "$dir/listen-other" || nginx_changed=yes
	! listen $((port + 1)) '' | put "$dir/listen-health" || nginx_changed=yes
	! health_locations | put "$dir/health" || nginx_changed=yes
}

check_nginx()
{
	local out
	out=$(cd "$var/nginx" && as_user "$(user_of nginx)" "$(user_of nginx)" \
	    nginx -t -q -p "$var/nginx/" -c "$var/etc/nginx/nginx.conf" \
	    -e stderr 2>&1) || die "nginx refuses its configuration: $out"
}

nginx_answers()
{
	curl -sS -o /dev/null -m 2 "http://127.0.0.1:$port/css/"
}

start_nginx()
{
	local uid
	uid=$(user_of nginx)
	check_nginx
	if service nginx SIGTERM "$var/app/up/nginx" "$var" "$uid" "$uid"; then
		nginx_changed=
		bring_up nginx yes
	else
		bring_up nginx ''
	fi
	[ -z "$nginx_changed" ] || s6-svc -h "$var/service/nginx"
	wait_for 15 nginx_answers ||
	    die "nginx does not answer on port $port, see $var/log/nginx.log"
}
