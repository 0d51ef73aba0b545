-- sojourn.offers(term, person, lang, school, major, q, codes): sections of a term
-- as one student sees them: may I take it, and if not, why?  The reasons
-- and their order are those of sojourn.decide; the windows are not asked.
-- Parameters: p_person null = as nobody in particular sees them; p_school,
--             p_major codes, p_q looked for in code, titles and instructors,
--             '' = all; p_codes only these sections, null = all
-- Returns: a row per section in order of code.  why is '' or the outcome that
--          decide() would have; other, other_when the section in the way;
--          state the one of an enrolment, '' = none; times as text; agreed,
--          agreed_taken: seats of the student's university (R2), null = none;
--          waits: it has a waiting list
-- Tables: section, course, major, school, section_seat, section_quota, section_time,
--         enrolment, registration_right, cart (read)
create or replace function sojourn.offers(p_term integer, p_person bigint,
    p_lang text, p_school text, p_major text, p_q text, p_codes text[])
returns table (section_id integer, code text, name text, course text,
    major text, credits integer, instructor text, room text, times text,
    capacity integer, taken integer, state text, in_cart boolean, why text,
    other text, other_when text, agreed integer, agreed_taken integer,
    waits boolean)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
	v_q text := '%' || replace(replace(replace(coalesce(p_q, ''),
	    '\', '\\'), '%', '\%'), '_', '\_') || '%';
	v_days text[] := case p_lang
	    when 'ko' then array['월', '화', '수', '목', '금', '토', '일']
	    when 'ja' then array['月', '火', '水', '木', '金', '土', '日']
	    else array['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] end;
	v_have integer;
	v_max  integer;
	v_home integer;
	v_ids  integer[];
begin
	select coalesce(sum(e.credits), 0) into v_have from enrolment e
	 where e.person_id = p_person and e.term_id = p_term and e.holds_seat;
	select r.max_credits, r.university_id into v_max, v_home from registration_right r
	 where r.person_id = p_person and r.term_id = p_term;
	if p_codes is not null then
		v_ids := array(select s.id from section s
		 where s.term_id = p_term and s.code = any (p_codes));
	else
		v_ids := array(
		select s.id
		  from section s
		  join course c on c.id = s.course_id
		  join major m on m.id = c.major_id
		  join school h on h.id = m.school_id
		 where s.term_id = p_term
		   and (coalesce(p_school, '') = '' or h.code = p_school)
		   and (coalesce(p_major, '') = '' or m.code = p_major)
		   and (coalesce(p_q, '') = '' or s.code ilike v_q
			or c.title_ko ilike v_q or c.title_en ilike v_q
			or c.title_ja ilike v_q or s.instructor_ko ilike v_q
			or s.instructor_en ilike v_q)
		 order by s.code limit 1000);
	end if;
	if v_ids = '{}' then
		return;
	end if;
	return query
	with clash as materialized (
		select distinct on (b.section_id) b.section_id, o.code,
		       v_days[a.day] || ' ' || to_char(a.starts, 'HH24:MI') as clock
		  from enrolment e
		  join section o on o.id = e.section_id
		  join section_time a on a.section_id = e.section_id
		  join section_time b on b.slot && a.slot
			and b.section_id <> a.section_id
		 where e.person_id = p_person and e.term_id = p_term
		   and e.holds_seat
		 order by b.section_id, a.day, a.starts)
	select s.id, s.code,
	       case p_lang when 'ko' then c.title_ko
		   when 'ja' then coalesce(nullif(c.title_ja, ''), c.title_en)
		   else c.title_en end,
	       c.code, case p_lang when 'ko' then m.name_ko
		   when 'ja' then m.name_ja else m.name_en end,
	       s.credits, case p_lang when 'ko' then s.instructor_ko
		   else s.instructor_en end, s.room, coalesce(t.times, ''),
	       f.capacity::integer, f.taken::integer, coalesce(e.state, ''), k.section_id is not null,
	       coalesce((take_reasons(s.state, s.open_to_exchange, e.state,
		   x.code is not null, v_have + s.credits, v_max,
		   f.capacity - f.taken - f.held, q.seats - q.taken))[1], ''),
	       coalesce(x.code, ''), coalesce(x.clock, ''), q.seats, q.taken,
	       s.waitlist
	  from section s
	  join course c on c.id = s.course_id
	  join major m on m.id = c.major_id
	  join section_seat f on f.section_id = s.id
	  left join section_quota q on q.section_id =
		case when f.quotas then s.id end and q.university_id = v_home
	 cross join lateral (
		select string_agg(v_days[t.day] || ' ' || to_char(t.starts,
			   'HH24:MI') || '–' || to_char(t.ends, 'HH24:MI'), ', '
			   order by t.day, t.starts) as times
		  from section_time t where t.section_id = s.id) t
	  left join enrolment e on e.person_id = p_person
		and e.section_id = s.id
	  left join clash x on x.section_id = s.id
	  left join cart k on k.person_id = p_person and k.section_id = s.id
	 where s.id = any (v_ids) and s.term_id = p_term
	 order by s.code;
end
$$;
