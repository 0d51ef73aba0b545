-- sojourn.lists_make(term, stage, always): the lists of all universities of a
-- term at once (R55).  A university gets a version when it has none yet, when
-- something is different from its newest, or in any case with p_always; it is
-- told by mail and asked to acknowledge within some working days (rule
-- acknowledge_days), and to recommend where it does so by this list (R45).  A
-- list of grades is signed as a document (R186).
-- Parameters: p_stage  interim (after REGISTER), final (after CHANGE, C28) or
--             grades (announced, R186)
-- Returns: how many lists were made
-- Locks: the term, so that versions are counted once
-- Tables: final_list, final_list_row (insert), university, application, term,
--   host (read), those of sojourn.list_compare, sojourn.list_sign,
--   sojourn.lists_mail
create or replace function sojourn.lists_make(p_term integer, p_stage text,
    p_always boolean) returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_ids bigint[];
	v_due timestamptz;
	v_kind text := case p_stage when 'grades' then 'grades'
	    else 'registrations' end;
begin
	perform from term t where t.id = p_term for no key update;
	select (working_day((sojourn.now() at time zone h.zone)::date,
	    coalesce(rule(t.programme_type, 'acknowledge_days'), '5')::integer)
	    + time '18:00') at time zone h.zone
	  into v_due from term t, host h where t.id = p_term;
	with row as materialized (select * from list_compare(p_term,
	    v_kind)),
	head as (
		select r.university_id, max(r.before) as before,
		       count(distinct r.person_id) filter (
			   where r.mark <> 'removed') as students,
		       count(r.section_id) filter (
			   where r.mark <> 'removed') as registrations,
		       coalesce(sum(r.credits) filter (where r.mark <> 'removed'
			   and r.state <> 'withdrawn' and (v_kind <> 'grades'
			       or r.credit_granted)), 0) as credits,
		       count(*) filter (where r.mark = 'added') as added,
		       count(*) filter (where r.mark = 'removed') as removed,
		       count(*) filter (where r.mark = 'changed') as changed
		  from row r group by r.university_id),
	made as (
		insert into final_list (university_id, term_id, version, stage,
		    recommend, made_at, due_at, students, registrations,
		    credits, added, removed, changed, spread)
		select h.university_id, p_term, h.before + 1, p_stage,
		       p_stage <> 'grades'
			   and u.verification_stage = 'after_registration'
			   and exists (select from application a
			       where a.university_id = u.id
				 and a.term_id = p_term and a.state = 'issued'
				 and a.recommendation = 'none'),
		       sojourn.now(), v_due, h.students, h.registrations,
		       h.credits, h.added, h.removed, h.changed,
		       case when p_stage = 'grades' then list_spread(p_term,
			   h.university_id) else '[]' end
		  from head h join university u on u.id = h.university_id
		 where p_always or h.before = 0
		    or h.added + h.removed + h.changed > 0
		returning id, university_id),
	rows as (
		insert into final_list_row (list_id, n, application_id, person_id,
		    section_id, student_no, name_native, name_latin, department,
		    temporary_id, state, credits, credit_granted, grade, why,
		    mark, was)
		select m.id, row_number() over (partition by m.id
			order by r.name_native, r.student_no, s.code,
			r.person_id), r.application_id,
		       r.person_id, r.section_id, r.student_no, r.name_native,
		       r.name_latin, r.department, r.temporary_id, r.state,
		       r.credits, r.credit_granted, r.grade, r.why, r.mark,
		       r.was
		  from made m join row r on r.university_id = m.university_id
		  left join section s on s.id = r.section_id)
	select array_agg(m.id order by m.id) into v_ids from made m;
	perform list_sign(l.id) from final_list l
	 where l.id = any (v_ids) and l.kind = 'grades' order by l.id;
	perform lists_mail(v_ids);
	return coalesce(cardinality(v_ids), 0);
end
$$;
