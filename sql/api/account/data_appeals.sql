-- account_api.data_appeals(session, right): the corrections of grades that I asked
-- for, with my reasons, both grades and the answers (R15), the newest first.
-- Tables: grade_appeal, person (read), those of sojourn.grade_appeals
create or replace function account_api.data_appeals(p_session bytea,
    p_right text)
returns table (term text, section text, state text, reason text, before text,
    after text, asked_at timestamptz, decided_at timestamptz, answer text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select a.term, a.section, a.state, a.reason, a.before, a.after,
	       a.asked_at, a.decided_at, a.answer
	  from sojourn.grade_appeals(array(select x.id from grade_appeal x
		  join person p on p.id = x.person_id
		 where v_actor.person_id in (p.id, p.merged_into)), '') a
	 order by a.asked_at desc;
end
$$;
