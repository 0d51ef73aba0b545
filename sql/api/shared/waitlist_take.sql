-- sojourn.waitlist_take(actor, request, code): a student takes the seat that was
-- offered: it is given back for a moment, under the locks that sojourn.decide
-- takes, and decide() decides as always: credits, times, window, request id.
-- Locks: the student, then the section's seats.
-- Returns: the row of sojourn.decide; 'expired' when the offer has run out,
--          'gone' when there is none
-- Tables: waitlist, section_seat (update), registration_right (locked), request,
--         section (read), and as sojourn.decide
create or replace function sojourn.waitlist_take(p_actor sojourn.actor,
    p_request text, p_code text)
returns table (section text, act text, outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
	v_term integer := term_register();
	v_w    record;
	v_d    record;
begin
	perform from registration_right r where r.term_id = v_term
	    and r.person_id = p_actor.person_id for no key update;
	perform from section_seat f join section s on s.id = f.section_id
	  where s.term_id = v_term and s.code = p_code for no key update of f;
	select w.id, w.section_id, w.expires_at > sojourn.now() as good into v_w
	  from waitlist w join section s on s.id = w.section_id
	 where s.term_id = v_term and s.code = p_code
	   and w.person_id = p_actor.person_id and w.state = 'offered';
	if not coalesce(v_w.good, false) and not exists (select from request q
	    where q.account_id = p_actor.account_id and q.id = p_request)
	    and not exists (select from enrolment e
	    where e.person_id = p_actor.person_id
	      and e.request_id = p_request) then
		return query select p_code, 'waitlist-take', case when v_w.id is null
		    and (select w.state from waitlist w
			join section s on s.id = w.section_id
			 and s.term_id = v_term and s.code = p_code
		       where w.person_id = p_actor.person_id
		       order by w.id desc limit 1) is distinct from 'expired'
		    then 'gone' else 'expired' end, null::text, '{}'::jsonb;
		return;
	end if;
	update section_seat f set held = f.held - 1
	 where f.section_id = v_w.section_id and v_w.good;
	select * into v_d from decide(array[p_actor.account_id],
	    array[p_actor.person_id], array['enrol'], array[p_request],
	    array[null::timestamptz], array[1], array[p_code],
	    array[null::text], v_term) d;
	if v_d.outcome = 'done' then
		update waitlist w set state = 'taken', ended_at = sojourn.now()
		 where w.id = v_w.id;
	else
		update section_seat f set held = f.held + 1
		 where f.section_id = v_w.section_id and v_w.good;
	end if;
	return query select v_d.section, v_d.act, v_d.outcome, v_d.rule, v_d.detail;
end
$$;
