-- sojourn.list_verdicts(list): what committing this list now would do with each
-- row; the same words the preview shows.
--   error      the row has a problem and stays out
--   duplicate  an earlier row of the file has the same student number
--   already    this student is on a list of the term already
--   corrects   the student's application was returned; the row corrects it
--   adopts     the student applied alone; the row joins that application
--   differs    a live application has this number, but another name or birth
--              date: joined and held until a person has decided (S2)
--   returning  the person is known: same ID again (R22)
--   doubtful   may be somebody who is known: a person decides (R22)
--   new        everybody else
-- Returns: row, verdict, the application that is met, who it may be
-- Tables: partner_list, partner_list_row, application (read); match_people
create or replace function sojourn.list_verdicts(p_list bigint)
returns table (row_no integer, verdict text, application_id bigint)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with l as (select * from partner_list where id = p_list),
	r as materialized (
		select r.row_no, r.cells, r.duplicate_of,
		       jsonb_array_length(r.problems) > 0 as wrong,
		       number_key(r.cells ->> 'student_no') as student_no
		  from partner_list_row r where r.list_id = p_list),
	met as materialized (
		select r.row_no, a.id, a.state, a.list_id is null as alone,
		       a.birth_date = (r.cells ->> 'birth_date')::date
			and (name_key(a.name_native) = name_key(r.cells ->> 'name_native')
			    or (a.name_family || a.name_given <> ''
				and name_key(r.cells ->> 'name_latin') in
				(name_key(a.name_family || a.name_given),
				name_key(a.name_given || a.name_family)))) as same
		  from r join l on true
		  join application a on a.term_id = l.term_id
		   and a.university_id = l.university_id
		   and a.student_no = r.student_no
		   and a.state not in ('unconfirmed', 'expired', 'withdrawn')
		 where not r.wrong and r.duplicate_of is null),
	m as materialized (
		select x.n, min(x.kind) as kind     -- doubtful < known < new
		  from match_people((select coalesce(jsonb_agg(
			jsonb_build_object('n', r.row_no, 'university',
			    l.university_id, 'student_no', r.student_no,
			    'name_native', r.cells ->> 'name_native',
			    'name_family', coalesce(r.cells ->> 'name_latin', ''),
			    'name_given', '', 'birth_date',
			    r.cells ->> 'birth_date', 'previous_id',
			    coalesce(r.cells ->> 'previous_id', ''))), '[]')
		      from r join l on true
		     where not r.wrong and r.duplicate_of is null
		       and r.row_no not in (select met.row_no from met))) x
		 group by x.n)
	select r.row_no, case
	    when r.wrong then 'error'
	    when r.duplicate_of is not null then 'duplicate'
	    when met.id is not null and met.state in ('rejected',
		'issued') then 'already'
	    when met.state = 'returned' and met.same then 'corrects'
	    when met.id is not null and met.same and met.alone then 'adopts'
	    when met.id is not null and met.alone then 'differs'
	    when met.id is not null and met.state = 'returned' then 'corrects'
	    when met.id is not null then 'already'
	    when m.kind = 'known' then 'returning'
	    when m.kind = 'doubtful' then 'doubtful'
	    else 'new' end, met.id
	  from r
	  left join met on met.row_no = r.row_no
	  left join m on m.n = r.row_no
	 order by r.row_no
$$;
