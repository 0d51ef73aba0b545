-- sojourn.letter_office(letter, step): tells the officer who looks after a
-- letter, or all who may, that it is their turn.
-- Parameters: p_step  asked, submitted, declined, failed
-- Tables: letter, account, account_role, role_right (read), outbox (insert)
create or replace function sojourn.letter_office(p_letter bigint, p_step text)
returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select sojourn.mail('letter-office', a.email, a.lang,
	    jsonb_build_object('step', p_step, 'letter', l.id::text,
		'until', sojourn.letter_due(l.asked_at)), a.id)
	  from letter l join account a on a.disabled_at is null
	   and case when l.officer is not null then a.id = l.officer
	       else exists (select from account_role r where r.account_id = a.id
		    and r.role = 'affairs') end
	 where l.id = p_letter
$$;
