-- sojourn.list_basis(subject): what a signed list of grades rests on: that there
-- is no newer version (R186).
-- Parameters: p_subject  the university's id, a slash, the code of the term
-- Tables: final_list, term (read)
create or replace function sojourn.list_basis(p_subject text) returns jsonb
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select jsonb_build_object('version', max(l.version))
	  from final_list l join term t on t.id = l.term_id
	 where l.kind = 'grades'
	   and l.university_id = split_part(p_subject, '/', 1)::integer
	   and t.code = split_part(p_subject, '/', 2)
$$;
