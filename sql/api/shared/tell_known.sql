-- sojourn.tell_known(application): somebody applied as a person we know.  The
-- person is told at the address of the account, whatever the form says, so that
-- nobody applies in another's name unnoticed (S1, C27).
-- Tables: application, account, term (read), outbox (insert)
create or replace function sojourn.tell_known(p_application bigint)
returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select mail('application-known', c.email, c.lang, jsonb_build_object(
		'term', t.code, 'same_address', case
		    when lower(c.email) = lower(a.email) then '1' end),
		c.id, c.person_id, a.id, null, a.university_id)
	  from application a
	  join account c on c.person_id = person_root(a.person_id)
	  join term t on t.id = a.term_id
	 where a.id = p_application and a.identity = 'known'
	   and c.disabled_at is null and c.email <> ''
$$;
