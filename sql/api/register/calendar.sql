-- register_api.calendar(hash): the timetable behind a secret address (R13, S8):
-- who holds the address reads it, without a session.  Neither name nor number
-- of the student is told.
-- Parameters: p_hash  SHA-256 of the token
-- Returns: nothing for an unknown or ended address or a disabled account; else
--          a row per weekly meeting in the language of the account, or one with
--          code '' when there is none: times as RFC 5545 writes them, local;
--          until in UTC; skips: the meetings that fall on a holiday; slot: its
--          number within the section, for an identity that stays
-- Tables: calendar_link (read_at written at most once a day), account, term,
--         enrolment, section, course, section_time, holiday, host (read)
create or replace function register_api.calendar(p_hash bytea)
returns table (lang text, host text, term text, code text, name text,
    instructor text, room text, credits integer, slot integer, day integer,
    starts text, ends text, until text, skips text, changed text,
    version integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
	v_term integer := sojourn.term_current('');
	v      record;
begin
	select l.person_id, l.read_at, a.lang::text as lang into v
	  from calendar_link l
	  join account a on a.person_id = l.person_id and a.disabled_at is null
	 where l.token_hash = p_hash;
	if not found then
		return;
	end if;
	if v.read_at is null or v.read_at::date < clock_timestamp()::date then
		update calendar_link l set read_at = clock_timestamp()
		 where l.token_hash = p_hash;
	end if;
	return query
	with m as (
		select s.code, c.title_ko, c.title_en, c.title_ja, s.changed_at,
		       s.instructor_ko, s.instructor_en, s.room, e.credits,
		       t.day, t.starts, t.ends, row_number() over (
			   partition by s.id order by t.day, t.starts) as slot
		  from enrolment e
		  join section s on s.id = e.section_id
		  join course c on c.id = s.course_id
		  join section_time t on t.section_id = s.id
		 where e.person_id = v.person_id and e.term_id = v_term
		   and e.holds_seat)
	select v.lang, pick(v.lang, h.name_ko, h.name_en, h.name_ja), q.code,
	       coalesce(m.code, ''), pick(v.lang, m.title_ko, m.title_en,
		   coalesce(nullif(m.title_ja, ''), m.title_en)),
	       case v.lang when 'ko' then m.instructor_ko
		   else m.instructor_en end,
	       m.room, m.credits, m.slot::integer, m.day,
	       to_char(f.first + m.starts, 'YYYYMMDD"T"HH24MISS'),
	       to_char(f.first + m.ends, 'YYYYMMDD"T"HH24MISS'),
	       to_char((upper(q.classes)::timestamp at time zone h.zone
		   - interval '1 second') at time zone 'UTC',
		   'YYYYMMDD"T"HH24MISS"Z"'),
	       (select string_agg(to_char(d.day + m.starts,
			'YYYYMMDD"T"HH24MISS'), ',' order by d.day)
		  from holiday d where q.classes @> d.day
		   and extract(isodow from d.day) = m.day),
	       to_char(m.changed_at at time zone 'UTC',
		   'YYYYMMDD"T"HH24MISS"Z"'),
	       (extract(epoch from m.changed_at) / 60)::integer
	  from term q
	 cross join host h
	  left join m on true
	  left join lateral (select lower(q.classes) + (m.day + 7
	    - extract(isodow from lower(q.classes))::integer) % 7 as first) f
		on true
	 where q.id = v_term
	 order by m.day, m.starts, m.code;
end
$$;
