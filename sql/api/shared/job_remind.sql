-- sojourn.job_remind(due): on each working day at nine, whoever has to act and
-- is late hears of it once, and then once a week, on the first working day.
-- Returns: {"recommend": mails, "letters": mails, "lists": lists,
--   "grades": mails, "appeals": requests,
--   "authors": mails about letters of recommendation}
-- Tables: holiday (read), those of the functions it calls
create or replace function sojourn.job_remind(p_due timestamptz) returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_zone text := coalesce((select zone from host), 'Asia/Seoul');
	v_day  date := (p_due at time zone v_zone)::date;
	v_week boolean;
begin
	if sojourn.working_day(v_day - 1, 1) <> v_day then
		return '{"recommend": 0, "letters": 0, "lists": 0, "grades": 0,
		    "appeals": 0, "authors": 0}';
	end if;
	v_week := sojourn.working_day(date_trunc('week', v_day)::date - 1, 1)
	    = v_day;
	return jsonb_build_object(
	    'recommend', sojourn.remind_recommend(p_due, v_week),
	    'letters', sojourn.remind_letters(p_due, v_week),
	    'lists', sojourn.remind_lists(p_due, v_week),
	    'grades', sojourn.remind_grades(p_due, v_week),
	    'appeals', sojourn.remind_appeals(p_due),
	    'authors', sojourn.remind_authors(p_due, v_week));
end
$$;
