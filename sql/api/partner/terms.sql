-- partner_api.terms(session, right, term): the terms a filter offers.
-- Returns: code, newest first, and which one is shown
-- Tables: term (read)
create or replace function partner_api.terms(p_session bytea, p_right text,
    p_term text)
returns table (code text, current boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query
	select t.code, t.id = sojourn.term_current(p_term)
	  from term t where v_actor.outcome = 'done' and t.id > 0
	 order by t.code desc;
end
$$;
