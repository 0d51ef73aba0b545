-- teach_api.terms(session, right, term): the terms in which the actor teaches,
-- newest first; current: the one that is shown.
-- Tables: section_instructor, section, term (read)
create or replace function teach_api.terms(p_session bytea, p_right text,
    p_term text)
returns table (code text, current boolean)
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
	select t.code, t.id = sojourn.term_current(p_term)
	  from term t
	 where t.id > 0 and (t.id = sojourn.term_current(p_term) or exists (
		select from section s
		  join section_instructor i on i.section_id = s.id
		 where s.term_id = t.id and i.account_id = v_actor.account_id))
	 order by lower(t.classes) desc;
end
$$;
