-- sojourn.recommend_due(application): until when the home university should say
-- whether it recommends (C32): some working days (rule value recommend_days)
-- after the application, or, for universities that verify registrations, after
-- the end of registration (R45).  The time of day is that of the deadline
-- before it, 18:00.
-- Tables: application, university, term, time_window, host, rule_value,
--   holiday (read)
create or replace function sojourn.recommend_due(p_application bigint)
returns timestamptz
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select (working_day((f.since at time zone z.zone)::date,
		coalesce(rule(t.programme_type, 'recommend_days'), '5')::integer)
		+ time '18:00') at time zone z.zone
	  from application a
	  join university u on u.id = a.university_id
	  join term t on t.id = a.term_id
	 cross join lateral (select coalesce((select zone from host),
		'Asia/Seoul') as zone) z
	 cross join lateral (select case u.verification_stage
		when 'after_registration'
		then (window_state(t.id, 'REGISTER')).closes_at
		else a.submitted_at end as since) f
	 where a.id = p_application
$$;
