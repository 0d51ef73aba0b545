-- register_api.mine(session, right, lang): the student's own courses of the
-- term, also those that ended (withdrawn, closed by the host).
-- Returns: a row per enrolment in order of code; leave: it can be cancelled or
--          swapped now; why, lost, until: the reason of a closing, and how many
--          credits can be made good until when (R32)
-- Tables: enrolment, section, substitute, time_window (read), and as
--         sojourn.offers, sojourn.registration_state
create or replace function register_api.mine(p_session bytea, p_right text,
    p_lang text)
returns table (code text, name text, credits integer, instructor text,
    room text, times text, state text, leave boolean, why text,
    lost integer, until timestamptz, late boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_register();
	v_codes text[];
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	select array_agg(s.code) into v_codes
	  from enrolment e join section s on s.id = e.section_id
	 where e.person_id = v_actor.person_id and e.term_id = v_term;
	if v_codes is null then
		return;
	end if;
	return query
	select o.code, o.name, e.credits, o.instructor, o.room, o.times,
	       o.state, s.can_cancel and o.state = 'enrolled',
	       case when o.state = 'closed_by_host' then c.state_reason
		   else '' end, x.credits, x.ends, x.ends <= sojourn.now()
	  from sojourn.offers(v_term, v_actor.person_id, p_lang, '', '', '',
	    v_codes) o
	  join enrolment e on e.section_id = o.section_id
		and e.person_id = v_actor.person_id
	  join section c on c.id = o.section_id
	  left join lateral (select u.credits, greatest(u.closes_at, max(
		w.closes_at) filter (where w.opens_at <= u.closes_at)) as ends
	      from substitute u
	      left join time_window w on w.term_id = u.term_id
		   and w.kind in ('REGISTER', 'CHANGE')
		   and w.university_id is null and w.replaced_at is null
	     where u.person_id = v_actor.person_id
	       and u.section_id = o.section_id
	       and o.state = 'closed_by_host'
	     group by u.credits, u.closes_at) x on true
	 cross join sojourn.registration_state(v_term, v_actor.person_id) s
	 order by o.code;
end
$$;
