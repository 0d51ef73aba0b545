-- letters_api.renew(session, right, request, letter): the author gets the mail
-- again; a link in an earlier one works no longer.
-- Outcomes: done, gone, changed (nobody is writing), already
-- Tables: letter_author (update), account, letter (read), outbox, letter_step,
--         audit (insert)
create or replace function letters_api.renew(p_session bytea, p_right text,
    p_request text, p_letter bigint)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_a     sojourn.answer;
	v       record;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_a := letters_api.held(v_actor, p_request, 'letter-renew', p_letter,
	    array['writing']);
	if v_a.outcome = 'done' then
		select a.id, a.email, a.lang, a.account_id, c.email as to_own,
		       c.lang as own_lang, sojourn.letter_due(l.asked_at) as due
		  into v
		  from letter_author a join letter l on l.id = a.letter_id
		  left join account c on c.id = a.account_id
		 where a.letter_id = p_letter and a.state = 'open';
		if v.account_id is null then
			update letter_author a set link_mail = sojourn.mail(
			    'letter-link', v.email, v.lang, jsonb_build_object(
			    'letter_author', v.id::text, 'reminder', '1'))
			 where a.id = v.id;
		else
			perform sojourn.mail('letter-asked', v.to_own,
			    v.own_lang, jsonb_build_object('letter',
			    p_letter::text, 'reminder', '1', 'until', v.due),
			    v.account_id);
		end if;
		perform sojourn.letter_step(v_actor, p_letter, 'reminded', '',
		    false);
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[v_a]);
end
$$;
