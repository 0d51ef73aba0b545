-- sojourn.practice_end(account): ends the practice that is on, and discards all of
-- it: what was registered, the carts, the copies, the counts of refusals and what
-- the live board drew.  The audit keeps its lines, of sections below zero.
-- The rights go first: an act that is being decided holds them, and is waited
-- for; a later one finds no right.
-- Parameters: p_account who ends it, null = it ends by itself
-- Returns: what was discarded; null when no practice is on
-- Tables: practice (update), registration_right, enrolment, refusal, cart,
--   waitlist, substitute, section_quota, section_time, section_seat, seat_hold, section,
--   time_window, term, pulse (delete)
create or replace function sojourn.practice_end(p_account bigint)
returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v      record;
	v_out  jsonb;
begin
	select p.* into v from practice p where p.ended_at is null for update;
	if not found then
		return null;
	end if;
	perform 1 from registration_right r where r.term_id = -v.term_id
	  order by r.person_id for update;
	delete from registration_right r where r.term_id = -v.term_id;
	v_out := (select jsonb_build_object('registered', count(*),
	    'students', count(distinct e.person_id))
	  from enrolment e where e.term_id = -v.term_id);
	delete from enrolment e where e.term_id = -v.term_id;
	delete from refusal f where f.section_id < 0
	    or (f.section_id = 0 and f.first_at >= v.started_at);
	delete from cart c where c.section_id < 0;
	delete from waitlist w where w.section_id < 0;
	delete from substitute x where x.section_id < 0;
	delete from section_quota q where q.section_id < 0;
	delete from section_time x where x.section_id < 0;
	delete from seat_hold h where h.section_id < 0;
	delete from section_seat e where e.section_id < 0;
	delete from section s where s.id < 0;
	delete from time_window w where w.term_id < 0;
	delete from term t where t.id < 0;
	delete from pulse p where p.at >= v.started_at;
	update practice p set ended_at = sojourn.now(), ended_by = p_account,
	       result = v_out
	 where p.id = v.id;
	return v_out;
end
$$;
