-- letters_api.deliver(session, right, request, letter, way, whom, tracking,
-- sent_on): the letter was handed over or posted, or a link goes to the
-- recipient of one that is not for the student.  Again after a loss.
-- Parameters: p_way  pickup, post, link; p_whom  who took it, where it went,
--             or the address of the recipient
-- Outcomes: done, invalid (detail.field), changed (nothing valid to deliver),
--           gone, already
-- Tables: letter, letter_document, document (read), letter (update),
--         letter_delivery, letter_step, outbox, audit (insert)
create or replace function letters_api.deliver(p_session bytea, p_right text,
    p_request text, p_letter bigint, p_way text, p_whom text,
    p_tracking text, p_sent_on date)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor  sojourn.actor := sojourn.enter(p_session, p_right);
	v_a      sojourn.answer;
	v_serial text;
	v_field  text;
	v_id     bigint;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_a := letters_api.held(v_actor, p_request, 'letter-deliver', p_letter,
	    array['issued', 'delivered']);
	select x.serial into v_serial from letter_document x
	  join document d on d.serial = x.serial
	 where x.letter_id = p_letter and d.state = 'valid'
	 order by d.id desc limit 1;
	v_field := case
	    when btrim(p_whom) = '' then case p_way when 'link' then 'email'
		else 'whom' end
	    when p_way = 'link' and p_whom !~ '^[^[:space:]<>]+@[^[:space:]<>]+$'
		then 'email'
	    when p_way = 'post' and p_tracking = '' then 'tracking'
	    when p_way = 'post' and (p_sent_on is null
		or p_sent_on > sojourn.now()::date) then 'sent_on' end;
	if v_a.outcome = 'done' and v_serial is null then
		v_a.outcome := 'changed';
	elsif v_a.outcome = 'done' and v_field is not null then
		v_a.outcome := 'invalid';
		v_a.detail := jsonb_build_object('field', v_field);
	elsif v_a.outcome = 'done' then
		insert into letter_delivery (letter_id, serial, way, whom,
		    tracking, sent_on, at, by_whom)
		values (p_letter, v_serial, p_way, btrim(p_whom),
		    case p_way when 'post' then p_tracking else '' end,
		    case p_way when 'post' then p_sent_on end, sojourn.now(),
		    v_actor.account_id)
		returning id into v_id;
		if p_way = 'link' then
			update letter_delivery s set link_mail = sojourn.mail(
			    'letter-reader', p_whom, l.language,
			    jsonb_build_object('letter_delivery', v_id::text))
			  from letter l
			 where s.id = v_id and l.id = s.letter_id;
		end if;
		update letter l set state = 'delivered',
		       ended_at = sojourn.now() where l.id = p_letter;
		perform sojourn.letter_step(v_actor, p_letter, case p_way
		    when 'pickup' then 'handed' when 'post' then 'posted'
		    else 'linked' end);
		perform sojourn.letter_mail(p_letter, case p_way
		    when 'pickup' then 'handed' when 'post' then 'posted'
		    else 'linked' end, case p_way when 'post' then
			jsonb_build_object('tracking', p_tracking)
			else '{}' end);
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[v_a]);
end
$$;
