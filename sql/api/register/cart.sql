-- register_api.cart(session, right, lang): what the student has put aside, in
-- the order in which one press asks for it, with everything that would hinder
-- it: the answer of sojourn.rehearse, what it overlaps with further down, how
-- many others have it in their carts, and what would fit instead.
-- Returns: a row per section that is not registered yet.  would: 'done' or the
--          outcome it would have; the reasons as columns, all at once; later:
--          a section further down that overlaps with it; wanted: carts that
--          hold it, where they are more than the seats that are left; alt…: another
--          section that fits beside what can be taken, '' = none; sent: one
--          press asks for it (rule sections_per_request); n: of the cart,
--          good: how many can be taken, have: credits with those
-- Tables: cart, section, course, section_time, enrolment, term (read), and as
--         sojourn.rehearse, sojourn.instead
create or replace function register_api.cart(p_session bytea, p_right text,
    p_lang text)
returns table (code text, name text, credits integer, times text, first boolean,
    capacity integer, taken integer, would text, closed boolean,
    not_open boolean, ineligible boolean, conflict boolean, over boolean,
    full_now boolean, agreed boolean, other text, other_when text, credits_would integer,
    later text, wanted integer, free integer, alt text, alt_name text,
    alt_times text, alt_free integer, sent boolean, n integer, good integer,
    have integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_register();
	v_codes text[];
	v_good  text[];
	v_bad   text[];
	v_most  integer;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	select array_agg(s.code order by k.added_at, s.code) into v_codes
	  from cart k join section s on s.id = k.section_id and s.term_id = v_term
	 where k.person_id = v_actor.person_id
	   and not exists (select from enrolment e
		where e.person_id = k.person_id and e.section_id = s.id
		  and e.holds_seat);
	if v_codes is null then
		return;
	end if;
	v_most := (select coalesce(rule(t.programme_type,
	    'sections_per_request'), '20')::integer from term t where t.id = v_term);
	select array_agg(r.code) filter (where r.reasons = '{}'),
	       array_agg(r.code) filter (where r.reasons <> '{}'
		   and r.reasons <> '{credits}')
	  into v_good, v_bad
	  from rehearse(v_term, v_actor.person_id, v_codes) r;
	return query
	with r as materialized (
		select * from rehearse(v_term, v_actor.person_id, v_codes)),
	i as materialized (
		select distinct on (i.instead_of) i.* from instead(v_term,
		    v_actor.person_id, p_lang, v_bad, v_good, null) i
		 where v_bad is not null
		   and i.code <> all (coalesce(v_good, '{}')))
	select r.code, pick(p_lang, c.title_ko, c.title_en,
		   coalesce(nullif(c.title_ja, ''), c.title_en)),
	       r.credits, coalesce(times_text(s.id, p_lang), ''), r.n = 1, r.capacity,
	       r.taken, coalesce(r.reasons[1], 'done'),
	       'closed' = any (r.reasons),
	       'not-open-to-exchange' = any (r.reasons),
	       'ineligible' = any (r.reasons), 'conflict' = any (r.reasons),
	       'credits' = any (r.reasons), 'full' = any (r.reasons),
	       'quota' = any (r.reasons),
	       coalesce(r.other, ''), day_word(p_lang, r.day) || ' '
		   || to_char(r.starts, 'HH24:MI') || '–' || to_char(r.ends, 'HH24:MI'),
	       r.would, coalesce(l.code, ''),
	       case when r.free > 0 and w.n > r.free then w.n else 0 end,
	       r.free, coalesce(i.code, ''), coalesce(i.name, ''),
	       coalesce(i.times, ''), i.free, r.n <= v_most, t.n, t.good,
	       t.have + t.takes
	  from r
	  join section s on s.id = r.section_id
	  join course c on c.id = s.course_id
	  left join i on i.instead_of = r.code
	 cross join (
		select count(*)::integer as n,
		       min(x.would - x.credits)::integer as have,
		       (count(*) filter (where x.reasons = '{}'))::integer as good,
		       coalesce(sum(x.credits) filter (
			   where x.reasons = '{}'), 0)::integer as takes
		  from r x) t
	 cross join lateral (select count(*)::integer as n from cart k
		where k.section_id = r.section_id) w
	  left join lateral (
		select x.code from r x
		  join section_time a on a.section_id = x.section_id
		  join section_time b on b.section_id = r.section_id
			and a.day = b.day and a.starts < b.ends
			and b.starts < a.ends
		 where x.n > r.n and r.reasons = '{}'
		 order by x.n limit 1) l on true
	 order by r.n;
end
$$;
