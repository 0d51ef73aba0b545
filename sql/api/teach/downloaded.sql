-- teach_api.downloaded(session, right, section, term): notes that the roster was
-- taken as a file (S25).
-- Returns: done; nothing for a section that is not the actor's
-- Tables: those of sojourn.download
create or replace function teach_api.downloaded(p_session bytea,
    p_right text, p_section text, p_term text)
returns table (outcome text)
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
	if v_id is not null then
		perform sojourn.download(v_actor, 'grades', 'section', v_id,
		    'S25');
		return query select 'done';
	end if;
end
$$;
