-- sojourn.decided(account, request, n): what became of the n-th thing that a
-- request asked of sojourn.decide; done stands in the audit, refused is kept
-- under the request's id.
-- Returns: {s section, a act, o outcome, r rule, d detail}, null when unknown
-- Tables: audit_batch, those of sojourn.results (read), and as
--         sojourn.audit_settle
create or replace function sojourn.decided(p_account bigint, p_request text,
    p_n integer) returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if exists (select from audit_batch b cross join unnest(b.lines) l
	    where l.request_id = p_request) then
		perform audit_settle();
	end if;
	return (select jsonb_build_object('s', r.section, 'a', r.act,
		'o', r.outcome, 'r', r.rule, 'd', r.detail)
	  from results(p_account, p_request) r where r.n = p_n limit 1);
end
$$;
