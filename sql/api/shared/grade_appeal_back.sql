-- sojourn.grade_appeal_back(actor, appeal): a student takes an open request for
-- correction back (R15).
-- Returns: the state it was in; '' when it is not the student's
-- Tables: grade_appeal (locked, update), grade_appeal_act (insert), person
create or replace function sojourn.grade_appeal_back(p_actor sojourn.actor,
    p_appeal bigint) returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_state text;
begin
	select a.state into v_state
	  from grade_appeal a join person p on p.id = a.person_id
	 where a.id = p_appeal
	   and p_actor.person_id in (p.id, p.merged_into)
	   for no key update of a;
	if v_state = 'open' then
		update grade_appeal set state = 'taken-back' where id = p_appeal;
		insert into grade_appeal_act (appeal_id, act, at, by_kind,
		    by_whom)
		values (p_appeal, 'taken-back', sojourn.now(), 'student',
		    p_actor.account_id);
	end if;
	return coalesce(v_state, '');
end
$$;
