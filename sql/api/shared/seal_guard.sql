-- sojourn.seal_guard(): guard of sojourn.audit_seal.  A seal is never changed,
-- and taken away only while no head stands on it (an older copy was restored
-- and its number is taken).
-- Tables: audit_head (read)
create or replace function sojourn.seal_guard() returns trigger
language plpgsql
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if tg_op = 'UPDATE' or exists (select from sojourn.audit_head h
	    where h.n = old.n) then
		raise exception 'audit_seal is append-only'
		    using errcode = 'integrity_constraint_violation';
	end if;
	return old;
end
$$;
