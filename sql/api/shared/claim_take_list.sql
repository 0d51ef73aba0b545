-- sojourn.claim_take_list(actor, application): the list's values become the
-- application's; its mailbox is then one that nobody has confirmed.
-- Tables: application (update)
create or replace function sojourn.claim_take_list(p_actor sojourn.actor,
    p_a sojourn.application) returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	update application a
	   set name_native = d.d ->> 'name_native',
	       name_family = latin_part(d.d ->> 'name_latin', 'family'),
	       name_given = latin_part(d.d ->> 'name_latin', 'given'),
	       birth_date = (d.d ->> 'birth_date')::date,
	       level = coalesce(d.d ->> 'level', a.level),
	       status = coalesce(nullif(d.d ->> 'status', ''), a.status),
	       college = coalesce(d.d ->> 'college', a.college),
	       department = coalesce(d.d ->> 'department', a.department),
	       semester = coalesce(d.d ->> 'semester', a.semester),
	       phone = coalesce(d.d ->> 'phone', ''),
	       previous_id = number_key(d.d ->> 'previous_id'),
	       email_confirmed_at = case when lower(a.email)
		   = lower(d.d ->> 'email') then a.email_confirmed_at end,
	       email = d.d ->> 'email', entered_by = p_actor.account_id
	  from (select p_a.list_data as d) d
	 where a.id = p_a.id
$$;
