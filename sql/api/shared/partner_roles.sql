-- sojourn.partner_roles(actor, account, roles): a colleague has just these roles.
-- Outcomes: done; already; invalid (field role: none, or unknown ones)
-- Tables: account_role (read) and those of sojourn.account_role_set
create or replace function sojourn.partner_roles(p_actor sojourn.actor,
    p_account bigint, p_roles text[]) returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_role text;
	v_some boolean := false;
begin
	if coalesce(cardinality(p_roles), 0) = 0
	    or not p_roles <@ array['coordinator', 'recommender'] then
		return verdict('invalid', null, '{"field": "role"}');
	end if;
	foreach v_role in array array['coordinator', 'recommender'] loop
		v_some := (account_role_set(p_actor, p_account, v_role,
		    v_role = any (p_roles))).outcome = 'done' or v_some;
	end loop;
	return verdict(case when v_some then 'done' else 'already' end);
end
$$;
