-- sojourn.certificate_case_end(...): what is wrong on a certificate is corrected:
-- a corrected issue is offered; or nothing is wrong on it, and why (R108).
-- Returns: done, gone (no such case is open), and what
--          sojourn.certificate_reissue says
-- Tables: certificate_case (update), document, account (read), outbox (insert)
create or replace function sojourn.certificate_case_end(
    p_actor sojourn.actor, p_case bigint, p_good boolean,
    p_reason text, p_reason_en text)
returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v     record;
	v_end text;
	v_new bigint;      -- the wish for the corrected issue, null without one
	v_say text;
begin
	select c.*, d.serial, a.lang into v
	  from certificate_case c join document d on d.id = c.document_id
	  left join account a on a.person_id = c.person_id
	 where c.id = p_case and c.state = 'open' for update of c;
	if not found then
		return 'gone';
	end if;
	v_say := coalesce(case when v.lang = 'ko' or p_reason_en = ''
	    then p_reason else p_reason_en end, '');
	if p_good then
		select n.outcome, n.request into v_end, v_new
		  from sojourn.certificate_reissue(p_actor, v.document_id) n;
		if v_end <> 'done' then
			return v_end;
		end if;
	else
		perform sojourn.certificate_mail(v.person_id, 'decline',
		    v.serial, v_say);
	end if;
	update certificate_case c set state = case when p_good
		then 'correcting' else 'declined' end, answer = v_say,
	       decided_at = sojourn.now(), decided_by = p_actor.account_id,
	       request_id = v_new
	 where c.id = v.id;
	return 'done';
end
$$;
