-- account_api.email(token, request): confirms a new or second address (R42).
-- The address so far hears of it.  No session is needed: the mail may be read
-- on another device; nothing else can be done with this link.
-- Returns: outcome 'done', 'already', 'expired', 'gone'
-- Tables: token, account, person (update), outbox, audit, request (insert)
create or replace function account_api.email(p_token bytea, p_request text)
returns table (outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_id bigint;
	v_t  token;
	v    account;
begin
	rule := 'R42';
	detail := '{}';
	v_id := account_api.link_account('email', p_token, null);
	select a.* into v from account a where a.id = v_id for no key update;
	update token t set used_at = clock_timestamp()
	 where t.hash = p_token and t.account_id = v_id and t.used_at is null
	returning t.* into v_t;
	if v_t.id is null then
		outcome := (account_api.link('email', p_token, null)).outcome;
		if outcome = 'gone' and exists (select from request r
		    where r.account_id = 0 and r.id = p_request) then
			outcome := 'already';
		end if;
		return next;
		return;
	end if;
	perform sojourn.claim(0, p_request, 'email');
	if v_t.kind = 'email-change' then
		update account a set email = v_t.value where a.id = v.id;
		update person p set email = v_t.value where p.id = v.person_id;
		perform sojourn.mail('email-changed', v.email, v.lang, '{}',
		    v.id, v.person_id);
	else
		update account a set email2 = v_t.value, email2_confirmed = true
		 where a.id = v.id;
		update person p set email2 = v_t.value where p.id = v.person_id;
	end if;
	outcome := 'done';
	perform sojourn.note(null, v_t.kind, 'account', v.id, 'done', rule,
	    p_request, '{}', 0, v.person_id);
	return next;
end
$$;
