# shellcheck shell=bash
# The configuration and the secrets of an instance.

# secret NAME GROUP: 32 random bytes in hexadecimal, made once.
secret()
{
	local file=$var/secrets/$1
	[ -s "$file" ] || (umask 077 && openssl rand -hex 32 >"$file")
	own "$file" root "$(user_of "$2")" 440
}

# The key that signs documents, a number before it: signer's alone.
signing_key()
{
	local file=$var/secrets/signing.key
	[ -s "$file" ] || (umask 077 &&
	    printf '1 %s\n' "$(openssl rand -hex 32)" >"$file")
	own "$file" "$(user_of signer)" "$(user_of signer)" 400
}

# The password file of a program's database role, made once.
database_password()
{
	local file=$var/secrets/$1.pgpass
	[ -s "$file" ] || (umask 077 &&
	    printf '*:*:*:sojourn_%s:%s\n' "$1" "$(openssl rand -hex 24)" >"$file")
	if [ "$1" = cli ]; then
		own "$file" "$(id -u)" "$(id -g)" 400
	else
		own "$file" "$(user_of "$1")" "$(user_of "$1")" 400
	fi
}

# Folders, each for the program that writes it.
make_folders()
{
	local dir name
	mkdir -p "$var/etc" "$var/run" "$var/run/holder" "$var/log" \
	    "$var/service" "$var/secrets" "$var/spool" "$var/nginx" "$var/state"
	touch "$var/etc/users"
	chmod 711 "$var/secrets" "$var/spool"
	chmod 700 "$var/run/holder"
	! is_root || chown "root:$(id -g postgres)" "$var/run"
	chmod 1775 "$var/run"
	own "$var/nginx" "$(user_of nginx)" "$(user_of nginx)" 700
	touch "$var/log/access.log"
	own "$var/log/access.log" "$(user_of nginx)" "$(user_of nginx)" 644
	for dir in mail mail/tmp mail/new mail/cur; do
		mkdir -p "$var/$dir"
		own "$var/$dir" "$(user_of mailer)" "$(user_of mail)" 2750
	done
	for name; do
		mkdir -p "$var/spool/$name"
		own "$var/spool/$name" "$(user_of "$name")" "$(user_of "$name")" 700
	done
}

# sojourn.conf from its example: what make up knows replaces the example's.
write_config()
{
	put "$var/etc/sojourn.conf" <<-EOT
	# Written by make up; sojourn.conf(5) explains each line.
	database = host=$var/run dbname=sojourn user=sojourn_%p passfile=$var/secrets/%p.pgpass connect_timeout=5
	templates = $var/app/templates
	locale = $var/app/locale
	www = $var/app/www
	libexec = $var/app/libexec
	secrets = $var/secrets
	spool = $var/spool/%p
	sockets = $var/run
	base_url = http://127.0.0.1:$port
	zone = Asia/Seoul
	demo = yes
	mail = file:$var/mail
	mail_from = Sojourn <sojourn@ust.example>
	threads = 32
	threads.register = 512
	threads.public = 64
	threads.account = 96
	pool = 3
	signer_peers = $(user_of press) $(user_of clerk)
	keys = $var/spool/signer/keys.json
	patience = 10
	patience.partner = 50
	patience.demo = 50
	patience.staff = 50
	restart = $var/app/up/rolling
	EOT
}

# The environment of every program, a line for each variable.
write_environment()
{
	{
		echo PATH=/usr/bin:/bin
		echo LC_ALL=C.UTF-8
		echo "SOJOURN_CONF=$var/etc/sojourn.conf"
		if [ -n "${SAN:-}" ]; then
			echo G_SLICE=always-malloc
			echo ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=0
			echo UBSAN_OPTIONS=print_stacktrace=1
		fi
	} | put "$var/etc/environment"
}

# configure NAME...: everything the programs named need; sets config_changed.
configure()
{
	local name
	make_folders "$@"
	secret csrf.key csrf
	secret ticket.key ticket
	secret document.key press
	secret totp.key account
	signing_key
	for name in "$@" cli; do
		database_password "$name"
	done
	config_changed=
	! write_config || config_changed=yes
	! write_environment || config_changed=yes
}
