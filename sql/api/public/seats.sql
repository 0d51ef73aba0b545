-- public_api.seats(term): the seats of every section of a term as the script of
-- the page of registration asks for them; kept by nginx for a second, so that
-- thousands who watch cost one call a second.
-- Returns: one row: body, {"now":1755475200.123,"seats":{"BIO5012-01":[left,
--          capacity],…}}; now is the clock of sojourn.now() in seconds, never
--          ahead of it; no row for an unknown term
-- Tables: section, section_seat (read)
create or replace function public_api.seats(p_term text)
returns table (body text)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_term integer := sojourn.term_current(p_term);
begin
	if v_term is null then
		return;
	end if;
	return query
	select format('{"now":%s,"seats":{%s}}',
	       floor(extract(epoch from sojourn.now()) * 1000) / 1000.0,
	       coalesce(string_agg(format('"%s":[%s,%s]', s.code,
		   f.capacity - f.taken - f.held, f.capacity), ',' order by s.code), ''))
	  from section s
	  join section_seat f on f.section_id = s.id
	 where s.term_id = v_term and s.state = 'open';
end
$$;
