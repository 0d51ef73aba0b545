-- sojourn.job_substitute(due): substitute windows that end (R32).  They end by
-- themselves, because each decision compares the time; the audit notes for each
-- student how many credits were not made good.
-- Returns: {"students": n}
-- Tables: substitute (read), those of sojourn.substitute_upto; audit (insert)
create or replace function sojourn.job_substitute(p_due timestamptz)
returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_n integer;
begin
	insert into audit (told_at, person_id, university_id, program, act,
	    object_kind, object_id, outcome, rule, detail)
	select sojourn.now(), x.person_id, r.university_id,
	       substr(session_user, 9), 'substitute-end', 'term', x.term_id,
	       'done', 'R32', jsonb_build_object('left', coalesce(
		   sojourn.substitute_upto(x.term_id, x.person_id,
		       p_due - interval '1 microsecond') - h.have, 0))
	  from (select distinct s.person_id, s.term_id from substitute s
		 where s.closes_at = p_due) x
	  left join registration_right r on r.person_id = x.person_id
		and r.term_id = x.term_id
	 cross join lateral (select coalesce(sum(e.credits), 0)::integer as have
		  from enrolment e where e.person_id = x.person_id
		   and e.term_id = x.term_id and e.holds_seat) h
	 order by x.person_id;
	get diagnostics v_n = row_count;
	return jsonb_build_object('students', v_n);
end
$$;
