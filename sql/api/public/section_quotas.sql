-- public_api.section_quotas(lang, term, code): the seats of a section that are
-- agreed with universities (R2), as they are now.
-- Tables: section, section_quota, university (read)
create or replace function public_api.section_quotas(p_lang text,
    p_term text, p_code text)
returns table (university text, seats integer, taken integer)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return query
	select case p_lang when 'ko' then u.name_ko when 'ja' then u.name_ja
		   else u.name_en end, q.seats, q.taken
	  from section s
	  join section_quota q on q.section_id = s.id
	  join university u on u.id = q.university_id
	 where s.term_id = sojourn.term_current(p_term) and s.code = p_code
	 order by 1;
end
$$;
