-- the second step by an authenticator app (S5)
grant select, insert (account_id, secret), update (secret, made_at,
    confirmed_at, last_step) on sojourn.totp to account_owner;
grant select, insert (account_id, hash), update (used_at)
    on sojourn.totp_recovery to account_owner;
grant select (one, code) on sojourn.host to account_owner;
grant execute on function sojourn.totp_drop(sojourn.actor, bigint, text)
    to account_owner, cli_owner, staff_owner;
grant execute on function sojourn.totp_tell(bigint, text) to account_owner;
grant select (account_id, confirmed_at) on sojourn.totp to staff_owner;
