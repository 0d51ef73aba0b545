-- grades_api.appeal_acts(session, right, term): every act of the student's own
-- requests for correction (R15).
-- Tables: grade_appeal, person (read), by sojourn.grade_appeal_acts
create or replace function grades_api.appeal_acts(p_session bytea,
    p_right text, p_term text)
returns table (appeal bigint, act text, at timestamptz, by_kind text,
    who text, why text, until timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query select * from sojourn.grade_appeal_acts(array(
	    select a.id from grade_appeal a join person p on p.id = a.person_id
	     where v_actor.person_id in (p.id, p.merged_into)
	       and a.term_id = sojourn.term_current(p_term)));
end
$$;
