-- register_api.chosen(session, right, lang, codes): the sections somebody asked
-- for, for the page after a refusal, and what of the same courses would fit
-- instead.
-- Returns: rows of sojourn.offers; instead_of is '' for a section asked for (in
--          the order asked, unknown ones left out), else the one it could
--          replace
-- Tables: section, course (read), and as sojourn.offers
create or replace function register_api.chosen(p_session bytea, p_right text,
    p_lang text, p_codes text[])
returns table (instead_of text, code text, name text, major text,
    credits integer, instructor text, room text, times text,
    capacity integer, taken integer, in_cart boolean, why text, other text,
    other_when text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_current('');
	v_codes text[];
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	-- Every section of the courses asked for.
	select array_agg(distinct s.code) into v_codes
	  from section a join section s on s.course_id = a.course_id
		and s.term_id = v_term
	 where a.term_id = v_term and a.code = any (p_codes);
	return query
	with o as materialized (
		select o.*, array_position(p_codes, o.code) as place
		  from sojourn.offers(v_term, v_actor.person_id, p_lang, '',
		    '', '', coalesce(v_codes, '{}')) o)
	select coalesce(a.code, ''), o.code, o.name, o.major, o.credits,
	       o.instructor, o.room, o.times, o.capacity, o.taken, o.in_cart,
	       o.why, o.other, o.other_when
	  from o
	  left join lateral (select a.code, a.place from o a
	    where o.place is null and a.place is not null
	      and a.course = o.course and a.why <> ''
	    order by a.place limit 1) a on true
	 where o.place is not null or (a.code is not null and o.why = '')
	 order by o.place nulls last, a.place, o.code;
end
$$;
