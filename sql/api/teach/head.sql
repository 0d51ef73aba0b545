-- teach_api.head(session, right, section, term, lang): what stands above a
-- section: what it is, when grades are due, how far they are.
-- Returns: one row; none for a section the actor does not teach
-- Tables: section, course, term (read)
create or replace function teach_api.head(p_session bytea, p_right text,
    p_section text, p_term text, p_lang text)
returns table (code text, term text, title text, state text, grading text,
    credits integer, times text, room text, capacity integer, entry text,
    opens_at timestamptz, due_at timestamptz, announced_at timestamptz,
    students integer, withdrawn integer, given integer, missing integer,
    late integer, mean text, median text, lowest text, highest text,
    appeals integer, lowest_pass text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_id    integer;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_id := teach_api.section_of(v_actor, p_section, p_term);
	return query
	select s.code, t.code, sojourn.pick(p_lang, c.title_ko, c.title_en,
	       c.title_ja), s.state, s.grading, s.credits,
	       coalesce(sojourn.times_text(s.id, p_lang), ''), s.room,
	       k.capacity::integer, w.state, w.opens_at, w.due_at, w.announced_at,
	       f.students, f.withdrawn, f.given, f.missing, f.late, f.mean,
	       f.median, f.lowest, f.highest, f.appeals,
	       trim_scale(sojourn.grade_mark(t.id))::text
	  from section s
	  join course c on c.id = s.course_id
	  join term t on t.id = s.term_id
	  join section_seat k on k.section_id = s.id
	 cross join sojourn.grade_times(s.term_id) w
	 cross join sojourn.grade_figures(s.id) f
	 where s.id = v_id;
end
$$;
