-- letters_api.assign(session, right, request, letter, login, name, email,
-- lang): asks somebody to write the letter: a colleague by login, or a person
-- outside by name and address, who gets a link.
-- Outcomes: done, gone, changed (it is being written), invalid (detail.field:
--           login, name, email), already
-- Tables: letter, account (read), letter (update), those of
--         sojourn.letter_author_ask, letter_step, outbox, audit (insert)
create or replace function letters_api.assign(p_session bytea, p_right text,
    p_request text, p_letter bigint, p_login text, p_name text, p_email text,
    p_lang text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_a     sojourn.answer;
	v_login boolean := p_login <> '';
	v_id    bigint;
	v_name  text := p_name;
	v_lang  text := p_lang;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_a := letters_api.held(v_actor, p_request, 'letter-assign', p_letter,
	    array['requested']);
	if v_a.outcome = 'done' and v_login then
		select a.id, a.name, a.lang into v_id, v_name, v_lang from account a
		 where a.login = lower(p_login) and a.disabled_at is null
		   and exists (select from account_role r
		    join role_right q on q.role = r.role
		    where r.account_id = a.id and q.right_ = 'letters.write');
		if not found then
			v_a.outcome := 'invalid';
			v_a.detail := '{"field": "login"}';
		end if;
	elsif v_a.outcome = 'done' and (p_name = '' or p_email = '') then
		v_a.outcome := 'invalid';
		v_a.detail := jsonb_build_object('field', case when p_name <> ''
		    then 'email' when p_email <> '' then 'name'
		    else 'login' end);
	end if;
	if v_a.outcome = 'done' then
		perform sojourn.letter_author_ask(v_actor, p_letter,
		    v_id, v_name, p_email, v_lang);
		update letter l set officer = coalesce(l.officer,
		    v_actor.account_id) where l.id = p_letter;
		perform sojourn.letter_step(v_actor, p_letter, case
		    when v_login then 'assigned' else 'invited' end);
		perform sojourn.letter_mail(p_letter, 'writing');
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[v_a]);
end
$$;
