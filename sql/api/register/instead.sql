-- register_api.instead(session, right, lang, codes, leave, request): what else
-- would fit where sections could not be had (look: "what else would fit").
-- Parameters: p_codes  the sections asked for and refused; null: those of the
--             form p_request of this account whose refusal another section
--             can help; p_leave  what was to be left for them, '' = nothing
-- Returns: rows of sojourn.instead, and which: 'take', or 'swap' where the one
--          in the way could be left for it (drop names it); only while one can
--          add
-- Tables: request, cart, section (read), and as sojourn.instead,
--         sojourn.registration_state
create or replace function register_api.instead(p_session bytea,
    p_right text, p_lang text, p_codes text[], p_leave text, p_request text)
returns table (instead_of text, code text, name text, credits integer,
    times text, same boolean, free integer, capacity integer, drop_code text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer;
	v_codes text[] := p_codes;
	v_state record;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if v_codes is null then
		select array_agg(r ->> 's') into v_codes
		  from request q cross join jsonb_array_elements(q.results) r
		 where q.account_id = v_actor.account_id and q.id = p_request
		   and r ->> 'o' in ('full', 'quota', 'closed', 'conflict', 'credits',
			'not-open-to-exchange', 'ineligible');
	end if;
	-- Most often everything was done, and nothing is to be looked for.
	if v_codes is null then
		return;
	end if;
	v_term := sojourn.term_register();
	select * into v_state
	  from sojourn.registration_state(v_term, v_actor.person_id);
	if not v_state.can_add or v_state.may <> 'done' then
		return;
	end if;
	-- What one has of it by now needs nothing else.
	select array_agg(c order by n) into v_codes
	  from unnest(v_codes[1:20]) with ordinality u (c, n)
	 where not exists (select from enrolment e
		join section s on s.id = e.section_id
		where e.person_id = v_actor.person_id and s.term_id = v_term
		  and s.code = u.c and e.holds_seat);
	return query
	select i.*, coalesce(p_leave, '')
	  from sojourn.instead(v_term, v_actor.person_id, p_lang, v_codes,
	    '{}', nullif(p_leave, '')) i;
	if not v_state.can_cancel or coalesce(p_leave, '') <> ''
	    or v_state.have = 0 then
		return;
	end if;
	-- One that only overlaps with a course of the student could take its place.
	return query
	select s.code, s.code, pick(p_lang, c.title_ko, c.title_en,
		   coalesce(nullif(c.title_ja, ''), c.title_en)),
	       s.credits, coalesce(times_text(s.id, p_lang), ''), true,
	       r.free, r.capacity, r.other
	  from unnest(v_codes) with ordinality u (c, n)
	 cross join lateral sojourn.rehearse(v_term, v_actor.person_id,
	    array[u.c]) r
	  join section s on s.id = r.section_id
	  join course c on c.id = s.course_id
	  join section o on o.term_id = v_term and o.code = r.other
	  join enrolment e on e.person_id = v_actor.person_id
		and e.section_id = o.id and e.state = 'enrolled'
	 where r.reasons = array['conflict']
	    or (r.reasons = array['conflict', 'credits']
		and r.would - e.credits <= r.max_credits)
	 order by u.n;
end
$$;
