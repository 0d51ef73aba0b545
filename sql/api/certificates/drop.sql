-- certificates_api.drop(...): a wish is taken back before it is issued.
-- Outcomes: done; gone (no such wish, or it is issued)
-- Tables: certificate_request (update)
create or replace function certificates_api.drop(p_session bytea,
    p_right text, p_request text, p_wish bigint)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_id    bigint;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request,
	    'certificate-drop') then
		return next sojourn.says('certificate-drop', 'already', null);
		return;
	end if;
	update certificate_request r
	   set state = 'ended', ended_why = 'taken-back'
	 where r.id = p_wish and r.account_id = v_actor.account_id
	   and r.state in ('code', 'approved', 'review') and r.replaces is null
	returning r.id into v_id;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('certificate-drop', case when v_id is null
		then 'gone' else 'done' end, 'R105', '{}', '', 'certificate',
		v_id)]);
end
$$;
