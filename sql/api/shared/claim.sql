-- sojourn.claim(account, request, act): the same request id has one effect (F8).
-- Parameters: p_account  0 or null = nobody logged in; p_request null = none
-- Returns: true when this request is new (or has no id), false when it was
--          seen before: the caller answers 'already' and changes nothing.
--          A second transaction with the same id waits for the first.
-- Tables: request (insert)
create or replace function sojourn.claim(p_account bigint, p_request text,
    p_act text) returns boolean
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if coalesce(p_request, '') = '' then
		return true;
	end if;
	insert into request (account_id, id, act)
	values (coalesce(p_account, 0), p_request, p_act)
	on conflict do nothing;
	if not found then
		-- The first may be committed on this server alone yet: saying
		-- so waits for the standby as the first does (F2).
		perform pg_logical_emit_message(true, 'sojourn', '');
		return false;
	end if;
	return true;
end
$$;
