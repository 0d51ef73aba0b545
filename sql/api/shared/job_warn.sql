-- sojourn.job_warn(due): some hours (rule warn_hours) before REGISTER and CHANGE
-- close, who has not registered, or less than the least a term asks for (R18,
-- C25), is warned, once for each window.
-- Returns: {"students": n}
-- Tables: time_window (read), those of sojourn.warn_students
create or replace function sojourn.job_warn(p_due timestamptz) returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return (select jsonb_build_object('students', coalesce(sum(
	    warn_students(w.term_id, w.kind, w.closes_at)), 0))
	  from time_window w
	 where w.kind in ('REGISTER', 'CHANGE') and w.term_id > 0
	   and w.university_id is null and w.replaced_at is null
	   and p_due >= greatest(warn_at(w.term_id, w.closes_at), w.opens_at)
	   and p_due < w.closes_at);
end
$$;
