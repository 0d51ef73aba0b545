-- sojourn.grade_why(state, granted, percent, pass, mark): why a registration gives
-- no credits, '' when it does.  The grade is kept whatever this says (R46).
-- Parameters: p_state, p_granted  of the enrolment; p_mark  the lowest percent
--             that passes (rule grade_pass)
-- Returns: '', withdrawn, closed, missing (no grade yet), not-recommended, failed
create or replace function sojourn.grade_why(p_state text, p_granted boolean,
    p_percent numeric, p_pass boolean, p_mark numeric)
returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case
	    when p_state = 'withdrawn' then 'withdrawn'
	    when p_state = 'closed_by_host' then 'closed'
	    when not p_granted then 'not-recommended'
	    when p_percent is null and p_pass is null then 'missing'
	    when p_percent < p_mark or not p_pass then 'failed'
	    else '' end
$$;
