-- sojourn.grade_times(term): when grades of a term are entered (C32).
-- Returns: state  before (registrations may still change), open, late (after
--          the due date), announced;
--          opens_at  the end of CHANGE, else the first day of classes;
--          due_at  18:00 of the last Friday (rule grade_entry_day) before the
--          announcement, or the working day before it where that is none;
--          announced_at  of GRADE_VIEW, null without that window
-- Tables: term, time_window, host, holiday (read)
create or replace function sojourn.grade_times(p_term integer,
    out state text, out opens_at timestamptz, out due_at timestamptz,
    out announced_at timestamptz)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_zone  text := coalesce((select zone from host), 'Asia/Seoul');
	v_t     record;
	v_view  timestamptz;
	v_day   date;
begin
	select t.programme_type, lower(t.classes) as begins into v_t
	  from term t where t.id = p_term;
	opens_at := coalesce((sojourn.window_state(p_term, 'CHANGE')).closes_at,
	    v_t.begins::timestamp at time zone v_zone);
	v_view := (sojourn.window_state(p_term, 'GRADE_VIEW')).opens_at;
	announced_at := coalesce(sojourn.grades_announced(p_term), v_view);
	if v_view is not null then
		v_day := (v_view at time zone v_zone)::date - 1;
		v_day := v_day - (extract(isodow from v_day)::integer
		    - coalesce(sojourn.rule(v_t.programme_type,
			'grade_entry_day'), '5')::integer + 7) % 7;
		while sojourn.working_day(v_day - 1, 1) <> v_day loop
			v_day := v_day - 1;
		end loop;
		due_at := (v_day + time '18:00') at time zone v_zone;
	end if;
	state := case
	    when sojourn.grades_announced(p_term) is not null then 'announced'
	    when sojourn.now() < opens_at then 'before'
	    when sojourn.now() >= due_at then 'late'
	    else 'open' end;
end
$$;
