-- sojourn.erase(person, letter, dry): erases a human's personal data, with all
-- rows that were merged into one (S25, docs/security.md says what stays and why).
-- Always goes: addresses, telephones, password, devices, sessions, links, secret
-- addresses, carts, waiting lists, what mails were sent with, rows of lists as
-- uploaded, asked corrections, reasons that offices typed.
-- Where a record of study exists (a registration, an issued document, a degree)
-- name, birth date, numbers, registrations, grades and documents stay; without
-- one they are replaced, in lists as sent as well.  The audit has ids alone.
-- Parameters: p_person  any of the rows; p_letter  number of the paper on which it
--             rests; p_dry  only says what would be
-- Outcomes: done; already; pending (detail.what: something is not over yet)
-- Returns: detail: record, people, applications, mails
-- Tables: erasure (insert); person, account, application, student, outbox,
--   partner_list_row, final_list_row, identity_case (update); those of
--   sojourn.erase_logins; enrolment, degree_record, document (read)
create or replace function sojourn.erase(p_person bigint, p_letter text,
    p_dry boolean)
returns table (outcome text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_root   bigint := sojourn.person_root(p_person);
	v_all    bigint[] := array(select p.id from person p
	    where sojourn.person_root(p.id) = v_root order by p.id for update);
	v_apps   bigint[] := array(select a.id from application a
	    where a.person_id = any (v_all));
	v_open   text := sojourn.erase_waits(v_all);
	v_record boolean := exists (select from enrolment e
		where e.person_id = any (v_all) and e.section_id > 0)
	    or exists (select from degree_record r
		where r.person_id = any (v_all))
	    or exists (select from document d where d.person_id = any (v_all)
		and d.state in ('valid', 'superseded', 'revoked'));
	v_mails  integer;
begin
	if exists (select from erasure e where e.person_id = v_root) then
		return query select 'already', '{}'::jsonb;
		return;
	elsif v_open is not null then
		return query select 'pending', jsonb_build_object('what', v_open);
		return;
	end if;
	select count(*) into v_mails from outbox o
	 where o.person_id = any (v_all) or o.application_id = any (v_apps)
	    or o.account_id in (select c.id from account c
		where c.person_id = any (v_all));
	if not p_dry then
		perform sojourn.erase_logins(v_all, v_apps);
		perform sojourn.erase_contact(v_all, v_apps);
		if not v_record then
			perform sojourn.erase_names(v_all, v_apps);
		end if;
		insert into erasure (person_id, letter, record,
		    last_application, last_mail)
		select v_root, p_letter, v_record,
		       coalesce((select max(a.id) from application a), 0),
		       coalesce((select max(o.id) from outbox o), 0);
		perform sojourn.note(null, 'erase', 'person', v_root, 'done',
		    'S25', null, jsonb_build_object('record', v_record,
			'people', cardinality(v_all), 'applications',
			cardinality(v_apps)), 0, v_root);
	end if;
	return query select 'done', jsonb_build_object('record', v_record,
	    'people', cardinality(v_all), 'applications',
	    cardinality(v_apps), 'mails', v_mails);
end
$$;
