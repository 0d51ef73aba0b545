-- cli_api.doctor_people(): merged people end at a living row and can log in
-- nowhere (S1); the pointers without foreign keys lead somewhere.
-- Violations: person-loop, person-merged, person-audit, account-audit
-- Tables: person, account, audit (read)
create or replace function cli_api.doctor_people()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'person-loop', 'person=' || p.id
	  from person p
	 where p.merged_into is not null and sojourn.person_root(p.id) is null
	union all
	select 'person-merged', format('person=%s account=%s', p.id, a.id)
	  from person p join account a on a.person_id = p.id
	 where p.merged_into is not null and a.disabled_at is null
	union all
	select 'person-audit', format('audit=%s person=%s', min(u.id), u.person_id)
	  from audit u
	 where u.person_id is not null
	   and not exists (select from person p where p.id = u.person_id)
	 group by u.person_id
	union all
	select 'account-audit', format('audit=%s account=%s', min(u.id), u.account_id)
	  from audit u
	 where u.account_id is not null
	   and not exists (select from account a where a.id = u.account_id)
	 group by u.account_id
	 order by 1, 2
$$;
