-- sojourn.student_change(...): what a home university does about one of its
-- applicants, itself or through staff on its behalf.
-- Parameters: p_decision, p_value  see partner_api.student_act
-- Outcomes: done; pending (new_email of an issued student: staff decide, C27);
--   already (nothing to change); gone (unknown, foreign, withdrawn, expired,
--   alike, S11); unconfirmed (R36); closed R8 (an ID is issued: refuse the
--   recommendation instead) or R37 (rejected); invalid (the value)
-- Tables: application (locked, update), correction (insert),
--   registration_right (update), outbox (insert) and those of claim_settle
create or replace function sojourn.student_change(p_actor sojourn.actor,
    p_university integer, p_application bigint, p_decision text,
    p_reason text, p_value text)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_a application;
begin
	select a.* into v_a from application a
	 where a.id = p_application and a.university_id = p_university
	   for update;
	if not found or v_a.state in ('withdrawn', 'expired') then
		return verdict('gone', 'R6');
	elsif v_a.state = 'unconfirmed' then
		return verdict('unconfirmed', 'R36');
	elsif v_a.state = 'rejected' then
		return verdict('closed', 'R37');
	elsif v_a.state = 'issued' and p_decision in ('retract', 'settle') then
		return verdict('closed', 'R8');
	end if;
	return case p_decision
	    when 'retract' then student_retract(v_a, p_reason)
	    when 'status_change' then student_status(v_a, p_value, p_reason)
	    when 'new_email' then student_email(p_actor, v_a, p_value, p_reason)
	    when 'settle' then claim_settle(p_actor, v_a, p_value)
	    else verdict('invalid', 'R6', '{"field": "decision"}') end;
end
$$;
