-- verify_api.try(network): counts an attempt to verify from a network; a code
-- has 80 random bits, so this only keeps a machine from asking for ever (S21).
-- Returns: true when the attempt may go on
-- Tables: those of sojourn.attempt_count
create or replace function verify_api.try(p_network text) returns boolean
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select sojourn.attempt_count('verify', 'all', p_network, '10 minutes',
	    3000)
$$;
