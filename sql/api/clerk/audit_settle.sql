-- clerk_api.audit_settle(patience, rows): the audit of the rush becomes rows once
-- it is over, or after the patience; so many in one transaction, so that what was
-- left while nobody did it is got through step by step.
-- Returns: how many rows it made, fewer than asked for = none is left; null when
--          it was left for later; then nothing is sealed either
create or replace function clerk_api.audit_settle(p_patience interval,
    p_rows integer) returns integer
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select sojourn.audit_settle(p_patience, p_rows)
$$;
