-- letters_api.ask(session, right, request, …): POST /letters (R113, R114).
-- Outcomes: done (detail.letter, until); duplicate (the same recipient, purpose
--   and language is open already); quota (detail.max are open); invalid
--   (detail.field); already
-- Tables: letter, stored_file (insert), person (locked), letter_step, outbox,
--         audit (insert)
create or replace function letters_api.ask(p_session bytea, p_right text,
    p_request text, p_purpose text, p_recipient text, p_wished text,
    p_language text, p_delivery text, p_address text, p_deadline date,
    p_file_name text, p_file_type text, p_file bytea)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	c_most constant integer := 5;
	v_a    sojourn.answer;
	v_file bigint;
	v_id   bigint;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_a := row('letter-ask', '', 'done', 'R113', '{}', 'letter', null)::answer;
	-- One at a time for a person: the limits below hold in two windows too.
	perform sojourn.person_hold(v_actor.person_id);
	if not sojourn.claim(v_actor.account_id, p_request, 'letter-ask') then
		v_a.outcome := 'already';
		v_a.rule := 'F8';
	elsif p_delivery = 'post' and btrim(p_address) = '' then
		v_a.outcome := 'invalid';
		v_a.detail := '{"field": "address"}';
	elsif p_deadline < sojourn.now()::date then
		v_a.outcome := 'invalid';
		v_a.detail := '{"field": "deadline"}';
	elsif exists (select from letter l where l.person_id = v_actor.person_id
	    and l.state in ('requested', 'writing', 'review', 'approved')
	    and lower(l.recipient) = lower(p_recipient)
	    and lower(l.purpose) = lower(p_purpose)
	    and l.language = p_language) then
		v_a.outcome := 'duplicate';
	elsif (select count(*) from letter l
	    where l.person_id = v_actor.person_id and l.state in ('requested',
		'writing', 'review', 'approved')) >= c_most then
		v_a.outcome := 'quota';
		v_a.detail := jsonb_build_object('max', c_most);
	else
		if length(p_file) > 0 then
			insert into stored_file (sha256, media_type, name, size,
			    content, stored_by)
			values (sha256(p_file), p_file_type, left(p_file_name,
			    200), length(p_file), p_file, v_actor.account_id)
			returning id into v_file;
		end if;
		insert into letter (person_id, purpose, recipient, wished,
		    language, delivery, address, deadline, form_id, asked_at)
		values (v_actor.person_id, p_purpose, p_recipient, p_wished,
		    p_language, p_delivery, p_address, p_deadline, v_file,
		    sojourn.now())
		returning id into v_id;
		v_a.object_id := v_id;
		v_a.detail := jsonb_build_object('letter', v_id, 'until',
		    (select sojourn.letter_due(l.asked_at) from letter l
			where l.id = v_id));
		perform sojourn.letter_step(v_actor, v_id, 'asked');
		perform sojourn.letter_mail(v_id, 'asked', v_a.detail);
		perform sojourn.letter_office(v_id, 'asked');
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[v_a]);
end
$$;
