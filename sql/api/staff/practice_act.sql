-- staff_api.practice_act(...): begins or ends a practice of registering.
-- It begins at once and lasts at most until three hours before registration
-- opens, so that no page that was opened in practice is pressed in earnest: a
-- session without a request ends after two.
-- Parameters: p_decision  start or end; p_closes  its end
-- Outcomes: done; already (the same request); duplicate (one is on); gone (none
--   is on); window (registration is open, was open, or opens too soon); invalid
--   (closes_at: past, or too late, detail.latest); ineligible (nobody has a
--   right to register yet)
-- Tables: practice (insert), those of sojourn.practice_copy and
--   sojourn.practice_end, audit (insert)
create or replace function staff_api.practice_act(p_session bytea,
    p_right text, p_request text, p_decision text, p_closes timestamptz)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor  sojourn.actor;
	v_term   integer := sojourn.term_current('');
	v_latest timestamptz := (sojourn.window_state(v_term,
	    'REGISTER')).opens_at - interval '3 hours';
	v_end    text := 'done';
	v_more   jsonb := '{}';
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'practice') then
		return next sojourn.says('practice-' || p_decision, 'already',
		    null);
		return;
	end if;
	-- Nobody else starts or ends one meanwhile.
	perform from term t where t.id = v_term for no key update;
	if p_decision = 'end' then
		v_more := sojourn.practice_end(v_actor.account_id);
		v_end := case when v_more is null then 'gone' else 'done' end;
	elsif exists (select from practice p where p.ended_at is null) then
		v_end := 'duplicate';
	elsif coalesce(v_latest <= sojourn.now(), true) then
		v_end := 'window';
	elsif p_closes is null or p_closes <= sojourn.now()
	    or p_closes > v_latest then
		v_end := 'invalid';
		v_more := '{"field": "closes_at"}';
	elsif not exists (select from registration_right r
	    where r.term_id = v_term and r.suspended_at is null) then
		v_end := 'ineligible';
	else
		insert into practice (term_id, opens_at, closes_at, started_by,
		    students)
		values (v_term, sojourn.now(), p_closes, v_actor.account_id,
		    sojourn.practice_copy(v_term, p_closes));
		v_more := jsonb_build_object('until', p_closes);
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('practice-' || p_decision, v_end, null,
		coalesce(v_more, '{}'), '', 'term', v_term)]);
end
$$;
