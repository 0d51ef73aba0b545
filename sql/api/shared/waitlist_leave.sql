-- sojourn.waitlist_leave(actor, code): a student leaves a waiting list; a seat
-- that was offered goes to the next.
-- Outcomes: done; gone (is on no list of this section)
-- Tables: waitlist, section_seat (update), section (read), and as
--         sojourn.waitlist_section
create or replace function sojourn.waitlist_leave(p_actor sojourn.actor,
    p_code text) returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
begin
	select w.id, w.section_id into v from waitlist w
	  join section s on s.id = w.section_id and s.code = p_code
		and s.term_id = term_register()
	 where w.person_id = p_actor.person_id
	   and w.state in ('waiting', 'passed', 'offered');
	if not found then
		return verdict('gone');
	end if;
	-- The offer is made to run out now, so that its seat is found again.
	perform from section_seat f where f.section_id = v.section_id
	   for no key update;
	update waitlist w set expires_at = sojourn.now()
	 where w.id = v.id and w.state = 'offered';
	if found then
		perform waitlist_section(v.section_id);
	end if;
	update waitlist w set state = 'left', ended_at = sojourn.now()
	 where w.id = v.id;
	return verdict('done');
end
$$;
