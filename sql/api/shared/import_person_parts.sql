-- sojourn.import_person_parts(account, roles, row): name, address, language,
-- telephone and roles of an account as its row says.
-- Returns: whether anything changed
-- Tables: account (update), account_role (read), and those of
--         sojourn.account_role_set()
create or replace function sojourn.import_person_parts(p_account bigint,
    p_roles text[], p_row jsonb) returns boolean
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_changed boolean;
	v_role    text;
begin
	update account a
	   set name = coalesce(p_row ->> 'name', a.name),
	       email = coalesce(p_row ->> 'email', a.email),
	       lang = coalesce(p_row ->> 'lang', a.lang),
	       phone = coalesce(p_row ->> 'phone', a.phone)
	 where a.id = p_account
	   and (a.name, a.email, a.lang::text, a.phone) is distinct from
	       (coalesce(p_row ->> 'name', a.name),
		coalesce(p_row ->> 'email', a.email),
		coalesce(p_row ->> 'lang', a.lang),
		coalesce(p_row ->> 'phone', a.phone));
	v_changed := found;
	if not p_row ? 'roles' then
		return v_changed;
	end if;
	foreach v_role in array p_roles loop
		v_changed := (sojourn.account_role_set(null, p_account, v_role,
		    true)).outcome = 'done' or v_changed;
	end loop;
	for v_role in select r.role from account_role r
	    where r.account_id = p_account and not r.role = any (p_roles) loop
		v_changed := (sojourn.account_role_set(null, p_account, v_role,
		    false)).outcome = 'done' or v_changed;
	end loop;
	return v_changed;
end
$$;
