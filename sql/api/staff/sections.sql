-- staff_api.sections(...): the sections of a term with their seats.
-- Parameters: p_q  part of a code, a title, an instructor; p_school code;
--             p_state open, closed or ''; p_page from 1, 100 each
-- Returns: lost, choose_till: of a closed section, how many may choose another
--          one in its place and until when (R32); delay: minutes that a seat
--          stays closed at most when it comes free, later: how many do now;
--          waits: people on its waiting list
-- Tables: section, section_seat, seat_hold, course, major, school, enrolment,
--         substitute, waitlist (read)
create or replace function staff_api.sections(p_session bytea, p_right text,
    p_term text, p_school text, p_q text, p_state text, p_page integer,
    p_lang text)
returns table (total bigint, term text, code text, title text, school text,
    instructor text, room text, credits integer, language text,
    open_to_exchange boolean, state text, state_reason text,
    capacity integer, taken integer, asked bigint, changed_at timestamptz,
    lost bigint, choose_till timestamptz,
    delay integer, later bigint, waitlist boolean, waits bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select count(*) over (), t.code, s.code, sojourn.pick(p_lang, c.title_ko,
	       c.title_en, c.title_ja), sojourn.pick(p_lang, h.name_ko,
	       h.name_en, h.name_ja), sojourn.pick(p_lang, s.instructor_ko,
	       s.instructor_en, ''), s.room, s.credits, s.language::text,
	       s.open_to_exchange, s.state, s.state_reason, e.capacity::integer,
	       e.taken::integer,
	       (select count(*) from enrolment n where n.section_id = s.id
		   and n.state = 'withdraw_requested'), s.changed_at, x.n, x.till,
	       e.delay::integer,
	       (select sum(o.seats) from seat_hold o where o.section_id = s.id),
	       s.waitlist, (select count(*) from waitlist w
		where w.section_id = s.id
		  and w.state in ('waiting', 'passed', 'offered'))
	  from section s
	  join term t on t.id = s.term_id
	  join section_seat e on e.section_id = s.id
	  join course c on c.id = s.course_id
	  join major m on m.id = c.major_id
	  join school h on h.id = m.school_id
	 cross join lateral (select count(*) as n, max(o.closes_at) as till
	      from substitute o where o.section_id = s.id) x
	 where s.term_id = sojourn.term_current(p_term)
	   and (coalesce(p_school, '') = '' or h.code = p_school)
	   and (coalesce(p_state, '') = '' or s.state = p_state)
	   and (coalesce(p_q, '') = '' or strpos(lower(concat_ws(' ', s.code,
		c.title_ko, c.title_en, c.title_ja, s.instructor_ko,
		s.instructor_en)), lower(p_q)) > 0)
	 order by s.code
	 limit 100 offset (greatest(coalesce(p_page, 1), 1) - 1) * 100;
end
$$;
