-- sojourn.verdict(outcome, rule, detail): builds the answer of a decision.
create or replace function sojourn.verdict(p_outcome text,
    p_rule text default null, p_detail jsonb default '{}')
returns sojourn.verdict
language plpgsql immutable
set search_path = pg_catalog, pg_temp
as $$
begin
	return row(p_outcome, p_rule, p_detail)::sojourn.verdict;
end
$$;
