-- sojourn.decided(account, request, n): what became of the n-th thing that a
-- request asked of sojourn.decide; done stands in the audit, refused is kept
-- under the request's id.
-- Returns: {s section, a act, o outcome, r rule, d detail}, null when unknown
-- Tables: request, audit, section (read)
create or replace function sojourn.decided(p_account bigint, p_request text,
    p_n integer) returns jsonb
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return (select jsonb_build_object('s', r.section, 'a', r.act,
		'o', r.outcome, 'r', r.rule, 'd', r.detail)
	  from results(p_account, p_request) r where r.n = p_n limit 1);
end
$$;
