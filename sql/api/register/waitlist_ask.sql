-- register_api.waitlist_ask(session, right, lang, code): what somebody should know
-- before joining the waiting list of a section.
-- Returns: one row; none for a section that has no list.  n: how many wait; mine:
--          is one of them; hours: how long a seat is offered; conflict, over:
--          what would be in the way at this moment
-- Tables: section, course, term, waitlist (read), and as sojourn.rehearse
create or replace function register_api.waitlist_ask(p_session bytea,
    p_right text, p_lang text, p_code text)
returns table (code text, name text, times text, n integer, mine boolean,
    hours integer, conflict boolean, over boolean, other text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_register();
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select s.code, pick(p_lang, c.title_ko, c.title_en,
		   coalesce(nullif(c.title_ja, ''), c.title_en)),
	       coalesce(times_text(s.id, p_lang), ''), l.n, l.mine,
	       coalesce(rule(t.programme_type, 'waitlist_hours'), '12')::integer,
	       'conflict' = any (r.reasons), 'credits' = any (r.reasons),
	       coalesce(r.other, '')
	  from section s
	  join term t on t.id = s.term_id
	  join course c on c.id = s.course_id
	 cross join lateral (
		select count(*)::integer as n, coalesce(bool_or(w.person_id
		    = v_actor.person_id), false) as mine
		  from waitlist w where w.section_id = s.id
		   and w.state in ('waiting', 'passed', 'offered')) l
	  left join rehearse(v_term, v_actor.person_id, array[p_code]) r on true
	 where s.term_id = v_term and s.code = p_code and s.waitlist;
end
$$;
