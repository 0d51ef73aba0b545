-- staff_api.practices(): the practices that have ended, the newest first.
-- Tables: practice, term, account (read)
create or replace function staff_api.practices(p_session bytea, p_right text)
returns table (term text, opens_at timestamptz, ended_at timestamptz,
    started_name text, rights integer, students integer, registered integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select t.code, p.opens_at, p.ended_at, a.name, p.students,
	       (p.result ->> 'students')::integer,
	       (p.result ->> 'registered')::integer
	  from practice p
	  join term t on t.id = p.term_id
	  join account a on a.id = p.started_by
	 where p.ended_at is not null
	 order by p.id desc limit 20;
end
$$;
