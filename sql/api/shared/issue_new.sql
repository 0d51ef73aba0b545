-- sojourn.issue_new(...): the part of sojourn.issue() for new people: ID and
-- account.  The caller holds the
-- lock of the term's serials.
-- Tables: temporary_id, account, account_role (insert), person, id_serial
--   (update), application, term, rule_value (read)
create or replace function sojourn.issue_new(p_actor sojourn.actor,
    p_term integer, p_release timestamptz, p_applications bigint[])
returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_birth boolean;
	v_until timestamptz;
begin
	if coalesce(cardinality(p_applications), 0) = 0 then
		return;
	end if;
	select sojourn.rule(t.programme_type, 'initial_password')
	    = 'birthdate-suffix', coalesce(p_release, sojourn.now())
	    + make_interval(days => coalesce(sojourn.rule(t.programme_type,
		'birthdate_days'), '7')::integer)
	  into v_birth, v_until from term t where t.id = p_term;
	with numbered as (
		select a.person_id, s.last + row_number() over (order by a.id)
		       as serial
		  from application a join id_serial s on s.term_id = p_term
		 where a.id = any (p_applications))
	insert into temporary_id (id, person_id, term_id, serial, issued_by)
	select sojourn.temporary_id(t.code, n.serial::integer), n.person_id,
	       p_term, n.serial, p_actor.account_id
	  from numbered n join term t on t.id = p_term;
	update id_serial set last = last + cardinality(p_applications)
	 where term_id = p_term;

	-- The address of the form is the account's first one (R24).  A person
	-- row made at the application may hold none yet.
	update person p set email = a.email, phone = a.phone
	  from application a
	 where a.id = any (p_applications) and p.id = a.person_id
	   and p.email = '';
	insert into account (login, kind, person_id, name, email, phone, lang,
	    password_state, birthdate_until)
	select t.id, 'student', a.person_id, a.name_native, a.email, a.phone,
	       a.lang, case when v_birth then 'birthdate' else 'none' end,
	       case when v_birth then v_until end
	  from application a join temporary_id t on t.person_id = a.person_id
	 where a.id = any (p_applications)
	 order by a.id;
	insert into account_role (account_id, role, given_by)
	select c.id, 'student', p_actor.account_id
	  from application a join account c on c.person_id = a.person_id
	 where a.id = any (p_applications);
end
$$;
