-- sojourn.rule(programme_type, key, at): the value of a rule on a day.
-- Returns: the value as text, null when no value is valid then.
-- Tables: rule_set, rule_value (read)
create or replace function sojourn.rule(p_programme text, p_key text,
    p_at timestamptz default null) returns text
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return (select v.value
	  from rule_value v join rule_set s on s.id = v.rule_set_id
	 where s.programme_type = p_programme and v.key = p_key
	   and v.valid @> (coalesce(p_at, sojourn.now()) at time zone 'Asia/Seoul')::date);
end
$$;
