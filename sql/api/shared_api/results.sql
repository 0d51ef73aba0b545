-- shared_api.results(session, right, request): what became of the request
-- before a redirect; of the same account, or of nobody logged in.
-- Returns: rows as sojourn.results; none for another account's request
create or replace function shared_api.results(p_session bytea, p_right text,
    p_request text)
returns table (n integer, act text, object_kind text, object_id bigint,
    section text, outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v sojourn.actor := sojourn.enter(p_session, '');
begin
	return query select * from sojourn.results(
	    case when v.outcome = 'login' then 0 else v.account_id end,
	    p_request);
end
$$;
