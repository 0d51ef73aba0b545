-- sojourn.exception_covers(term, person, section): until when a student may ask
-- to withdraw from a section after the window, because two of staff agreed (R12).
-- Parameters: p_section null: from any section
-- Returns: null when he may not
-- Tables: exception, exception_section (read)
create or replace function sojourn.exception_covers(p_term integer,
    p_person bigint, p_section integer default null) returns timestamptz
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return (select max(e.until) from exception e
	 where e.person_id = p_person and e.term_id = p_term
	   and e.kind = 'late-withdrawal' and e.agreed_at is not null
	   and e.ended_at is null and sojourn.now() < e.until
	   and (p_section is null or not exists (select from exception_section n
		where n.exception_id = e.id) or exists (
		    select from exception_section n where n.exception_id = e.id
		       and n.section_id = p_section and n.act = 'leave')));
end
$$;
