-- certificates_api.waiting(session, right): wishes that wait for their code, the
-- newest first.  alive: a code that was mailed for it still opens it.
-- Tables: certificate_request, login_attempt (read)
create or replace function certificates_api.waiting(p_session bytea,
    p_right text)
returns table (id bigint, type text, lang text, copies integer,
    alive boolean, until timestamptz, "left" integer, corrected boolean,
    sent boolean)
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
	select r.id, r.type, r.lang::text, r.copies, coalesce(a.used_at is null
	       and a.tries < 5 and a.expires_at > clock_timestamp(), false),
	       a.expires_at, 5 - a.tries, r.replaces is not null,
	       a.id is not null
	  from certificate_request r
	  left join login_attempt a on a.id = r.step_up_id
	 where r.account_id = v_actor.account_id and r.state in ('code', 'approved')
	   and (a.id is not null or r.decided_at is not null)
	 order by r.id desc
	 limit 10;
end
$$;
