-- sojourn.application_keep(): an application is deleted only when it came to
-- nothing (S25); what was issued or decided stays.
create or replace function sojourn.application_keep() returns trigger
language plpgsql
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if old.state in ('unconfirmed', 'expired', 'withdrawn') then
		return old;
	end if;
	raise exception 'application % is kept', old.id
	    using errcode = 'integrity_constraint_violation';
end
$$;
