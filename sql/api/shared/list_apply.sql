-- sojourn.list_apply(actor, list): does what the verdicts of the rows say.
-- Called by list_commit alone, in its transaction.
-- Returns: the applications made, joined or corrected
-- Tables: partner_list, partner_list_row (read, update), application (insert,
--         update), university (read)
create or replace function sojourn.list_apply(p_actor sojourn.actor,
    p_list bigint) returns bigint[]
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set enable_nestloop = off    -- thousands of rows that no statistics know yet
as $$
declare
	v_l   partner_list;
	v_new bigint[];
begin
	select * into v_l from partner_list where id = p_list;
	-- Ids first and in the order of the file, so that a row leads to its
	-- application by key and the first of two alike is the one who is new.
	update partner_list_row r
	   set application_id = x.id
	  from (select o.row_no, nextval(pg_get_serial_sequence(
		    'sojourn.application', 'id')) as id
		  from (select row_no from partner_list_row
			where list_id = p_list
			  and verdict in ('new', 'returning', 'doubtful')
			order by row_no) o) x
	 where r.list_id = p_list and r.row_no = x.row_no;
	with made as (
		insert into application (id, term_id, university_id, student_no,
		    door, state, name_native, name_family, name_given,
		    birth_date, level, status, college, department, semester,
		    email, phone, previous_id, max_credits, lang, list_id,
		    list_data, entered_by, submitted_at)
		overriding system value
		select r.application_id, v_l.term_id, v_l.university_id,
		       number_key(r.cells ->> 'student_no'), 'list', 'submitted',
		       r.cells ->> 'name_native',
		       latin_part(r.cells ->> 'name_latin', 'family'),
		       latin_part(r.cells ->> 'name_latin', 'given'),
		       (r.cells ->> 'birth_date')::date, r.cells ->> 'level',
		       coalesce(r.cells ->> 'status', 'enrolled'),
		       coalesce(r.cells ->> 'college', ''),
		       coalesce(r.cells ->> 'department', ''),
		       coalesce(r.cells ->> 'semester', ''),
		       r.cells ->> 'email', coalesce(r.cells ->> 'phone', ''),
		       coalesce(r.cells ->> 'previous_id', ''),
		       (r.cells ->> 'max_credits')::integer,
		       case u.country when 'KR' then 'ko' when 'JP' then 'ja'
			   else 'en' end,
		       p_list, r.cells, p_actor.account_id, sojourn.now()
		  from partner_list_row r
		  join university u on u.id = v_l.university_id
		 where r.list_id = p_list
		   and r.verdict in ('new', 'returning', 'doubtful')
		returning id)
	select coalesce(array_agg(id), '{}') into v_new from made;

	-- The student's own data and mailbox stay; the list's stand beside.
	-- Another address, name or birth date: doubtful until the university
	-- has settled whose application it is (S2).
	update application a
	   set list_id = p_list, list_data = r.cells,
	       max_credits = coalesce((r.cells ->> 'max_credits')::integer,
		   a.max_credits),
	       identity = case when r.verdict = 'differs'
		   or lower(r.cells ->> 'email') <> lower(a.email)
		   then 'doubtful' else a.identity end,
	       version = a.version + 1
	  from partner_list_row r
	 where r.list_id = p_list and r.verdict in ('adopts', 'differs')
	   and a.id = r.application_id and a.state <> 'issued';
	update application a
	   set list_id = p_list, list_data = r.cells, state = 'submitted',
	       name_native = r.cells ->> 'name_native',
	       name_family = latin_part(r.cells ->> 'name_latin', 'family'),
	       name_given = latin_part(r.cells ->> 'name_latin', 'given'),
	       birth_date = (r.cells ->> 'birth_date')::date,
	       level = r.cells ->> 'level',
	       status = coalesce(r.cells ->> 'status', a.status),
	       college = coalesce(r.cells ->> 'college', a.college),
	       department = coalesce(r.cells ->> 'department', a.department),
	       email = case when a.email_confirmed_at is null
		   then r.cells ->> 'email' else a.email end,
	       phone = coalesce(r.cells ->> 'phone', a.phone),
	       identity = case when a.email_confirmed_at is not null
		   and lower(r.cells ->> 'email') <> lower(a.email)
		   then 'doubtful' else a.identity end,
	       max_credits = coalesce((r.cells ->> 'max_credits')::integer,
		   a.max_credits),
	       version = a.version + 1
	  from partner_list_row r
	 where r.list_id = p_list and r.verdict = 'corrects'
	   and a.id = r.application_id;
	perform identify_all(v_new);
	return v_new || array(select r.application_id from partner_list_row r
	    where r.list_id = p_list
	      and r.verdict in ('adopts', 'differs', 'corrects'));
end
$$;
