-- staff_api.list_now(term, university): may a list of this university be
-- entered on its behalf? (R6, R7)
-- Returns: outcome (done or that of sojourn.list_problem; invalid with the field
--   when there is no such university or term), the institution's year
-- Tables: university (read), those of sojourn.list_problem
create or replace function staff_api.list_now(p_session bytea,
    p_right text, p_term text, p_university text)
returns table (outcome text, rule text, detail jsonb, this_year integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_term integer := sojourn.term_current(p_term);
	v_uni  integer := (select u.id from university u
	    where u.code = p_university);
	v      sojourn.verdict;
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	v := case when v_uni is null or v_term is null
	    then sojourn.verdict('invalid', 'R6', jsonb_build_object('field',
		case when v_uni is null then 'university' else 'term' end))
	    else sojourn.list_problem(v_term, v_uni) end;
	return query select coalesce(v.outcome, 'done'), v.rule,
	    coalesce(v.detail, '{}'), extract(year from sojourn.now()
		at time zone 'Asia/Seoul')::integer;
end
$$;
