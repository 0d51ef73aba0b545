-- sojourn.list_head(university, term, list, kind, lang): what stands above a list
-- of registrations (R55) or grades (R186) of a university.
-- Parameters: p_list  null = the newest of the term; only of that university
--             p_kind  of the newest: registrations, grades; '' = made last
-- Returns: one row; none for a foreign or unknown one (S11); signed as
--          sojourn.list_signed
-- Tables: final_list, university, term (read), those of sojourn.list_signed
create or replace function sojourn.list_head(p_university integer,
    p_term integer, p_list bigint, p_kind text, p_lang text)
returns table (id bigint, university text, term text, version integer,
    before integer, stage text, recommend boolean, made_at timestamptz,
    due_at timestamptz, students integer, registrations integer,
    credits integer, added integer, removed integer, changed integer,
    acknowledged_at timestamptz, newest boolean, late boolean, kind text,
    spread jsonb, serial text, signed text)
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
		   and l.due_at <= sojourn.now(), l.kind, l.spread,
	       coalesce(l.serial, ''), sojourn.list_signed(l.serial)
	  from final_list l
	  join university u on u.id = l.university_id
	  join term t on t.id = l.term_id
	 cross join lateral (select not exists (select from final_list x
		where x.university_id = l.university_id
		  and x.term_id = l.term_id and x.kind = l.kind
		  and x.version > l.version)
	      as newest) n
	 where l.university_id = p_university
	   and (l.id = p_list or (p_list is null and l.term_id = p_term
		and (coalesce(p_kind, '') = '' or l.kind = p_kind)))
	 order by l.id desc limit 1;
end
$$;
