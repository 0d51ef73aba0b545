-- staff_api.mail_again(...): mails that did not arrive are sent again, one of
-- them to a corrected address (R24).  A corrected address of somebody who has
-- never had a password becomes the address of the account and the application.
-- Outcomes per mail: done; already (is waiting or being sent); gone (no such
--   mail); forbidden (S1: a mail with a code or a link to an account goes to no
--   other address, and an account that has a password keeps its address).
--   As a whole invalid: to_address (with more than one mail).
-- Tables: outbox (update), the rest by sojourn.mail_address
create or replace function staff_api.mail_again(p_session bytea,
    p_right text, p_request text, p_mails bigint[], p_to text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor   sojourn.actor;
	v_answers sojourn.answer[];
	v_mail    record;
	v_end     text;
	v_to      text := nullif(p_to, '');
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'resend') then
		return next sojourn.says('resend', 'already', 'R24');
		return;
	end if;
	if v_to is not null and cardinality(p_mails) <> 1 then
		v_answers := array[sojourn.says('resend', 'invalid', 'R24',
		    '{"field": "to_address"}')];
	end if;
	for v_mail in select x.id as asked, o.*
	    from (select distinct m from unnest(p_mails) m) as x(id)
	    left join outbox o on o.id = x.id
	    where v_answers is null
	    order by x.id
	loop
		v_end := case when v_mail.id is null then 'gone'
		    when v_mail.state in ('queued', 'sending') and v_to is null
			then 'already'
		    when v_to is null or v_to = v_mail.to_address then 'done'
		    else sojourn.mail_address(v_mail.id, v_to) end;
		if v_end = 'done' then
			update outbox o
			   set state = 'queued', tries = 0, last_error = '',
			       next_try = clock_timestamp(),
			       not_before = case when o.not_before
				   > sojourn.now() then o.not_before end
			 where o.id = v_mail.id and o.state <> 'sending';
		end if;
		v_answers := v_answers || sojourn.says('resend', v_end,
		    case v_end when 'forbidden' then 'S1' else 'R24' end, '{}',
		    v_mail.asked::text, 'outbox', v_mail.id);
	end loop;
	return query select * from sojourn.conclude(v_actor, p_request,
	    v_answers);
end
$$;
