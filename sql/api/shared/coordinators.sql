-- sojourn.coordinators(university): who at a university gets the mails about
-- its students: its coordinators' accounts, else the contact it named (R5).
-- Returns: account (null for the bare contact), address, language
-- Tables: account, account_role, university (read)
create or replace function sojourn.coordinators(p_university integer)
returns table (account_id bigint, email text, lang text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with people as (
		select a.id, a.email, a.lang::text as lang
		  from account a join account_role r on r.account_id = a.id
		 where a.university_id = p_university and a.kind = 'partner'
		   and r.role = 'coordinator' and a.disabled_at is null
		   and a.email <> '')
	select id, email, lang from people
	union all
	select null, u.coordinator_email, 'ko'
	  from university u
	 where u.id = p_university and u.coordinator_email <> ''
	   and not exists (select from people)
$$;
