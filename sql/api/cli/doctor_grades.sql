-- cli_api.doctor_grades(): grades and their history tell the same (R14, R15).
-- Violations: grade-value (a grade is not the last value of its history, or a
--             value is missing in between), grade-term (a grade is of another
--             term than its section, or not in its grading), appeal-value (a
--             decided request for correction says another grade than the
--             history), appeal-act (a request whose end nobody did)
-- Tables: grade, grade_value, grade_appeal, grade_appeal_act, section (read)
create or replace function cli_api.doctor_grades()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'grade-value', format('person=%s section=%s', g.person_id,
	       g.section_id)
	  from grade g
	  left join grade_value v on v.person_id = g.person_id
		and v.section_id = g.section_id and v.version = g.version
	 where (v.percent, v.pass) is distinct from (g.percent, g.pass)
	    or v.person_id is null
	    or (select count(*) from grade_value n
		 where n.person_id = g.person_id
		   and n.section_id = g.section_id) <> g.version
	union all
	select 'grade-term', format('person=%s section=%s', g.person_id,
	       g.section_id)
	  from grade g left join section s on s.id = g.section_id
	 where s.term_id is distinct from g.term_id
	    or (g.percent is not null and s.grading <> 'percent')
	    or (g.pass is not null and s.grading <> 'pass')
	union all
	select 'appeal-value', format('appeal=%s', p.id)
	  from grade_appeal p
	 where p.state = 'changed' and not exists (select from grade_value v
	    where v.appeal_id = p.id
	      and (v.percent, v.pass) is not distinct from
		  (p.percent_after, p.pass_after))
	union all
	select 'appeal-act', format('appeal=%s', p.id)
	  from grade_appeal p
	 where p.state <> 'open' and not exists (select from grade_appeal_act a
	    where a.appeal_id = p.id and a.act = p.state)
	 order by 1, 2
$$;
