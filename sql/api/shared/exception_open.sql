-- sojourn.exception_open(term, person, at, take, give): has staff opened this act
-- for this student alone, outside the windows?  Two people have agreed, the end
-- has not come, and each section it names has not been used yet: a section
-- taken or left since is a line of the audit.
-- Parameters: p_take, p_give codes of the sections to take and to leave; both
--             null: is everything open?; p_taken, p_left sections taken and left
--             that the audit does not tell of yet
-- Returns: until when; null when nothing is open
-- Tables: exception, exception_section, section, audit (read)
create or replace function sojourn.exception_open(p_term integer,
    p_person bigint, p_at timestamptz, p_take text default null,
    p_give text default null, p_taken integer[] default '{}',
    p_left integer[] default '{}') returns timestamptz
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return (select max(e.until) from exception e
	 where e.person_id = p_person and e.term_id = p_term
	   and e.kind = 'late-act' and e.agreed_at is not null
	   and e.ended_at is null and p_at < e.until
	   and (not exists (select from exception_section n
		where n.exception_id = e.id)
	     or (coalesce(p_take, p_give) is not null
		and (p_take is null or exists (
		    select from exception_left(e.id, p_person) l
		     where l.act = 'take' and l.code = p_take
		       and l.section_id <> all (p_taken)))
		and (p_give is null or exists (
		    select from exception_left(e.id, p_person) l
		     where l.act = 'leave' and l.code = p_give
		       and l.section_id <> all (p_left))))));
end
$$;
