-- sojourn.decide_due(term, submitted): until when an application wants its
-- decision: some working days after it came (rule value decide_days), and in
-- any case before registration opens (C7, C33).
-- Tables: host, term, time_window, rule_value, holiday (read)
create or replace function sojourn.decide_due(p_term integer,
    p_submitted timestamptz)
returns timestamptz
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select least(
	    (sojourn.working_day((p_submitted at time zone h.zone)::date,
		coalesce(sojourn.rule(t.programme_type, 'decide_days'),
		    '3')::integer) + time '18:00') at time zone h.zone,
	    (sojourn.window_state(t.id, 'REGISTER')).opens_at)
	  from term t, host h
	 where t.id = p_term
$$;
