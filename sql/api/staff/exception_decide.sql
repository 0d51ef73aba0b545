-- staff_api.exception_decide(...): the second person agrees, or somebody ends
-- the exception.  More seats than a room holds are given at that moment.
-- Parameters: p_decision  agree or end
-- Outcomes: done; already; gone (unknown, expired, ended); forbidden (the one
--   who asked cannot agree, not with another login either); invalid (more seats
--   are taken by now than were asked for)
-- Tables: exception, exception_section, section_seat, section (update), audit
--   (insert)
create or replace function staff_api.exception_decide(p_session bytea,
    p_right text, p_request text, p_exception bigint, p_decision text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_e     record;
	v_end   text := 'done';
	v_more  jsonb := '{}';
begin
	perform sojourn.audit_settle();
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'exception') then
		return next sojourn.says('exception-' || p_decision, 'already',
		    null);
		return;
	end if;
	select e.* into v_e from exception e where e.id = p_exception
	   for update;
	if not found or v_e.ended_at is not null or v_e.until <= sojourn.now() then
		v_end := 'gone';
	elsif p_decision = 'end' then
		update exception set ended_at = sojourn.now()
		 where id = p_exception;
	elsif v_e.agreed_at is not null then
		v_end := 'already';
	elsif sojourn.same_human(v_e.asked_by, v_actor.account_id) then
		v_end := 'forbidden';
	elsif v_e.kind = 'capacity' and not sojourn.exception_seats(
	    p_exception) then
		v_end := 'invalid';
	else
		update exception e set agreed_by = v_actor.account_id,
		       agreed_at = sojourn.now(),
		       ended_at = case when e.kind = 'capacity'
			   then sojourn.now() end
		 where e.id = p_exception;
		update exception_section n
		   set since = coalesce((select max(a.id) from audit a), 0)
		 where n.exception_id = p_exception;
	end if;
	if v_e.kind = 'capacity' then
		v_more := jsonb_build_object('to', v_e.seats, 'sections', (
		    select jsonb_agg(s.code) from exception_section n
		      join section s on s.id = n.section_id
		     where n.exception_id = p_exception));
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('exception-' || p_decision, v_end, null, v_more,
		'', 'exception', p_exception)]);
end
$$;
