-- teach_api.appeal_acts(session, right): every act of the requests that
-- teach_api.appeals shows (R15).
-- Tables: grade_appeal, section_instructor (read); by
--   sojourn.grade_appeal_acts
create or replace function teach_api.appeal_acts(p_session bytea,
    p_right text)
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
	    select p.id from grade_appeal p
	      join section_instructor i on i.section_id = p.section_id
	     where i.account_id = v_actor.account_id
	     order by p.asked_at desc limit 200));
end
$$;
