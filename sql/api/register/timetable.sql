-- register_api.timetable(session, right, lang): the student's timetable for the
-- picture and its table; sections of the cart are shown as a possibility.
-- Returns: a row per meeting in order of day and time, those without a fixed
--          time last (day null): starts and ends, also as minutes of the day;
--          maybe: only in the cart; clash: overlaps with another row
-- Tables: enrolment, cart, section, course, section_time (read)
create or replace function register_api.timetable(p_session bytea,
    p_right text, p_lang text)
returns table (term text, day integer, day_name text, starts text, ends text,
    from_minute integer, till_minute integer, code text, name text,
    room text, instructor text, maybe boolean, clash boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_register();
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	with m as (
		select x.section_id, false as maybe from enrolment x
		 where x.person_id = v_actor.person_id and x.term_id = v_term
		   and x.holds_seat
		union all
		select k.section_id, true from cart k
		 where k.person_id = v_actor.person_id
		   and not exists (select from enrolment x
			where x.person_id = k.person_id
			  and x.section_id = k.section_id)),
	e as materialized (
		select m.maybe, s.id, s.code, s.room, t.day, t.starts, t.ends,
		       pick(p_lang, c.title_ko, c.title_en,
			   coalesce(nullif(c.title_ja, ''), c.title_en)) as name,
		       case p_lang when 'ko' then s.instructor_ko
			   else s.instructor_en end as instructor
		  from m
		  join section s on s.id = m.section_id and s.term_id = v_term
		  join course c on c.id = s.course_id
		  left join section_time t on t.section_id = s.id)
	select (select ltrim(t.code, 'P') from term t where t.id = v_term), e.day,
	       coalesce(day_word(p_lang, e.day), ''),
	       coalesce(to_char(e.starts, 'HH24:MI'), ''),
	       coalesce(to_char(e.ends, 'HH24:MI'), ''),
	       (extract(epoch from e.starts) / 60)::integer,
	       (extract(epoch from e.ends) / 60)::integer,
	       e.code, e.name, e.room, e.instructor, e.maybe,
	       exists (select from e o where o.id <> e.id and o.day = e.day
		   and o.starts < e.ends and e.starts < o.ends)
	  from e
	 order by e.day nulls last, e.starts, e.code;
end
$$;
