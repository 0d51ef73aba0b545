-- sojourn.remind_letters(due, week): lists that were committed without their
-- official letter (R6): in the last two days before the deadline, and after it
-- with p_week.
-- Returns: the number of universities that were written to
-- Tables: partner_list, partner_list_row, term, time_window (read), outbox,
--   audit (insert)
create or replace function sojourn.remind_letters(p_due timestamptz,
    p_week boolean) returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_count integer := 0;
	v       record;
begin
	for v in
		select l.university_id, l.term_id, t.code as term, w.closes_at,
		       (select count(*) from partner_list_row r
			 where r.list_id = any (array_agg(l.id))
			   and r.application_id is not null) as n
		  from partner_list l join term t on t.id = l.term_id
		  join time_window w on w.term_id = t.id and w.kind = 'APPLY'
		   and w.university_id is null and w.replaced_at is null
		 where l.state = 'committed' and l.letter_id is null
		 group by l.university_id, l.term_id, t.code, w.closes_at
		having (p_due between w.closes_at - interval '2 days'
			and w.closes_at)
		    or (p_week and p_due > w.closes_at
			and p_due < w.closes_at + interval '60 days')
	loop
		perform sojourn.mail('letter-outstanding', c.email, c.lang,
		    jsonb_build_object('term', v.term, 'n', v.n,
			'until', sojourn.iso_time(v.closes_at)),
		    c.account_id, null, null, null, v.university_id)
		  from sojourn.coordinators(v.university_id) c;
		perform sojourn.note(null, 'remind', 'university',
		    v.university_id, 'done', 'R6', null,
		    jsonb_build_object('term', v.term_id, 'n', v.n,
			'what', 'letter'));
		v_count := v_count + 1;
	end loop;
	return v_count;
end
$$;
