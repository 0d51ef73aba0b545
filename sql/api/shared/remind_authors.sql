-- sojourn.remind_authors(due, week): who was asked before today to write a letter
-- that is due within a day, or late, hears of it; and the office, each officer
-- once, of what is late (R115).  Each working day for a week, then once a week;
-- after sixty days nobody is written to any more, it stays red on the desk.
-- Returns: number of mails
-- Tables: letter, letter_author, account, account_role (read), outbox (insert)
create or replace function sojourn.remind_authors(p_due timestamptz,
    p_week boolean)
returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_n integer;
	v_m integer;
begin
	select count(case when a.account_id is null then
		sojourn.mail('letter-link', a.email, a.lang,
		    jsonb_build_object('letter_author', a.id::text,
			'reminder', '1'))
	    else (select sojourn.mail('letter-asked', c.email, c.lang,
		jsonb_build_object('letter', l.id::text, 'reminder', '1',
		    'until', sojourn.letter_due(l.asked_at)), c.id)
		  from account c where c.id = a.account_id
		   and c.disabled_at is null) end) into v_n
	  from letter_author a join letter l on l.id = a.letter_id
	 where a.state = 'open' and a.asked_at < date_trunc('day', p_due)
	   and sojourn.letter_due(l.asked_at) < p_due + interval '1 day'
	   and sojourn.letter_due(l.asked_at) > p_due - case when p_week
		then interval '60 days' else interval '7 days' end;
	-- What is late is found once, not for each account there is.
	with officer as materialized (
		select c.id, c.email, c.lang from account c
		 where c.disabled_at is null and exists (select
			from account_role r where r.account_id = c.id
			 and r.role = 'affairs')),
	late as materialized (
		select l.officer from letter l
		 where l.state in ('requested', 'writing', 'review', 'approved',
			'issued') and sojourn.letter_late(l.id)
		   and sojourn.letter_due(l.asked_at) > p_due
			- case when p_week then interval '60 days'
			    else interval '7 days' end)
	select count(sojourn.mail('letters-late', c.email, c.lang,
	    jsonb_build_object('n', q.n), c.id)) into v_m
	  from officer c
	  cross join lateral (select count(*) as n from late l
	    where coalesce(l.officer, c.id) = c.id) q
	 where q.n > 0;
	return v_n + v_m;
end
$$;
