-- erasing people (S25)
grant execute on function sojourn.erase(bigint, text, boolean) to cli_owner;
grant select on sojourn.erasure to cli_owner;
grant select (id, name_native) on sojourn.person to cli_owner;
grant select (id, account_id) on sojourn.device to cli_owner;
