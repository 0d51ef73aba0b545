-- partner_api.lists(session, right, term): the lists of registrations (R55) and
-- of grades (R186) of the own university, newest first.
-- Returns: a row per version; newest: the one that can be acknowledged; late:
--          it should have been
-- Tables: final_list, account, official_letter (read)
create or replace function partner_api.lists(p_session bytea, p_right text,
    p_term text)
returns table (id bigint, version integer, stage text, recommend boolean,
    made_at timestamptz, due_at timestamptz, students integer,
    registrations integer, credits integer, added integer, removed integer,
    changed integer, acknowledged_at timestamptz, acknowledged_name text,
    letter_no text, newest boolean, late boolean, kind text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query
	select l.id, l.version, l.stage, l.recommend, l.made_at, l.due_at,
	       l.students, l.registrations, l.credits, l.added, l.removed,
	       l.changed, l.acknowledged_at, c.name, o.letter_no, n.newest,
	       n.newest and l.acknowledged_at is null
		   and l.due_at <= sojourn.now(), l.kind
	  from final_list l
	  left join account c on c.id = l.acknowledged_by
	  left join official_letter o on o.id = l.letter_id
	 cross join lateral (select not exists (select from final_list x
		where x.university_id = l.university_id
		  and x.term_id = l.term_id and x.kind = l.kind
		  and x.version > l.version)
	      as newest) n
	 where l.university_id = v_actor.university_id
	   and l.term_id = sojourn.term_current(p_term)
	   and v_actor.outcome = 'done'
	 order by l.id desc;
end
$$;
