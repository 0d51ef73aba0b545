-- sojourn.remind_grades(due, week): instructors whose grades are missing (C32):
-- five working days before they are due, on the day itself, on each working day
-- until the announcement, and then with p_week.
-- Parameters: p_due  nine o'clock of a working day
-- Returns: the number of mails, one per instructor and term
-- Tables: term, host, section, section_instructor, account (read), outbox,
--   audit (insert); by sojourn.grade_times, sojourn.grade_figures
create or replace function sojourn.remind_grades(p_due timestamptz,
    p_week boolean) returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_zone text := coalesce((select zone from host), 'Asia/Seoul');
	v_day  date := (p_due at time zone v_zone)::date;
	v      record;
	v_n    integer;
	v_all  integer := 0;
begin
	-- Days that were missed are not made up for with a mail each.
	if p_due < sojourn.now() - interval '20 hours' then
		return 0;
	end if;
	for v in
		select t.id, t.code, w.state, w.due_at,
		       (w.due_at at time zone v_zone)::date as day
		  from term t cross join sojourn.grade_times(t.id) w
		 where t.id > 0 and w.due_at is not null
		   and upper(t.classes) + 60 > v_day
	loop
		continue when v.state = 'before' or not (case v.state
		    when 'announced' then p_week
		    when 'late' then true
		    else v.day = v_day or v.day = working_day(v_day, 5) end);
		with due as (
			select i.account_id, count(*) as sections,
			       sum(f.missing) as missing
			  from section s
			  join section_instructor i on i.section_id = s.id
			 cross join lateral grade_figures(s.id) f
			 where s.term_id = v.id and f.missing > 0
			 group by i.account_id),
		sent as (
			insert into outbox (kind, lang, to_address, account_id,
			    params)
			select 'grade-reminder', a.lang, a.email, a.id,
			       jsonb_strip_nulls(jsonb_build_object('term',
				   v.code, 'n', d.missing, 'sections',
				   d.sections, 'until', iso_time(v.due_at),
				   'overdue', case when v.due_at <= p_due
				       then '1' end))
			  from due d join account a on a.id = d.account_id
			 where a.disabled_at is null and a.email <> ''
			 order by a.id
			returning account_id)
		insert into audit (told_at, account_id, program, act,
		    object_kind, object_id, outcome, rule, detail)
		select sojourn.now(), null, substr(session_user, 9), 'remind',
		       'account', s.account_id, 'done', 'C32',
		       jsonb_build_object('term', v.id, 'what', 'grades')
		  from sent s order by s.account_id;
		get diagnostics v_n = row_count;
		v_all := v_all + v_n;
	end loop;
	return v_all;
end
$$;
