-- cli_api.doctor_erasures(): nothing has come back of people whose data was
-- erased (S25), as an older copy or a late act might bring it.
-- Violations: erased-login, erased-contact, erased-name
-- Tables: erasure, person, account, session, device, application, outbox (read)
create or replace function cli_api.doctor_erasures()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with gone as (
		select p.id, e.record, e.last_application as last_a,
		       e.last_mail as last_o from person p
		  join erasure e on e.person_id = sojourn.person_root(p.id)
	)
	select 'erased-login', 'account=' || a.id
	  from gone g join account a on a.person_id = g.id
	 where a.disabled_at is null and a.email = ''
	    or a.disabled_at is not null and (a.password_state <> 'none'
		or exists (select from device d where d.account_id = a.id))
	union all
	select 'erased-contact', 'person=' || g.id
	  from gone g
	 where exists (select from application a where a.person_id = g.id
		and a.id <= g.last_a and a.email <> 'erased@erased.invalid')
	    or exists (select from outbox o where o.person_id = g.id
		and o.id <= g.last_o and o.to_address <> 'erased@erased.invalid')
	union all
	select 'erased-name', 'person=' || g.id
	  from gone g join person p on p.id = g.id
	 where not g.record and p.name_native <> '–'
	 order by 1, 2
$$;
