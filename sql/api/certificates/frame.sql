-- certificates_api.frame(session, right): who asks, where the code goes, and
-- whom to call about what (R107, R108).
-- Returns: waiting: how many wishes a mailed code would open now
-- Tables: account (read), and those of sojourn.rule
create or replace function certificates_api.frame(p_session bytea,
    p_right text)
returns table (name text, address text, phone_system text,
    phone_content text, waiting bigint)
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
	select a.name, left(a.email, 2) || '…@' || split_part(a.email, '@', 2),
	       sojourn.rule('certificates', 'phone_system'),
	       sojourn.rule('certificates', 'phone_content'),
	       (select count(*) from certificates_api.waiting(p_session,
		   p_right) w where w.alive)
	  from account a where a.id = v_actor.account_id;
end
$$;
