-- sojourn.letter_author_ask(...): somebody is asked to write a letter: a
-- colleague by his account, or a person outside by a link that works once.
-- Parameters: p_account  null for somebody outside, then p_email is needed
--             p_returned the second reader sent it back
-- Returns: the id of the row
-- Tables: letter_author (insert, update), letter_draft (insert), letter (update),
--         account (read), outbox (insert)
create or replace function sojourn.letter_author_ask(p_actor sojourn.actor,
    p_letter bigint, p_account bigint, p_name text, p_email text, p_lang text,
    p_returned boolean default false)
returns bigint
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_id   bigint;
	v_mail bigint;
begin
	insert into letter_author (letter_id, account_id, name, email, lang,
	    asked_at, asked_by)
	values (p_letter, p_account, p_name, case when p_account is null
	    then p_email else '' end, p_lang, sojourn.now(),
	    p_actor.account_id)
	returning id into v_id;
	insert into letter_draft (letter_id, saved_at)
	values (p_letter, sojourn.now()) on conflict do nothing;
	update letter set state = 'writing' where id = p_letter;
	if p_account is null then
		v_mail := sojourn.mail('letter-link', p_email, p_lang,
		    jsonb_strip_nulls(jsonb_build_object('letter_author',
			v_id::text, 'returned', case when p_returned
			    then '1' end)));
		update letter_author set link_mail = v_mail where id = v_id;
	else
		perform sojourn.mail('letter-asked', a.email, a.lang,
		    jsonb_strip_nulls(jsonb_build_object('letter',
			p_letter::text, 'returned', case when p_returned
			    then '1' end, 'until', sojourn.letter_due(
			    l.asked_at))), a.id)
		  from account a, letter l
		 where a.id = p_account and l.id = p_letter;
	end if;
	return v_id;
end
$$;
