-- account_api.contact(session, right): the contact data of who is logged in.
-- Returns: one row; waiting: an address that has not been confirmed yet (its
--          link may be still on its way)
-- Tables: account, token, outbox (read)
create or replace function account_api.contact(p_session bytea, p_right text)
returns table (login text, name text, email text, email2 text,
    email2_confirmed boolean, phone text, lang text, waiting text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select a.login, a.name, a.email, a.email2, a.email2_confirmed, a.phone,
	       a.lang::text,
	       coalesce((select t.value from token t
		 where t.account_id = a.id and t.kind = 'email-change'
		   and t.used_at is null and t.expires_at > sojourn.now()
		 order by t.id desc limit 1),
		(select o.params ->> 'value' from outbox o
		 where o.account_id = a.id and o.kind = 'email-change'
		   and o.state in ('queued', 'sending')
		 order by o.id desc limit 1), '')
	  from account a where a.id = v_actor.account_id;
end
$$;
