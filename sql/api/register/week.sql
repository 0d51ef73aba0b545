-- register_api.week(session, right, lang): the student's timetable as entries
-- of a week grid; sections of the cart are shown as a possibility.
-- Returns: rows of one kind after the other: 'frame' (cls: days and first hour
--          of the grid), 'day' and 'hour' (its edges), 'entry' in order of day
--          and time: cls its place, maybe: only in the cart, clash: overlaps
-- Tables: enrolment, cart, section, section_time (read)
create or replace function register_api.week(p_session bytea, p_right text,
    p_lang text)
returns table (kind text, cls text, code text, label text, room text,
    maybe boolean, clash boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_register();
	v_days text[] := case p_lang
	    when 'ko' then array['월', '화', '수', '목', '금', '토', '일']
	    when 'ja' then array['月', '火', '水', '木', '金', '土', '日']
	    else array['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] end;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	with e as materialized (
		select s.code, s.room, t.day, t.starts, t.ends, t.section_id,
		       m.maybe
		  from (select x.section_id, false as maybe from enrolment x
			 where x.person_id = v_actor.person_id
			   and x.term_id = v_term and x.holds_seat
			union all
			select k.section_id, true from cart k
			 where k.person_id = v_actor.person_id
			   and not exists (select from enrolment x
				where x.person_id = k.person_id
				  and x.section_id = k.section_id)) m
		  join section s on s.id = m.section_id and s.term_id = v_term
		  join section_time t on t.section_id = s.id),
	b as (
		select greatest(5, max(e.day)) as days,
		       greatest(6, least(9, min(extract(hour from e.starts)::integer))) as first,
		       greatest(16, max(extract(hour from e.ends - interval '1 minute')::integer)) as last
		  from e)
	select x.kind, x.cls, x.code, x.label, x.room, x.maybe, x.clash
	  from (
		select 1 as part, 0 as a, time '00:00' as t, 'frame' as kind,
		       format('days%s from%s', coalesce(b.days, 5),
			   to_char(coalesce(b.first, 9), 'FM00')) as cls,
		       '' as code, '' as label, '' as room, false as maybe, false as clash
		  from b
		union all
		select 2, d, '00:00', 'day', 'd' || d, '', v_days[d], '', false, false
		  from b, generate_series(1, coalesce(b.days, 5)) d
		union all
		select 3, h, '00:00', 'hour', 'h' || to_char(h, 'FM00'), '',
		       to_char(h, 'FM00'), '', false, false
		  from b, generate_series(coalesce(b.first, 9), coalesce(b.last, 16)) h
		union all
		select 4, e.day, e.starts, 'entry', format('d%s h%s q%s e%s f%s', e.day,
			   to_char(e.starts, 'HH24'), to_char(e.starts, 'MI'),
			   to_char(e.ends, 'HH24'), to_char(e.ends, 'MI')),
		       e.code, v_days[e.day] || ' ' || to_char(e.starts, 'HH24:MI')
			   || '–' || to_char(e.ends, 'HH24:MI'), e.room, e.maybe,
		       exists (select from e o where o.section_id <> e.section_id
			   and o.day = e.day and o.starts < e.ends
			   and e.starts < o.ends)
		  from e) x
	 order by x.part, x.a, x.t, x.code;
end
$$;
