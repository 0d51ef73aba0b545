-- sojourn.job_expire_at(): when each unconfirmed application ends: with its
-- last link; without any, a day after a link sent at once would have ended.
-- Tables: application, token, term, rule_value (read)
create or replace function sojourn.job_expire_at()
returns table (application bigint, ends_at timestamptz)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return query
	select a.id, coalesce(max(t.expires_at), a.submitted_at
	    + make_interval(hours => 24 + h.hours))
	  from application a
	  left join token t on t.application_id = a.id and t.kind = 'confirm'
	 cross join (select coalesce(sojourn.rule('credit-exchange',
	     'confirm_hours'), '72')::integer as hours) h
	 where a.state = 'unconfirmed'
	 group by a.id, a.submitted_at, h.hours;
end
$$;
