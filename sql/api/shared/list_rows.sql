-- sojourn.list_rows(actor, university, term, list, show, page, kind, lang): what a
-- list of registrations (R55) or grades (R186) of a university says.
-- Parameters: p_list  null = the newest of the term; only of that university:
--                     nothing of a foreign or unknown one (S11)
--             p_show  '' = all, 'changes' = what is different from the version
--                     before
--             p_kind  as sojourn.list_head
--             p_page  from 1, 100 rows each; 0 = everything, for a file: that it
--                     was taken is noted (S25); nothing of a list of grades,
--                     whose file is signed (sojourn.list_file)
-- Returns: rows in the order of the list; was_* what the version before said
--          where that is different; recommendation: as it is now (R45); first:
--          the student's first row of the page; total rows of what is shown
-- Tables: final_list, final_list_row, section, course, application (read),
--         those of sojourn.download
create or replace function sojourn.list_rows(p_actor sojourn.actor,
    p_university integer, p_term integer, p_list bigint, p_show text,
    p_page integer, p_kind text, p_lang text)
returns table (list bigint, version integer, total bigint,
    application bigint, student_no text, name_native text, name_latin text,
    department text, temporary_id text, section text, title text,
    credits integer, state text, credit_granted boolean, mark text,
    was_state text, was_credits text, was_name text, was_no text,
    was_department text, was_granted text, recommendation text, first boolean,
    grade text, why text, was_grade text, was_why text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_list record;
begin
	select l.id, l.version, l.kind into v_list from final_list l
	 where l.university_id = p_university
	   and (l.id = p_list or (p_list is null and l.term_id = p_term
		and (coalesce(p_kind, '') = '' or l.kind = p_kind)))
	 order by l.id desc limit 1;
	if not found or (p_page = 0 and v_list.kind = 'grades') then
		return;
	end if;
	if p_page = 0 then
		perform sojourn.download(p_actor, 'list', 'final_list',
		    v_list.id, 'R55', jsonb_build_object('version',
			v_list.version));
	end if;
	return query
	with page as (
		select r.*, count(*) over () as every,
		       r.person_id is distinct from lag(r.person_id) over (
			   order by r.n) as head
		  from final_list_row r
		 where r.list_id = v_list.id
		   and (coalesce(p_show, '') <> 'changes' or r.mark <> 'same')
		 order by r.n
		 limit case when p_page = 0 then null else 100 end
		offset greatest(coalesce(p_page, 1) - 1, 0) * 100)
	select v_list.id, v_list.version, p.every, p.application_id,
	       p.student_no, p.name_native, p.name_latin, p.department,
	       p.temporary_id, s.code, sojourn.pick(p_lang, c.title_ko,
	       c.title_en, c.title_ja), p.credits, p.state, p.credit_granted,
	       p.mark, p.was ->> 'state', p.was ->> 'credits',
	       p.was ->> 'name_native', p.was ->> 'student_no',
	       p.was ->> 'department', p.was ->> 'credit_granted',
	       a.recommendation, p.head, p.grade, p.why, p.was ->> 'grade',
	       p.was ->> 'why'
	  from page p
	  left join section s on s.id = p.section_id
	  left join course c on c.id = s.course_id
	  left join application a on a.id = p.application_id
	 order by p.n;
end
$$;
