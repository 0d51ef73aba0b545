-- certificates_api.mine(session, right): what was asked for, the newest first,
-- with how far its copies are.
-- Returns: step: review, refused, approved, code, expired (the code was never
--          given), making, issued, part (some copies failed), failed, ended
-- Tables: certificate_request, certificate_copy, document, login_attempt (read)
create or replace function certificates_api.mine(p_session bytea,
    p_right text)
returns table (id bigint, type text, lang text, copies integer,
    step text, made bigint, asked_at timestamptz, due_at timestamptz,
    answer text, ended_why text, failed_why text, corrected boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select r.id, r.type, r.lang::text, r.copies,
	       case when r.state = 'issued' then case
		    when c.waiting > 0 then 'making'
		    when c.failed = 0 then 'issued'
		    when c.failed < r.copies then 'part' else 'failed' end
		when r.state = 'code' and not coalesce(a.used_at is null
		    and a.tries < 5 and a.expires_at > clock_timestamp(), false)
		    then 'expired'
		else r.state end,
	       coalesce(c.made, 0), r.asked_at, r.due_at, r.answer,
	       r.ended_why, coalesce(c.why, ''), r.replaces is not null
	  from certificate_request r
	  left join login_attempt a on a.id = r.step_up_id
	  left join lateral (
		select count(*) filter (where d.state in ('asked', 'printed'))
			   as waiting,
		       count(*) filter (where d.state = 'failed') as failed,
		       count(*) filter (where d.issued_at is not null) as made,
		       max(d.failed_why) as why
		  from certificate_copy y join document d on d.id = y.document_id
		 where y.request_id = r.id) c on true
	 where r.person_id = v_actor.person_id
	   and (r.state in ('review', 'refused', 'approved', 'code')
	    or (r.state = 'ended' and r.ended_why = 'ineligible')
	    or c.waiting > 0 or c.failed > 0
	    or r.asked_at > sojourn.now() - interval '1 hour')
	   and not (r.state = 'ended' and r.ended_why <> 'ineligible')
	   and r.asked_at > sojourn.now() - interval '60 days'
	 order by r.id desc
	 limit 20;
end
$$;
