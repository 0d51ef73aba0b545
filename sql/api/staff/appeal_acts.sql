-- staff_api.appeal_acts(session, right, term): every act of the requests for
-- correction of a term (R15).
-- Tables: grade_appeal (read); by sojourn.grade_appeal_acts
create or replace function staff_api.appeal_acts(p_session bytea,
    p_right text, p_term text)
returns table (appeal bigint, act text, at timestamptz, by_kind text,
    who text, why text, until timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query select * from sojourn.grade_appeal_acts(array(
	    select p.id from grade_appeal p
	     where p.term_id = sojourn.term_current(p_term)));
end
$$;
