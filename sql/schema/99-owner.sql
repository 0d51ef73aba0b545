-- Everything in schema sojourn belongs to sojourn_owner, and every program has
-- a schema of functions that belongs to its own role (S9).
do $$
declare
	v_name text;
begin
	for v_name in select format('%I.%I', n.nspname, c.relname)
	    from pg_class c join pg_namespace n on n.oid = c.relnamespace
	    where n.nspname = 'sojourn' and c.relkind in ('r', 'p')
	loop
		execute 'alter table ' || v_name || ' owner to sojourn_owner';
	end loop;
	for v_name in select format('%I.%I', n.nspname, t.typname)
	    from pg_type t join pg_namespace n on n.oid = t.typnamespace
	    where n.nspname = 'sojourn' and t.typtype in ('d', 'c')
	      and (t.typtype = 'd' or exists (select from pg_class c
		  where c.oid = t.typrelid and c.relkind = 'c'))
	loop
		execute 'alter type ' || v_name || ' owner to sojourn_owner';
	end loop;
	for v_name in select substr(rolname, 9) from pg_roles
	    where rolname like 'sojourn\_%' and rolcanlogin
	loop
		execute format('create schema %I authorization %I',
		    v_name || '_api', v_name || '_owner');
	end loop;
	-- What every page calls first.
	create schema shared_api authorization shared_owner;
end
$$;
