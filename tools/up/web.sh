# shellcheck shell=bash
# nginx of an instance: conf/nginx with the instance's values.

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
	local file
	nginx_dir=$var/etc/nginx sockets=$var/run www=$var/app/www
	config=$var/etc/sojourn.conf
	mkdir -p "$nginx_dir"
	nginx_changed=
	nginx_workers=$(nproc)
	[ "$nginx_workers" -le 4 ] || nginx_workers=4
	for file in "$top"/conf/nginx/*.conf; do
		! fill "$file" | put "$nginx_dir/${file##*/}" ||
		    nginx_changed=yes
	done
	! write_proxies | put "$nginx_dir/proxies" || nginx_changed=yes
	! write_upstreams | put "$nginx_dir/upstreams" || nginx_changed=yes
	! write_locations | put "$nginx_dir/locations" || nginx_changed=yes
	! listen "$port" ' backlog=4096' | put "$nginx_dir/listen" ||
	    nginx_changed=yes
	! listen "$port" '' | put "$nginx_dir/listen-other" || nginx_changed=yes
	! listen $((port + 1)) '' | put "$nginx_dir/listen-health" ||
	    nginx_changed=yes
	! health_locations | put "$nginx_dir/health" || nginx_changed=yes
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

# Whether somebody who is not our nginx listens there.
port_taken()
{
	"$var/app/up/orphans" QUIT nginx "$var/nginx" >/dev/null
	wait_for 2 port_free && return 1
	return 0
}

port_free()
{
	! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null
}

start_nginx()
{
	local uid
	uid=$(user_of nginx)
	if ! running nginx && port_taken; then
		die "something else listens on port $port; choose another" \
		    "with make up PORT=..."
	fi
	check_nginx
	if service nginx SIGQUIT "$var/app/up/nginx" "$var" "$uid" "$uid"; then
		nginx_changed=
		bring_up nginx yes
	else
		bring_up nginx ''
	fi
	[ -z "$nginx_changed" ] || s6-svc -h "$var/service/nginx"
	wait_for 15 nginx_answers ||
	    die "nginx does not answer on port $port, see $var/log/nginx.log"
}
