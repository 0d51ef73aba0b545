-- tempid_api.admit(term, university, status): may somebody apply alone now?
-- Outcomes: done; invalid (unknown term or university); closed C2 (the term
--   takes lists only); ineligible R2; window R6 (host) or R7 (the university's
--   own deadline), detail opens_at or closes_at
-- Tables: term, agreement, time_window (read)
create or replace function tempid_api.admit(p_term integer,
    p_university integer, p_status text)
returns sojourn.verdict
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_door text;
	v      record;
	v_host record;
begin
	select t.door into v_door from term t where t.id = p_term;
	if not found then
		return sojourn.verdict('invalid', 'R1', '{"field": "term"}');
	elsif v_door = 'list' then
		return sojourn.verdict('closed', 'C2');
	elsif p_university is null then
		return sojourn.verdict('invalid', 'R2',
		    '{"field": "university"}');
	end if;
	select * into v_host from window_state(p_term, 'APPLY');
	select * into v from apply_window(p_term, p_university);
	if v.state <> 'open' then
		return sojourn.verdict('window', case when v_host.state = 'open'
		    then 'R7' else 'R6' end, case v.state
		    when 'before' then jsonb_build_object('opens_at', v.opens_at)
		    when 'closed' then jsonb_build_object('closes_at', v.closes_at)
		    else '{}' end);
	elsif not has_agreement(p_university, p_term) then
		return sojourn.verdict('ineligible', 'R2',
		    '{"field": "university"}');
	elsif p_status <> 'enrolled' then
		return sojourn.verdict('ineligible', 'R2',
		    '{"field": "status"}');
	end if;
	return sojourn.verdict('done');
end
$$;
