-- account_api.data_person(session, right): what is stored of me.
-- Returns: one row; birth_date and phone null for staff and partners
--          calendar_at: since when my timetable has a secret address
-- Tables: account, person, temporary_id, calendar_link (read)
create or replace function account_api.data_person(p_session bytea,
    p_right text)
returns table (login text, name text, name_family text, name_given text,
    birth_date date, email text, email2 text, phone text, lang text,
    created_at timestamptz, password_since timestamptz, issued_at timestamptz,
    calendar_at timestamptz)
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
	select a.login, a.name, coalesce(p.name_family, ''),
	       coalesce(p.name_given, ''), p.birth_date, a.email, a.email2,
	       a.phone, a.lang::text, a.created_at, a.password_since,
	       t.issued_at, k.made_at
	  from account a left join person p on p.id = a.person_id
	  left join temporary_id t on t.person_id = a.person_id
	  left join calendar_link k on k.person_id = a.person_id
	 where a.id = v_actor.account_id;
end
$$;
