-- sojourn.job_minimum(due): when CHANGE closes, the lower credit limit (R18) is
-- looked at: those who may register and have fewer credits are reported to the
-- academic team, and each is a row of the audit.
-- Returns: {"students": n}
-- Tables: time_window, term, registration_right, enrolment, temporary_id, host
--         (read), audit, outbox (insert)
create or replace function sojourn.job_minimum(p_due timestamptz)
returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_few record;
	v_n   integer := 0;
begin
	for v_few in
		select w.term_id, t.code as term, count(*)::integer as n,
		       array_agg(x.person_id order by x.person_id) as people,
		       string_agg(x.id, ', ' order by x.id)
			   filter (where x.place <= 100) as ids
		  from time_window w
		  join term t on t.id = w.term_id
		  join lateral (select r.person_id, i.id,
			row_number() over (order by i.id) as place
		    from registration_right r
		    left join temporary_id i on i.person_id = r.person_id
		   where r.term_id = w.term_id and r.suspended_at is null
		     and r.min_credits > (select coalesce(sum(e.credits), 0)
			from enrolment e where e.person_id = r.person_id
			  and e.term_id = r.term_id and e.holds_seat)) x on true
		 where w.kind = 'CHANGE' and w.university_id is null
		   and w.replaced_at is null and w.closes_at = p_due
		 group by w.term_id, t.code
	loop
		v_n := v_n + v_few.n;
		insert into audit (told_at, person_id, program, act, object_kind,
		    object_id, outcome, rule)
		select sojourn.now(), p, substr(session_user, 9), 'below-minimum',
		       'term', v_few.term_id, 'minimum', 'R18'
		  from unnest(v_few.people) p
		 where not exists (select from audit a where a.person_id = p
		    and a.act = 'below-minimum' and a.object_id = v_few.term_id);
		perform sojourn.mail('below-minimum', h.contact_email, 'ko',
		    jsonb_build_object('n', v_few.n, 'term', v_few.term,
			'students', v_few.ids))
		  from host h;
	end loop;
	return jsonb_build_object('students', v_n);
end
$$;
