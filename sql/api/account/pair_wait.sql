-- account_api.pair_wait(login, address): how many seconds this pair has to wait
-- after its failures (S5).  Four failures cost nothing; then 15 s, 30 s … up
-- to five minutes after the last one.  Only the pair is slowed down: nobody
-- can lock out somebody who sits elsewhere.  A success forgives.
-- Returns: 0 = go on
-- Tables: attempt (read)
create or replace function account_api.pair_wait(p_login text, p_address text)
returns integer
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_n    integer;
	v_last timestamptz;
begin
	select count(*), max(a.at) into v_n, v_last
	  from attempt a
	 where a.what = 'login' and a.subject = p_login
	   and a.address = p_address
	   and a.at > clock_timestamp() - interval '30 minutes';
	if v_n < 5 then
		return 0;
	end if;
	return greatest(0, ceil(extract(epoch from v_last
	    + make_interval(secs => least(300, 15 * 2 ^ (least(v_n, 12) - 5)))
	    - clock_timestamp())))::integer;
end
$$;
