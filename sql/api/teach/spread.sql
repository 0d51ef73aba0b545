-- teach_api.spread(session, right, section, term): how the grades of a section
-- are spread; nothing while there are none.
-- Tables: by sojourn.grade_spread
create or replace function teach_api.spread(p_session bytea, p_right text,
    p_section text, p_term text)
returns table (n integer, name text, students integer, x integer, y integer,
    h integer, mid integer, above integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query select s.*
	  from sojourn.grade_spread(array[teach_api.section_of(v_actor,
	      p_section, p_term)]) s;
end
$$;
