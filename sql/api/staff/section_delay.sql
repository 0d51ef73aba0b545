-- staff_api.section_delay(...): how long at most a seat that comes free in a full
-- section stays closed; 0 = it opens at once.  What is held back already opens
-- at its own time.
-- Outcomes: done; already (that number, or the same request); gone (no such
--   section in the term); invalid (minutes)
-- Tables: section (read), section_seat (update)
create or replace function staff_api.section_delay(p_session bytea,
    p_right text, p_request text, p_term text, p_section text,
    p_minutes integer)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_id    integer;
	v_was   integer;
	v_end   sojourn.verdict;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'delay') then
		return next sojourn.says('delay', 'already', 'R10');
		return;
	end if;
	select s.id into v_id from section s
	 where s.term_id = sojourn.term_current(p_term) and s.code = p_section;
	select e.delay into v_was from section_seat e
	 where e.section_id = v_id for no key update;
	if v_id is null then
		v_end := sojourn.verdict('gone', 'R10');
	elsif p_minutes is null then
		v_end := sojourn.verdict('invalid', 'R10',
		    '{"field": "minutes"}');
	elsif p_minutes = v_was then
		v_end := sojourn.verdict('already', 'R10');
	else
		update section_seat set delay = p_minutes where section_id = v_id;
		v_end := sojourn.verdict('done', 'R10', jsonb_build_object(
		    'from', v_was, 'to', p_minutes));
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('delay', v_end.outcome, v_end.rule, v_end.detail,
		p_section, 'section', v_id)]);
end
$$;
