-- partner_api.list_head(session, right, term, list, lang): sojourn.list_head of
-- the own university.
-- Parameters: p_list  null = the newest of p_term, of p_kind or of any
-- Tables: those of sojourn.list_head
create or replace function partner_api.list_head(p_session bytea,
    p_right text, p_term text, p_list bigint, p_lang text,
    p_kind text default '')
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
	return query select * from sojourn.list_head(v_actor.university_id,
	    sojourn.term_current(p_term), p_list, p_kind, p_lang);
end
$$;
