-- sojourn.attempt_count(what, subject, address, per, limit): counts this
-- attempt and says whether there were too many (S4).  Real time.
-- Parameters: p_address  of the client; the limit holds per subject and
--             address, so that nobody can lock a stranger out
-- Returns: true when the attempt may go on
-- Tables: attempt (read, insert)
create or replace function sojourn.attempt_count(p_what text, p_subject text,
    p_address text, p_per interval, p_limit integer) returns boolean
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_before bigint;
begin
	select count(*) into v_before from attempt a
	 where a.what = p_what and a.subject = p_subject
	   and a.address = coalesce(p_address, '')
	   and a.at > clock_timestamp() - p_per;
	insert into attempt (what, subject, address)
	values (p_what, p_subject, coalesce(p_address, ''));
	return v_before < p_limit;
end
$$;
