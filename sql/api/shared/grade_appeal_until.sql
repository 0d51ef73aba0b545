-- sojourn.grade_appeal_until(person, section): until when a correction may be
-- asked for (R15): in the window GRADE_APPEAL, and of a grade that came after
-- the announcement for as many working days as its decision takes (C32), so
-- that nobody has less time for being graded late.
-- Returns: state  open, before, closed, none (no window); opens_at, closes_at
-- Tables: section, grade_value, term, host (read)
create or replace function sojourn.grade_appeal_until(p_person bigint,
    p_section integer, out state text, out opens_at timestamptz,
    out closes_at timestamptz)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_zone text := coalesce((select zone from host), 'Asia/Seoul');
	v_late timestamptz;
	v_term integer := (select s.term_id from section s where s.id = p_section);
begin
	select w.state, w.opens_at, w.closes_at
	  into state, opens_at, closes_at
	  from window_state(v_term, 'GRADE_APPEAL') w;
	select (working_day((max(g.at) at time zone v_zone)::date,
	    grade_appeal_days(v_term)) + 1)::timestamp at time zone v_zone
	  into v_late from grade_value g
	 where g.person_id = p_person and g.section_id = p_section and g.late
	having max(g.at) is not null;
	if v_late > coalesce(closes_at, '-infinity')
	    and v_late > sojourn.now() then
		state := 'open';
		closes_at := v_late;
	end if;
end
$$;
