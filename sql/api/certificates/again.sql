-- certificates_api.again(...): another code for a wish that waits for one, or the
-- first for one that student affairs have verified (R112).
-- Outcomes: pending; locked (too soon, too often); gone (no such wish, or it is
--   done); unconfirmed
-- Tables: certificate_request (read), and those of sojourn.certificate_attempt
create or replace function certificates_api.again(p_session bytea,
    p_right text, p_request text, p_wish bigint)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_id    bigint;
	v_end   text := 'gone';
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request,
	    'certificate-code') then
		return next sojourn.says('certificate-again', 'already', null);
		return;
	end if;
	select r.id into v_id from certificate_request r
	 where r.id = p_wish and r.account_id = v_actor.account_id
	   and r.state in ('code', 'approved');
	if found then
		v_end := sojourn.certificate_attempt(v_actor.account_id, v_id);
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('certificate-again', v_end, 'R106', '{}', '',
		'certificate', v_id)]);
end
$$;
