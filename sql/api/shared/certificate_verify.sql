-- sojourn.certificate_verify(...): student affairs verified a wish, or refuse it
-- (R112); the person is told, and asks for the code when it is verified.
-- Returns: done, gone (no such wish waits), ineligible (the records give no
--          right to it any more)
-- Tables: certificate_request, account (read, update), outbox (insert)
create or replace function sojourn.certificate_verify(
    p_actor sojourn.actor, p_request bigint, p_good boolean,
    p_reason text, p_reason_en text)
returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v     certificate_request;
	v_say text;
begin
	select * into v from certificate_request r
	 where r.id = p_request and r.state = 'review' for update;
	if not found then
		return 'gone';
	elsif p_good and sojourn.certificate_basis(v.type, v.person_id,
	    v.subject) is null then
		return 'ineligible';
	end if;
	v_say := case when p_good then '' when (select a.lang from account a
	    where a.id = v.account_id) = 'ko' then p_reason
	    else p_reason_en end;
	update certificate_request r set state = case when p_good
		then 'approved' else 'refused' end, answer = v_say,
	       decided_at = sojourn.now(), decided_by = p_actor.account_id
	 where r.id = v.id;
	perform sojourn.certificate_mail(v.person_id, case when p_good
	    then 'approve' else 'refuse' end, '', v_say);
	return 'done';
end
$$;
