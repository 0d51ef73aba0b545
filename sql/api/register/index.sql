-- register_api.index(session, right): everything about the student that the
-- page of registration says, in one call, which is also its hello(): who asks,
-- where he stands with registering, and the sections that are his own in some
-- way.  What is the same for everybody comes from register_api.shelf.
-- Returns: one row.  The columns of shared_api.hello, of the rights only the one
--          that was asked for; of a living session with the right also those of sojourn.registration_state with epochs for the clocks
--          of the page, and what the server's clock says now; waits, offered:
--          is on a waiting list, has a seat offered there; tick_kind of
--          sojourn.tick_kind; extra: staff has opened something for him alone;
--          own, cart: a line of sojourn.section_line for each section that is
--          registered, in any state, and for each that is put aside and not
--          registered; agreed: a line "code seats taken" for each section with
--          seats agreed for his university (R2).  null = none
-- Tables: waitlist, exception, enrolment, cart, section, section_quota,
--         registration_right, host (read), and as
--         sojourn.registration_state
create or replace function register_api.index(p_session bytea, p_right text)
returns table (outcome text, known boolean, account_id bigint, kind text,
    name text, university text, rights text, host_name_ko text,
    host_name_en text, host_name_ja text, demo_now timestamptz,
    now_epoch bigint, notice text, term text, may text, open_kind text,
    open_till timestamptz, open_epoch bigint, next_kind text,
    next_at timestamptz, next_epoch bigint, last_kind text,
    last_at timestamptz, can_add boolean, can_cancel boolean, have integer,
    min_credits integer, max_credits integer, limit_rule text, final boolean,
    substitute_left integer, clock text, waits boolean, offered boolean,
    tick_kind text, extra boolean, own text, cart text, agreed text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := case when v_actor.outcome = 'done'
	    then sojourn.term_register() end;
	v_now   timestamptz := sojourn.now();
begin
	if v_term is null then
		outcome := v_actor.outcome;
		known := v_actor.account_id is not null;
		account_id := v_actor.account_id;
		kind := v_actor.kind;
		name := v_actor.name;
		demo_now := v_now;
		now_epoch := floor(extract(epoch from v_now));
		select h.name_ko, h.name_en, h.name_ja
		  into host_name_ko, host_name_en, host_name_ja from host h;
		return next;
		return;
	end if;
	return query
	select v_actor.outcome, true, v_actor.account_id, v_actor.kind,
	       v_actor.name, '', ' ' || p_right || ' ', h.name_ko, h.name_en,
	       h.name_ja, v_now, floor(extract(epoch from v_now))::bigint,
	       case when v_term < 0 then practice_until()::text end,
	       s.term, s.may, s.open_kind, s.open_till,
	       extract(epoch from s.open_till)::bigint, s.next_kind, s.next_at,
	       extract(epoch from s.next_at)::bigint, s.last_kind, s.last_at,
	       s.can_add, s.can_cancel, s.have, s.min_credits, s.max_credits,
	       s.limit_rule, s.final, s.substitute_left,
	       to_char(v_now, 'HH24:MI:SS'), w.n > 0, w.offered,
	       tick_kind(s.may, s.can_add, s.next_kind),
	       exists (select from exception e
		where e.person_id = v_actor.person_id and e.term_id = v_term
		  and e.kind = 'late-act' and e.agreed_at is not null
		  and e.ended_at is null and v_now < e.until),
	       (select string_agg(section_line(e.section_id, e.state,
		       e.credits), E'\n') from enrolment e
		 where e.person_id = v_actor.person_id and e.term_id = v_term),
	       (select string_agg(section_line(c.id, '', null), E'\n')
		  from cart k join section c on c.id = k.section_id
			and c.term_id = v_term
		 where k.person_id = v_actor.person_id
		   and not exists (select from enrolment e
			where e.person_id = k.person_id
			  and e.section_id = k.section_id and e.holds_seat)),
	       (select string_agg(concat_ws(' ', c.code, q.seats, q.taken),
		       E'\n')
		  from registration_right r
		  join section_quota q on q.university_id = r.university_id
		  join section c on c.id = q.section_id and c.term_id = v_term
		 where r.person_id = v_actor.person_id and r.term_id = v_term)
	  from registration_state(v_term, v_actor.person_id) s
	 cross join (
		select count(*) as n, coalesce(bool_or(w.state = 'offered'
		    and w.expires_at > v_now), false) as offered
		  from waitlist w
		 where w.person_id = v_actor.person_id
		   and w.state in ('waiting', 'passed', 'offered')) w
	  left join host h on true;
end
$$;
