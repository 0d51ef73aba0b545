-- register_api.waiting(session, right, lang): the waiting lists the student is
-- on, as they are (R30).
-- Returns: a row per list in order of joining: place among those who are still
--          on it and how many that are, state waiting, passed or offered, until
--          when the offer holds, and what was in the way when passed over
-- Tables: waitlist, section, course (read)
create or replace function register_api.waiting(p_session bytea, p_right text,
    p_lang text)
returns table (code text, name text, times text, place integer,
    n integer, state text, until timestamptz, conflict boolean,
    over boolean, agreed boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select s.code, pick(p_lang, c.title_ko, c.title_en,
		   coalesce(nullif(c.title_ja, ''), c.title_en)),
	       coalesce(times_text(s.id, p_lang), ''), l.place, l.n, w.state,
	       w.expires_at, 'conflict' = any (w.why), 'credits' = any (w.why),
	       'quota' = any (w.why)
	  from waitlist w
	  join section s on s.id = w.section_id
		and s.term_id = sojourn.term_register()
	  join course c on c.id = s.course_id
	 cross join lateral (
		select count(*)::integer as n,
		       (count(*) filter (where o.id <= w.id))::integer as place
		  from waitlist o where o.section_id = w.section_id
		   and o.state in ('waiting', 'passed', 'offered')) l
	 where w.person_id = v_actor.person_id
	   and w.state in ('waiting', 'passed', 'offered')
	   and (w.state <> 'offered' or w.expires_at > sojourn.now())
	 order by w.id;
end
$$;
