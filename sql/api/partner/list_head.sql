-- partner_api.list_head(session, right, term, list, lang): what stands above a
-- list of registrations of the own university (R55).
-- Parameters: p_list  null = the newest of p_term
-- Returns: one row; none for a foreign or unknown one (S11)
-- Tables: final_list, university, term (read)
create or replace function partner_api.list_head(p_session bytea,
    p_right text, p_term text, p_list bigint, p_lang text)
returns table (id bigint, university text, term text, version integer,
    before integer, stage text, recommend boolean, made_at timestamptz,
    due_at timestamptz, students integer, registrations integer,
    credits integer, added integer, removed integer, changed integer,
    acknowledged_at timestamptz, newest boolean, late boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query
	select l.id, sojourn.pick(p_lang, u.name_ko, u.name_en, u.name_ja),
	       t.code, l.version, l.version - 1, l.stage, l.recommend,
	       l.made_at, l.due_at, l.students, l.registrations, l.credits,
	       l.added, l.removed, l.changed, l.acknowledged_at, n.newest,
	       n.newest and l.acknowledged_at is null
		   and l.due_at <= sojourn.now()
	  from final_list l
	  join university u on u.id = l.university_id
	  join term t on t.id = l.term_id
	 cross join lateral (select not exists (select from final_list x
		where x.university_id = l.university_id
		  and x.term_id = l.term_id and x.version > l.version)
	      as newest) n
	 where l.university_id = v_actor.university_id
	   and v_actor.outcome = 'done'
	   and (l.id = p_list or (p_list is null
		and l.term_id = sojourn.term_current(p_term)))
	 order by l.version desc limit 1;
end
$$;
