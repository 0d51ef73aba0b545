-- sojourn.instead(term, person, lang, codes, keep, leave): for each of these
-- sections up to three others that the student could take now: of the same
-- course first, then of the same major and kind (R17) with no more credits.
-- They have seats, fit the credits and overlap neither with what the student
-- has nor with what is to be kept.
-- Parameters: p_codes  what cannot be had; p_keep  codes that will be taken
--             too; p_leave  a section that would be left for it, null = none
-- Returns: a row per suggestion; instead_of one of the codes, in their order;
--          same: another section of its course; free: seats left
-- Tables: section, course, section_seat, section_quota, section_time, enrolment,
--         and as sojourn.credits_upto (read)
create or replace function sojourn.instead(p_term integer, p_person bigint,
    p_lang text, p_codes text[], p_keep text[], p_leave text)
returns table (instead_of text, code text, name text, credits integer,
    times text, same boolean, free integer, capacity integer)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
	v_have integer;
	v_max  integer := credits_upto(p_term, p_person);
	v_stay integer[];
	v_home integer := (select r.university_id from registration_right r
	    where r.person_id = p_person and r.term_id = p_term);
begin
	select array_agg(s.id), coalesce(sum(s.credits), 0)
	  into v_stay, v_have
	  from section s
	 where s.term_id = p_term and s.code is distinct from p_leave
	   and (s.code = any (p_keep) or exists (select from enrolment e
		where e.person_id = p_person and e.section_id = s.id
		  and e.holds_seat));
	return query
	with asked as materialized (
		select c.n, s.id, s.code, s.course_id, s.kind, s.credits, a.major_id
		  from unnest(p_codes) with ordinality c (code, n)
		  join section s on s.term_id = p_term and s.code = c.code
		  join course a on a.id = s.course_id),
	clash as materialized (
		select distinct x.section_id
		  from section_time y
		  join section_time x on x.day = y.day and x.starts < y.ends
			and y.starts < x.ends
		 where y.section_id = any (v_stay)),
	fits as (
		select a.n, a.code as instead_of, b.id, b.code, b.credits,
		       o.title_ko, o.title_en, o.title_ja,
		       b.course_id = a.course_id as same, f.capacity,
		       f.capacity - f.taken - f.held as free,
		       row_number() over (partition by a.n
			   order by b.course_id <> a.course_id,
			       f.taken + f.held - f.capacity, b.code) as place
		  from asked a
		  join course o on o.major_id = a.major_id
		  join section b on b.course_id = o.id and b.term_id = p_term
			and (b.course_id = a.course_id
			    or (b.kind = a.kind and b.credits <= a.credits))
		  join section_seat f on f.section_id = b.id
		  left join section_quota q on q.section_id =
			case when f.quotas then b.id end
			and q.university_id = v_home
		  left join enrolment e on e.person_id = p_person
			and e.section_id = b.id
		  left join clash k on k.section_id = b.id
		 where b.code <> all (p_codes) and b.id <> all (coalesce(v_stay, '{}'))
		   and take_reasons(b.state, b.open_to_exchange, e.state,
			k.section_id is not null,
			v_have + b.credits, v_max,
			f.capacity - f.taken - f.held, q.seats - q.taken) = '{}')
	select t.instead_of, t.code,
	       case p_lang when 'ko' then t.title_ko
		   when 'ja' then coalesce(nullif(t.title_ja, ''), t.title_en)
		   else t.title_en end,
	       t.credits, coalesce((select string_agg(day_word(p_lang, x.day)
		   || ' ' || to_char(x.starts, 'HH24:MI') || '–'
		   || to_char(x.ends, 'HH24:MI'), ', ' order by x.day, x.starts)
		   from section_time x where x.section_id = t.id), ''), t.same,
	       t.free,
	       t.capacity::integer
	  from fits t
	 where t.place <= 3
	 order by t.n, t.place;
end
$$;
