-- sojourn.list_sign(list): a list of grades is to be signed (R186): what it says
-- becomes the content of a document of its university, which `press` writes as a
-- file and `signer` signs.  A newer version supersedes the one before it; one
-- that still waits then is never issued.  In the language of the university's
-- country, English where we do not write that.
-- Tables: final_list (read, update), final_list_row, university, term, section,
--         course (read), those of sojourn.document_ask
create or replace function sojourn.list_sign(p_list bigint) returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v         record;
	v_lang    text;
	v_subject text;
	v_content jsonb;
begin
	select l.*, u.code, u.country, u.name_ko, u.name_en, u.name_ja,
	       t.code as term into v
	  from final_list l join university u on u.id = l.university_id
	  join term t on t.id = l.term_id
	 where l.id = p_list and l.kind = 'grades';
	v_lang := case v.country when 'KR' then 'ko' when 'JP' then 'ja'
	    else 'en' end;
	v_subject := v.university_id || '/' || v.term;
	v_content := jsonb_build_object('university', pick(v_lang, v.name_ko,
		v.name_en, v.name_ja), 'university_code', v.code,
	    'term', v.term, 'version', v.version, 'students', v.students,
	    'registrations', v.registrations, 'credits', v.credits,
	    'added', v.added, 'removed', v.removed, 'changed', v.changed,
	    'spread', v.spread, 'rows', (
		select coalesce(jsonb_agg(jsonb_build_object(
		    'student_no', r.student_no, 'name', r.name_native,
		    'name_latin', r.name_latin, 'department', r.department,
		    'temporary_id', r.temporary_id,
		    'section', coalesce(s.code, ''),
		    'title', coalesce(pick(v_lang, c.title_ko, c.title_en,
			c.title_ja), ''),
		    'credits', r.credits, 'grade', r.grade, 'state', r.state,
		    'credit_granted', r.credit_granted, 'why', r.why,
		    'mark', r.mark, 'was', r.was) order by r.n), '[]')
		  from final_list_row r
		  left join section s on s.id = r.section_id
		  left join course c on c.id = s.course_id
		 where r.list_id = p_list));
	update final_list l set serial = a.serial
	  from document_ask(null, null, 'grade-list', v_subject, v_lang,
	    v_content, jsonb_build_object('term', v.term,
		'version', v.version), list_basis(v_subject),
	    p_university => v.university_id) a
	 where l.id = p_list;
end
$$;
