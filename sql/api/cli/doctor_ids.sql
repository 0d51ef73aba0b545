-- cli_api.doctor_ids(): temporary IDs are what their serials make them, one per
-- person, known to an account, and none above the counter of its term (R21,
-- R22).
-- Violations: id-check, id-serial, id-person, id-account, account-id
-- Tables: temporary_id, term, id_serial, account, person,
--         degree_record (read)
create or replace function cli_api.doctor_ids()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'id-check', format('id=%s expected=%s', t.id,
	       coalesce(sojourn.temporary_id(m.code, t.serial), 'none'))
	  from temporary_id t join term m on m.id = t.term_id
	 where t.id is distinct from sojourn.temporary_id(m.code, t.serial)
	union all
	select 'id-serial', format('id=%s serial=%s last=%s', t.id, t.serial,
	       coalesce(s.last, 0))
	  from temporary_id t left join id_serial s on s.term_id = t.term_id
	 where t.serial > coalesce(s.last, 0)
	union all
	-- A merge keeps the older ID and closes the account of the younger.
	select 'id-person', format('person=%s ids=%s', sojourn.person_root(t.person_id),
	       string_agg(t.id, ',' order by t.id))
	  from temporary_id t
	  join account a on a.login = t.id and a.disabled_at is null
	 group by sojourn.person_root(t.person_id)
	having count(*) > 1
	union all
	select 'id-account', format('id=%s person=%s', t.id, t.person_id)
	  from temporary_id t
	 where not exists (select from account a
	    where a.login = t.id and a.person_id = t.person_id)
	union all
	select 'account-id', 'account=' || a.id
	  from account a
	 where a.kind = 'student'
	   and not exists (select from temporary_id t
	    where t.id = a.login and t.person_id = a.person_id)
	   and not exists (select from degree_record d
	    where lower(d.student_no) = a.login and d.person_id = a.person_id)
	 order by 1, 2
$$;
