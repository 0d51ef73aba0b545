-- sojourn.grades_announced(term): since when the grades of a term are seen.
-- Once announced they are seen for ever, also when the window is moved (R14).
-- Returns: the moment; null while they are hidden
-- Tables: grade_announcement, time_window (read)
create or replace function sojourn.grades_announced(p_term integer)
returns timestamptz
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return coalesce(
	    (select a.at from grade_announcement a where a.term_id = p_term),
	    (select w.opens_at from time_window w
	      where w.term_id = p_term and w.kind = 'GRADE_VIEW'
		and w.university_id is null and w.replaced_at is null
		and w.opens_at <= sojourn.now()));
end
$$;
