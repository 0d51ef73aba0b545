-- sojourn.append_only(): guard of tables whose rows stay as they were written.
create or replace function sojourn.append_only() returns trigger
language plpgsql
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	raise exception '% is append-only', tg_table_name
	    using errcode = 'integrity_constraint_violation';
end
$$;
