-- staff_api.section_quotas(term, section, lang): the seats of a section that are
-- agreed with universities (R2).
-- Returns: a row per agreement in order of the name
-- Tables: section, section_quota, university (read)
create or replace function staff_api.section_quotas(p_session bytea,
    p_right text, p_term text, p_section text, p_lang text)
returns table (university text, university_name text, seats integer,
    taken integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select u.code, sojourn.pick(p_lang, u.name_ko, u.name_en, u.name_ja),
	       q.seats, q.taken
	  from section s
	  join section_quota q on q.section_id = s.id
	  join university u on u.id = q.university_id
	 where s.term_id = sojourn.term_current(p_term) and s.code = p_section
	 order by 2, u.code;
end
$$;
