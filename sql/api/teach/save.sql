-- teach_api.save(session, right, request, section, term, rows): grades typed into
-- the sheet, one by one or all of it.
-- Returns: rows of sojourn.grade_enter; one row 'already' for a request that was
--          here before, one 'unknown' for a section that is not the actor's
-- Tables: by sojourn.grade_enter; audit, request (insert)
create or replace function teach_api.save(p_session bytea, p_right text,
    p_request text, p_section text, p_term text, p_rows jsonb)
returns table (student text, outcome text, why text, grade text,
    version integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_id    integer;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_id := teach_api.section_of(v_actor, p_section, p_term);
	if v_id is null then
		return query select '', 'unknown', '', '', 0;
		return;
	elsif not sojourn.claim(v_actor.account_id, p_request, 'grades') then
		return query select '', 'already', '', '', 0;
		return;
	end if;
	return query select * from teach_api.enter(v_actor, p_request, v_id,
	    p_rows, 'form');
end
$$;
