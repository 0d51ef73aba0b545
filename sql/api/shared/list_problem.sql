-- sojourn.list_problem(term, university, at): may this university's applicant
-- list be received at this moment?
-- Returns: null when it may; else a verdict: 'ineligible' R2 (no agreement on
--          the term's dates, or the term takes no lists), 'window' R6 (not open
--          yet), 'late' R6 (the host's deadline has passed and no exception,
--          agreed by two people, is recorded for this university)
-- Tables: term, university, agreement, time_window, exception (read)
create or replace function sojourn.list_problem(p_term integer,
    p_university integer, p_at timestamptz default null)
returns sojourn.verdict
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_w record;
begin
	if not exists (select from term t
	    join university u on u.id = p_university and u.active
	    join agreement g on g.university_id = u.id
	     and g.programme_type = t.programme_type and g.valid && t.classes
	    where t.id = p_term and t.door in ('list', 'both')) then
		return sojourn.verdict('ineligible', 'R2');
	end if;
	select * into v_w from sojourn.window_state(p_term, 'APPLY', p_at);
	if v_w.state = 'open' then
		return null;
	elsif v_w.state <> 'closed' then
		return sojourn.verdict('window', 'R6',
		    jsonb_strip_nulls(jsonb_build_object('opens_at',
			to_char(v_w.opens_at at time zone 'Asia/Seoul',
			    'YYYY-MM-DD HH24:MI:SS"+09"'))));
	elsif exists (select from exception e
	    where e.kind = 'late-list' and e.term_id = p_term
	      and e.university_id = p_university and e.person_id is null
	      and e.agreed_by is not null and e.ended_at is null
	      and e.until > coalesce(p_at, sojourn.now())) then
		return null;
	end if;
	return sojourn.verdict('late', 'R6', jsonb_build_object('closes_at',
	    to_char(v_w.closes_at at time zone 'Asia/Seoul',
		'YYYY-MM-DD HH24:MI:SS"+09"')));
end
$$;
