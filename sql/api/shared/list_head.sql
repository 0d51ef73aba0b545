-- sojourn.list_head(university, term, list, lang): what stands above a list of
-- registrations of a university (R55).
-- Parameters: p_list  null = the newest of the term; only of that university
-- Returns: one row; none for a foreign or unknown one (S11)
-- Tables: final_list, university, term (read)
create or replace function sojourn.list_head(p_university integer,
    p_term integer, p_list bigint, p_lang text)
returns table (id bigint, university text, term text, version integer,
    before integer, stage text, recommend boolean, made_at timestamptz,
    due_at timestamptz, students integer, registrations integer,
    credits integer, added integer, removed integer, changed integer,
    acknowledged_at timestamptz, newest boolean, late boolean)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return query
	select l.id, sojourn.pick(p_lang, u.name_ko, u.name_en, u.name_ja),
	       t.code, l.version, l.version - 1, l.stage, l.recommend,
	       l.made_at, l.due_at, l.students, l.registrations, l.credits,
	       l.added, l.removed, l.changed, l.acknowledged_at, n.newest,
	       n.newest and l.acknowledged_at is null
		   and l.due_at <= sojourn.now()
	  from final_list l
	  join university u on u.id = l.university_id
	  join term t on t.id = l.term_id
	 cross join lateral (select not exists (select from final_list x
		where x.university_id = l.university_id
		  and x.term_id = l.term_id and x.version > l.version)
	      as newest) n
	 where l.university_id = p_university
	   and (l.id = p_list or (p_list is null and l.term_id = p_term))
	 order by l.version desc limit 1;
end
$$;
