-- teach_api.index(session, right, term, lang): the actor's sections of a term
-- with what is due.
-- Returns: a row per section; entry as sojourn.grade_times (what is due until
--          when), figures as sojourn.grade_figures, appeal_due of the oldest
--          open request
-- Tables: section_instructor, section, course, term, grade_appeal (read)
create or replace function teach_api.index(p_session bytea, p_right text,
    p_term text, p_lang text)
returns table (code text, term text, title text, state text, credits integer,
    times text, room text, entry text, opens_at timestamptz,
    due_at timestamptz, announced_at timestamptz, students integer,
    withdrawn integer, given integer, missing integer, appeals integer,
    appeal_due timestamptz, appeal_late boolean)
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
	select s.code, t.code, sojourn.pick(p_lang, c.title_ko, c.title_en,
	       c.title_ja), s.state, s.credits,
	       coalesce(sojourn.times_text(s.id, p_lang), ''), s.room,
	       w.state, w.opens_at, w.due_at, w.announced_at, f.students,
	       f.withdrawn, f.given, f.missing, f.appeals, a.due,
	       coalesce(a.due <= sojourn.now(), false)
	  from section_instructor i
	  join section s on s.id = i.section_id
	  join course c on c.id = s.course_id
	  join term t on t.id = s.term_id
	 cross join sojourn.grade_times(s.term_id) w
	 cross join lateral sojourn.grade_figures(s.id) f
	 cross join lateral (select min(p.due_at) as due from grade_appeal p
	     where p.section_id = s.id and p.state = 'open') a
	 where i.account_id = v_actor.account_id and s.id > 0
	   and s.term_id = sojourn.term_current(p_term)
	 order by s.code;
end
$$;
