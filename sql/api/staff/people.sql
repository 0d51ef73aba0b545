-- staff_api.people(...): accounts with their roles.
-- Parameters: p_kind  staff, partner, student, any or '' (staff and partners);
--             p_university code or ''; p_q part of a login, a name, an address
-- Tables: account, account_role, university, session, totp (read)
create or replace function staff_api.people(p_session bytea, p_right text,
    p_kind text, p_university text, p_q text, p_page integer, p_lang text)
returns table (total bigint, login text, name text, kind text, email text,
    phone text, lang text, university text, roles text, state text,
    sessions bigint, last_seen timestamptz, own boolean, app boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select count(*) over (), a.login, a.name, a.kind, a.email, a.phone,
	       a.lang::text, coalesce(sojourn.pick(p_lang, u.name_ko, u.name_en,
	       u.name_ja), ''), coalesce((select string_agg(r.role, ' '
		    order by r.role) from account_role r
		 where r.account_id = a.id), ''),
	       case when a.disabled_at is not null then 'disabled'
		   when a.password_state = 'set' then 'active'
		   else 'invited' end,
	       s.n, s.seen, a.id = v_actor.account_id,
	       exists (select from totp t where t.account_id = a.id
		and t.confirmed_at is not null)
	  from account a
	  left join university u on u.id = a.university_id
	 cross join lateral (select count(*) filter (where x.ended_at is null
		  and x.expires_at > clock_timestamp()) as n,
		 max(x.last_seen) as seen
	      from session x where x.account_id = a.id) s
	 where (a.kind = p_kind or p_kind = 'any'
		or (coalesce(p_kind, '') = '' and a.kind <> 'student'))
	   and (coalesce(p_university, '') = '' or u.code = p_university)
	   and (coalesce(p_q, '') = '' or strpos(lower(concat_ws(' ', a.login,
		a.name, a.email)), lower(p_q)) > 0)
	 order by a.kind desc, u.code nulls first, a.login
	 limit 100 offset (greatest(coalesce(p_page, 1), 1) - 1) * 100;
end
$$;
