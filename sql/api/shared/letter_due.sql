-- sojourn.letter_due(asked): until when a letter is to be on its way: the end
-- of some working days after it was asked for (R115, rule value letter_days).
-- Reckoned anew each time, so that a new holiday moves it.
-- Tables: host, rule_value, holiday (read)
create or replace function sojourn.letter_due(p_asked timestamptz)
returns timestamptz
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select (sojourn.working_day((p_asked at time zone h.zone)::date,
	    coalesce(sojourn.rule('credit-exchange', 'letter_days'),
		'2')::integer) + time '18:00') at time zone h.zone
	  from host h
$$;
