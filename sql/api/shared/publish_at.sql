-- sojourn.publish_at(door, programme): when a decision made now may be seen by
-- the applicant (R38, C31): a rule value per door, 'at-once' or a time of day.
-- Returns: the moment on the clock of sojourn.now(), never before it
-- Tables: host, rule_set, rule_value (read)
create or replace function sojourn.publish_at(p_door text, p_programme text)
returns timestamptz
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_zone text := coalesce((select zone from host), 'Asia/Seoul');
	v_rule text := sojourn.rule(p_programme, 'publish_at_' || p_door);
	v_day  date := (sojourn.now() at time zone v_zone)::date;
	v_at   timestamptz;
begin
	if v_rule is null or v_rule !~ '^[0-2][0-9]:[0-5][0-9]$' then
		return sojourn.now();
	end if;
	v_at := (v_day + v_rule::time) at time zone v_zone;
	if v_at < sojourn.now() then
		v_at := (v_day + 1 + v_rule::time) at time zone v_zone;
	end if;
	return v_at;
end
$$;
