-- sojourn.identity_word(application): what its identity is once no claim on it
-- is disputed: doubtful while a case of its person is open, known when the
-- person was there before, else new.
-- Tables: application, identity_case, temporary_id (read)
create or replace function sojourn.identity_word(p_application bigint)
returns text
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select case
	    when a.person_id is null then 'open'
	    when exists (select from identity_case c
		where c.application_id = a.id and c.undone_at is null
		  and c.state in ('open', 'merge-asked')) then 'doubtful'
	    when exists (select from temporary_id t
		where t.person_id = person_root(a.person_id))
		or exists (select from application o
		where o.person_id = a.person_id and o.id < a.id) then 'known'
	    else 'new' end
	  from application a where a.id = p_application
$$;
