-- sojourn.import_degree_problems(row): everything that stands against a row about
-- an own degree student, all at once.
-- Returns: [{"field", "why", "value"}]; why is missing, unknown, invalid (does
--          not fit the rest of the row), overlaps (another leave), moved (the
--          number is another person's)
-- Tables: degree_record, degree_leave, degree_grade, person, account (read)
create or replace function sojourn.import_degree_problems(p_row jsonb)
returns jsonb
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_kind text := p_row ->> 'record';
	v_old  degree_record;
	v_need text[];
	v_from date := p_row ->> 'from_on';
	v_till date := p_row ->> 'till_on';
	v_gone boolean := coalesce((p_row ->> 'remove')::boolean, false);
begin
	select * into v_old from degree_record d
	 where d.student_no = p_row ->> 'student_no';
	v_need := array['student_no'] || case
	    when v_kind = 'leave' then case when v_gone then array['from_on']
		else array['from_on', 'till_on'] end
	    when v_kind = 'tuition' then case when v_gone then array['term']
		else array['term', 'amount', 'paid_on'] end
	    when v_kind = 'course' then case when v_gone
		then array['term', 'code']
		else array['term', 'code', 'title_ko', 'credits', 'grade'] end
	    when v_old.id is null then array['name', 'birth_date', 'level',
		'department_ko', 'admitted_on', 'status', 'status_since']
	    else '{}' end || case when v_kind <> 'student' then '{}'
		else case coalesce(p_row ->> 'status', v_old.status, '')
		when 'graduated' then array['degree_ko', 'degree_no', 'degree_on']
		when 'completed' then array['completed_on']
		when 'terminated' then array['terminated_on'] else '{}' end end;
	return coalesce((select jsonb_agg(to_jsonb(p)) from (
		select f as field, 'missing' as why, '' as value
		  from unnest(v_need) f
		 where coalesce(case when p_row ? f or f not in ('degree_ko',
		     'degree_no', 'degree_on', 'completed_on', 'terminated_on')
		     then p_row ->> f else to_jsonb(v_old) ->> f end, '') = ''
		union all
		select 'student_no', 'unknown', p_row ->> 'student_no'
		 where v_kind <> 'student' and v_old.id is null
		   and p_row ? 'student_no'
		union all
		select 'student_no', 'invalid', p_row ->> 'student_no'
		 where p_row ->> 'student_no' !~ '^[0-9A-Za-z][0-9A-Za-z-]{2,29}$'
		    or p_row ->> 'student_no' ~* '^E[0-9]{2}[12SW][0-9]{6}$'
		union all
		select 'previous_no', 'unknown', p_row ->> 'previous_no'
		 where coalesce(p_row ->> 'previous_no', '') <> ''
		   and not exists (select from degree_record d
		    where d.student_no = p_row ->> 'previous_no')
		union all
		select 'birth_date', 'moved', p.birth_date::text from person p
		 where v_kind = 'student' and p.id = v_old.person_id
		   and p.birth_date <> (p_row ->> 'birth_date')::date
		union all
		select 'student_no', 'moved', a.login from account a
		 where v_kind = 'student' and v_old.id is null
		   and a.login = lower(p_row ->> 'student_no')
		union all
		select 'term', 'invalid', p_row ->> 'term'
		 where p_row ->> 'term' !~ '^[0-9]{4}-[12SW]$'
		union all
		select 'code', 'invalid', p_row ->> 'code'
		 where p_row ->> 'code' !~ '^[A-Z0-9-]{2,20}$'
		union all
		select 'grade', 'unknown', p_row ->> 'grade'
		 where v_kind = 'course' and not v_gone and p_row ? 'grade'
		   and not exists (select from degree_grade g
		    where g.grade = p_row ->> 'grade')
		union all
		select 'percent', 'invalid', p_row ->> 'percent'
		 where p_row ->> 'percent' !~ '^(100|[0-9]{1,2})([.][0-9])?$'
		union all
		select 'till_on', 'invalid', p_row ->> 'till_on'
		 where v_till < v_from
		union all
		select 'from_on', 'overlaps', l.from_on || ' – ' || l.till_on
		  from degree_leave l
		 where v_kind = 'leave' and not v_gone and v_from <= v_till
		   and l.record_id = v_old.id and l.from_on <> v_from
		   and daterange(l.from_on, l.till_on, '[]')
		    && daterange(v_from, v_till, '[]')
		union all
		select 'status_since', 'invalid', p_row ->> 'status_since'
		 where coalesce((p_row ->> 'status_since')::date,
		     v_old.status_since) < coalesce((p_row ->> 'admitted_on')::date,
		     v_old.admitted_on)
	       ) p), '[]');
end
$$;
