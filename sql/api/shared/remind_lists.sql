-- sojourn.remind_lists(due, week): universities that have not acknowledged
-- their newest list (R55): on the working day before it is due, on the first
-- one after, and from then on with p_week.
-- Parameters: p_due   nine o'clock of a working day
-- Returns: the number of lists that were reminded of
-- Tables: final_list, term, host, holiday (read), final_list (update), outbox,
--   audit (insert)
create or replace function sojourn.remind_lists(p_due timestamptz,
    p_week boolean) returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_zone   text := coalesce((select zone from host), 'Asia/Seoul');
	v_day    date := (p_due at time zone v_zone)::date;
	v_soon   date := working_day(v_day, 1);       -- due on this day: now
	v_before date := (select max(d::date)
	    from generate_series(v_day - 14, v_day - 1, interval '1 day') d
	   where working_day(d::date - 1, 1) = d::date);
	v_ids    bigint[];
begin
	with late as (
		select l.id from final_list l join term t on t.id = l.term_id
		 where l.acknowledged_at is null
		   and upper(t.classes) + 60 > v_day
		   and not exists (select from final_list n
			where n.university_id = l.university_id
			  and n.term_id = l.term_id and n.kind = l.kind
			  and n.version > l.version)
		   and (l.reminded_at is null or l.reminded_at < p_due)
		   and l.made_at < p_due
		   and ((l.due_at at time zone v_zone)::date = v_soon
			or (l.due_at <= p_due and (p_week or (l.due_at
			    at time zone v_zone)::date >= v_before))))
	select array_agg(late.id order by late.id) into v_ids from late;
	update final_list set reminded_at = p_due where id = any (v_ids);
	insert into outbox (kind, lang, to_address, account_id, university_id,
	    params)
	select 'list-reminder', c.lang, c.email, c.account_id, l.university_id,
	       jsonb_strip_nulls(jsonb_build_object('term', t.code,
		   'version', l.version, 'students', l.students,
		   'registrations', l.registrations,
		   'grades', case when l.kind = 'grades' then '1' end,
		   'until', iso_time(l.due_at),
		   'overdue', case when l.due_at <= p_due then '1' end))
	  from final_list l
	  join term t on t.id = l.term_id
	 cross join lateral coordinators(l.university_id) c
	 where l.id = any (v_ids) order by l.id;
	insert into audit (told_at, university_id, program, act, object_kind,
	    object_id, outcome, rule, detail)
	select sojourn.now(), l.university_id, substr(session_user, 9), 'remind',
	       'university', l.university_id, 'done', 'R55', jsonb_build_object(
		   'term', l.term_id, 'list', l.id, 'what', 'list')
	  from final_list l where l.id = any (v_ids) order by l.id;
	return coalesce(cardinality(v_ids), 0);
end
$$;
