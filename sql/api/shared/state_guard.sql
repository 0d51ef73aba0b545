-- sojourn.state_guard(step, …): a row's state goes the ways that its trigger
-- names ("open>accepted") and no other, whoever asks.  Each trigger calls it
-- only where the state becomes another one, so that other acts pay nothing.
create or replace function sojourn.state_guard() returns trigger
language plpgsql
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if old.state || '>' || new.state = any (tg_argv) then
		return new;
	end if;
	raise exception '% % cannot become %', tg_table_name, old.state,
	    new.state using errcode = 'integrity_constraint_violation';
end
$$;
