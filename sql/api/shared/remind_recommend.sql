-- sojourn.remind_recommend(due, week): universities whose recommendations are
-- overdue (C32): those that became so since the last working day, and with
-- p_week every one.  The mail goes to the recommenders, else the coordinators.
-- Returns: the number of mails
-- Tables: application, university, term, account, account_role (read),
--   outbox (insert)
create or replace function sojourn.remind_recommend(p_due timestamptz,
    p_week boolean) returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_mails integer := 0;
	v       record;
begin
	for v in
		select a.university_id, t.id as term_id, t.code as term,
		       count(*) as n, min(d.at) as until
		  from application a join term t on t.id = a.term_id
		 cross join lateral (select sojourn.recommend_due(a.id) as at) d
		 where a.recommendation = 'none' and d.at <= p_due
		   and a.state in ('submitted', 'held', 'approved', 'issued')
		   and t.classes && daterange((p_due - interval '60 days')::date,
		       (p_due + interval '400 days')::date)
		 group by a.university_id, t.id, t.code
		having p_week or max(d.at) > p_due - interval '4 days'
	loop
		perform sojourn.mail('recommend-asked', r.email, r.lang,
		    jsonb_build_object('n', v.n, 'term', v.term,
			'until', sojourn.iso_time(v.until), 'overdue', '1'),
		    r.id, null, null, null, v.university_id)
		  from (select c.id, c.email, c.lang::text from account c
			 where c.university_id = v.university_id
			   and c.disabled_at is null and c.email <> ''
			   and exists (select from account_role o
			    where o.account_id = c.id
			      and o.role = 'recommender')
			union
			select c.account_id, c.email, c.lang
			  from sojourn.coordinators(v.university_id) c
			 where not exists (select from account x
			    join account_role o on o.account_id = x.id
			    where x.university_id = v.university_id
			      and x.disabled_at is null and x.email <> ''
			      and o.role = 'recommender')) r;
		v_mails := v_mails + 1;
		perform sojourn.note(null, 'remind', 'university',
		    v.university_id, 'done', 'R45', null,
		    jsonb_build_object('term', v.term_id, 'n', v.n,
			'what', 'recommend'));
	end loop;
	return v_mails;
end
$$;
