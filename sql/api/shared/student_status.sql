-- sojourn.student_status(application, value, reason): enrolled at home, or on
-- leave (R2).  Who is on leave is not approved, keeps an ID that was issued,
-- and may not register.
-- Outcomes: done, already, invalid
-- Tables: application, registration_right (update)
create or replace function sojourn.student_status(p_a sojourn.application,
    p_value text, p_reason text) returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if p_value not in ('enrolled', 'leave') then
		return verdict('invalid', 'R2', '{"field": "value"}');
	elsif p_value = p_a.status then
		return verdict('already', 'R2');
	end if;
	update application
	   set status = p_value, version = version + 1,
	       state = case when p_value = 'leave' and p_a.state in
		   ('submitted', 'approved') then 'held' else p_a.state end,
	       decision_reason = case when p_value = 'leave'
		   then p_reason else decision_reason end
	 where id = p_a.id;
	update registration_right
	   set suspended_at = sojourn.now(), suspended_why = 'status'
	 where application_id = p_a.id and p_value = 'leave'
	   and suspended_at is null;
	if p_value = 'enrolled' then
		perform grant_right(p_a.id);
	end if;
	return verdict('done', 'R2');
end
$$;
