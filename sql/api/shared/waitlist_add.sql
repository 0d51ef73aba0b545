-- sojourn.waitlist_add(actor, code): puts a student on the waiting list of a
-- section.  Credits and times do not hinder: they are looked at when a seat is
-- offered.  Nothing of the seats is locked.
-- Outcomes: done with place; duplicate (is on it, or enrolled); gone; closed
--   (R32); not-open-to-exchange (R17); ineligible (no list here, or withdrawn
--   before); not-approved, not-recommended; window; changed (a seat is free);
--   invalid (detail.limit: on too many lists)
-- Tables: waitlist (insert), section, section_seat, enrolment, term (read), and
--         as sojourn.registration_state
create or replace function sojourn.waitlist_add(p_actor sojourn.actor,
    p_code text) returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_term  integer := term_register();
	v_state record;
	v_s     record;
	v_most  integer;
	v_id    bigint;
begin
	select * into v_state from registration_state(v_term, p_actor.person_id);
	select s.id, s.state, s.open_to_exchange, s.waitlist, e.state as had,
	       f.capacity > f.taken + f.held as free, t.programme_type
	  into v_s
	  from section s
	  join term t on t.id = s.term_id
	  join section_seat f on f.section_id = s.id
	  left join enrolment e on e.section_id = s.id
		and e.person_id = p_actor.person_id
	 where s.term_id = v_term and s.code = p_code;
	if v_s.id is null then
		return verdict('gone');
	elsif v_state.may <> 'done' then
		return decide_right(v_term, p_actor.person_id);
	elsif not v_state.can_add then
		return decide_window(v_term, 'enrol', sojourn.now(),
		    p_actor.person_id);
	elsif v_s.state = 'closed' then
		return verdict('closed', 'R32');
	elsif not v_s.open_to_exchange then
		return verdict('not-open-to-exchange', 'R17');
	elsif v_s.had in ('withdrawn', 'closed_by_host') or not v_s.waitlist then
		return verdict('ineligible');
	elsif v_s.had is not null then
		return verdict('duplicate');
	elsif v_s.free then
		return verdict('changed');
	end if;
	v_most := coalesce(rule(v_s.programme_type, 'waitlist_most'), '5');
	if (select count(*) from waitlist w
	    where w.person_id = p_actor.person_id
	      and w.state in ('waiting', 'passed', 'offered')) >= v_most then
		return verdict('invalid', null, jsonb_build_object('limit', v_most));
	end if;
	insert into waitlist (person_id, section_id, joined_at)
	values (p_actor.person_id, v_s.id, sojourn.now())
	on conflict do nothing returning id into v_id;
	if v_id is null then
		return verdict('duplicate');
	end if;
	return verdict('done', null, jsonb_build_object('place',
	    (select count(*) from waitlist w where w.section_id = v_s.id
		and w.state in ('waiting', 'passed', 'offered')
		and w.id <= v_id)));
end
$$;
