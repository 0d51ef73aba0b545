-- verify_api.try(address): counts an attempt to verify from a network (/24,
-- /56).  A code has 80 random bits, so this only keeps a machine from asking
-- for ever (S21).
-- Returns: true when the attempt may go on
-- Tables: those of sojourn.attempt_count
create or replace function verify_api.try(p_address text) returns boolean
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_net text := '';
begin
	if p_address ~ '^[0-9.]+$' then
		v_net := regexp_replace(p_address, '\.[0-9]+$', '');
	elsif p_address <> '' then
		v_net := host(network(set_masklen(p_address::inet, 56)));
	end if;
	return sojourn.attempt_count('verify', v_net, '', '10 minutes', 2000);
end
$$;
