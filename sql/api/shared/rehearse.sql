-- sojourn.rehearse(term, person, codes): what sojourn.decide would answer if
-- these sections were asked for in one request, in this order, at this moment
-- and inside the window; nothing is written or locked.  Each one that could be
-- taken counts for those after it, as it would (R30, R18).
-- Returns: a row per code in the order given; unknown ones are left out.
--          reasons as sojourn.take_reasons; other, day, starts, ends: what it
--          overlaps with; would: the credits it would make, max: their limit;
--          free: seats left for anybody
-- Tables: section, section_seat, section_quota, section_time, enrolment,
--         and as sojourn.credits_upto (read)
create or replace function sojourn.rehearse(p_term integer, p_person bigint,
    p_codes text[])
returns table (n integer, section_id integer, code text, credits integer,
    reasons text[], other text, day integer, starts time, ends time,
    would integer, max_credits integer, capacity integer, taken integer, free integer)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
	v_have integer;
	v_max  integer := credits_upto(p_term, p_person);
	v_mine integer[];
	v_home integer := (select r.university_id from registration_right r
	    where r.person_id = p_person and r.term_id = p_term);
	v_s    record;
	v_c    record;
	v_had  integer;          -- taken before in this very list
begin
	select coalesce(sum(e.credits), 0), array_agg(e.section_id)
	  into v_have, v_mine
	  from enrolment e
	 where e.person_id = p_person and e.term_id = p_term and e.holds_seat;
	for v_s in
		select c.n::integer as n, s.id, s.code, s.credits, s.state,
		       s.open_to_exchange, e.state as had, f.capacity, f.taken,
		       f.capacity - f.taken - f.held as free,
		       q.seats - q.taken as agreed
		  from unnest(p_codes) with ordinality c (code, n)
		  join section s on s.term_id = p_term and s.code = c.code
		  join section_seat f on f.section_id = s.id
		  left join section_quota q on q.section_id =
			case when f.quotas then s.id end
			and q.university_id = v_home
		  left join enrolment e on e.person_id = p_person
			and e.section_id = s.id
		 order by c.n
	loop
		select x.code, b.day, b.starts, b.ends into v_c
		  from section_time a
		  join section_time b on b.section_id = any (v_mine)
			and b.day = a.day and a.starts < b.ends and b.starts < a.ends
		  join section x on x.id = b.section_id
		 where a.section_id = v_s.id and b.section_id <> v_s.id
		 order by b.day, b.starts limit 1;
		v_had := (v_s.had is null
		    and v_s.id = any (coalesce(v_mine, '{}')))::integer;
		n := v_s.n;
		section_id := v_s.id;
		code := v_s.code;
		credits := v_s.credits;
		reasons := take_reasons(v_s.state, v_s.open_to_exchange,
		    case v_had when 1 then 'enrolled' else v_s.had end,
		    v_c.code is not null, v_have + v_s.credits, v_max,
		    v_s.free - v_had, v_s.agreed - v_had);
		other := v_c.code;
		day := v_c.day;
		starts := v_c.starts;
		ends := v_c.ends;
		would := v_have + v_s.credits;
		max_credits := v_max;
		capacity := v_s.capacity;
		taken := v_s.taken;
		free := v_s.free;
		if reasons = '{}' then
			v_have := would;
			v_mine := v_mine || v_s.id;
		end if;
		return next;
	end loop;
end
$$;
