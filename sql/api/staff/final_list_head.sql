-- staff_api.final_list_head(session, right, list, lang): what stands above a list of
-- registrations of any university (R55), for those that get it on paper.
-- Tables: final_list (read), those of sojourn.list_head
create or replace function staff_api.final_list_head(p_session bytea,
    p_right text, p_list bigint, p_lang text)
returns table (id bigint, university text, term text, version integer,
    before integer, stage text, recommend boolean, made_at timestamptz,
    due_at timestamptz, students integer, registrations integer,
    credits integer, added integer, removed integer, changed integer,
    acknowledged_at timestamptz, newest boolean, late boolean, kind text,
    spread jsonb, serial text, signed text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query select * from sojourn.list_head((select l.university_id
	    from final_list l where l.id = p_list), null, p_list, '', p_lang);
end
$$;
