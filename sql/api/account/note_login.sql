-- account_api.note_login(account, act, outcome): an audit line of logging in or
-- out.  Who gave the right password or code is taken for the account's owner; a
-- failure may be anybody's.
create or replace function account_api.note_login(p_account bigint,
    p_act text, p_outcome text, p_request text default null)
returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select sojourn.note(case when p_outcome in ('done', 'pending')
	    then row('done', a.id, null, a.person_id, a.university_id, a.kind,
		a.name, a.lang)::sojourn.actor end, p_act, 'account',
	    p_account, p_outcome, null, p_request, '{}', 0, a.person_id)
	  from account a where a.id = p_account
$$;
