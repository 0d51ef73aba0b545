-- sojourn.list_compare(term, kind): what the next list of each university would be:
-- its content with the difference from the newest list of that university.
-- Returns: before the version compared with (0: there is none); mark and was as
--          in final_list_row.  The state of what was removed is the one of now,
--          cancelled when nothing is left of it.
-- Nobody can tell the planner how long a list is, and with nested loops a term
-- of many universities takes minutes; so they are off in here.
-- Tables: final_list, final_list_row, enrolment (read), those of
--   sojourn.list_content
create or replace function sojourn.list_compare(p_term integer,
    p_kind text)
returns table (university_id integer, before integer, application_id bigint,
    person_id bigint, section_id integer, student_no text, name_native text,
    name_latin text, department text, temporary_id text, state text,
    credits integer, credit_granted boolean, grade text, why text,
    mark text, was jsonb)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
set enable_nestloop = off
as $$
	with last as materialized (
		select distinct on (l.university_id) l.id, l.university_id, l.version
		  from final_list l where l.term_id = p_term
		   and l.kind = p_kind
		 order by l.university_id, l.version desc),
	old as materialized (
		select l.university_id, r.*
		  from last l join final_list_row r on r.list_id = l.id
		 where r.mark <> 'removed'),
	fresh as materialized (select * from list_content(p_term,
		p_kind))
	select f.university_id, coalesce(l.version, 0), f.application_id,
	       f.person_id, f.section_id, f.student_no, f.name_native,
	       f.name_latin, f.department, f.temporary_id, f.state, f.credits,
	       f.credit_granted, f.grade, f.why,
	       case when l.id is null then 'same'
		   when o.list_id is null then case when f.section_id is not null
			or not exists (select from old k
			    where k.university_id = f.university_id
			      and k.person_id = f.person_id) then 'added'
			else 'same' end
		   when d.was <> '{}' then 'changed' else 'same' end,
	       coalesce(d.was, '{}')
	  from fresh f
	  left join last l on l.university_id = f.university_id
	  left join old o on o.university_id = f.university_id
		and o.person_id = f.person_id
		and coalesce(o.section_id, 0) = coalesce(f.section_id, 0)
	  left join lateral (select jsonb_strip_nulls(jsonb_build_object(
		'state', nullif(o.state, f.state),
		'credits', nullif(o.credits, f.credits),
		'credit_granted', nullif(o.credit_granted, f.credit_granted),
		'grade', case when o.grade <> f.grade then o.grade end,
		'why', case when o.why <> f.why then o.why end,
		'student_no', nullif(o.student_no, f.student_no),
		'name_native', nullif(o.name_native, f.name_native),
		'department', nullif(o.department, f.department))) as was
	     where o.list_id is not null) d on true
	union all
	select o.university_id, l.version, o.application_id, o.person_id,
	       o.section_id, o.student_no, o.name_native, o.name_latin,
	       o.department, o.temporary_id, coalesce(e.state, 'cancelled'),
	       o.credits, o.credit_granted, o.grade, o.why, 'removed', jsonb_build_object(
		   'state', o.state)
	  from old o
	  join last l on l.university_id = o.university_id
	  left join fresh f on f.university_id = o.university_id
		and f.person_id = o.person_id
		and coalesce(f.section_id, 0) = coalesce(o.section_id, 0)
	  left join enrolment e on e.person_id = o.person_id
		and e.section_id = o.section_id
	 where f.person_id is null
	   and (o.section_id is not null or not exists (select from fresh k
		where k.university_id = o.university_id
		  and k.person_id = o.person_id))
$$;
