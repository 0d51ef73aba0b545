-- account_api.note_login(account, act, outcome): an audit line of somebody who
-- is not logged in yet.
create or replace function account_api.note_login(p_account bigint,
    p_act text, p_outcome text, p_request text default null)
returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select sojourn.note(null, p_act, 'account', p_account, p_outcome, null,
	    p_request, '{}', 0, a.person_id)
	  from account a where a.id = p_account
$$;
