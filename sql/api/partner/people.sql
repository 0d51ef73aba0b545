-- partner_api.people(session, right): the university's colleagues and roles.
-- Returns: one row per account; state invited, living or disabled
-- Tables: account, account_role (read)
create or replace function partner_api.people(p_session bytea, p_right text)
returns table (id bigint, login text, name text, email text, state text,
    coordinator boolean, recommender boolean, me boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query
	select a.id, a.login, a.name, a.email, case
		when a.disabled_at is not null then 'disabled'
		when a.password_state = 'none' then 'invited'
		else 'living' end,
	       bool_or(coalesce(r.role = 'coordinator', false)),
	       bool_or(coalesce(r.role = 'recommender', false)),
	       a.id = v_actor.account_id
	  from account a left join account_role r on r.account_id = a.id
	 where a.university_id = v_actor.university_id
	   and v_actor.outcome = 'done'
	 group by a.id order by a.disabled_at is not null, a.name;
end
$$;
