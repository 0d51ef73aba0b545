-- staff_api.missing(...): students who may register and have not, or too little
-- (R18, R184).
-- Parameters: p_university  code or ''; p_why  login, none, below or ''; p_page
--             from 1, 100 each
-- Returns: rows with total; warned_at when the last mail about it went; bounced:
--          a mail to them came back
-- Tables: application, university, temporary_id, registration_warning, outbox
--   (read), those of sojourn.missing
create or replace function staff_api.missing(p_session bytea, p_right text,
    p_term text, p_university text, p_why text, p_page integer, p_lang text)
returns table (application bigint, university text, university_name text,
    student_no text, name_native text, name_latin text, login text,
    why text, credits integer, min_credits integer, warned_at timestamptz,
    bounced boolean, total bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_term integer := sojourn.term_current(p_term);
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select a.id, u.code, sojourn.pick(p_lang, u.name_ko, u.name_en,
	       u.name_ja), a.student_no, a.name_native,
	       btrim(a.name_family || ' ' || a.name_given), coalesce(t.id, ''),
	       m.why, m.credits, m.min_credits,
	       (select max(w.warned_at) from registration_warning w
		 where w.person_id = m.person_id and w.term_id = v_term),
	       exists (select from outbox o where o.person_id = m.person_id
		   and o.state = 'failed'), count(*) over ()
	  from sojourn.missing(v_term, (select x.id from university x
		where x.code = p_university)) m
	  join application a on a.id = m.application_id
	  join university u on u.id = m.university_id
	  left join temporary_id t on t.person_id = m.person_id
	 where (coalesce(p_university, '') = '' or u.code = p_university)
	   and (coalesce(p_why, '') = '' or m.why = p_why)
	 order by u.code, array_position(array['login', 'none', 'below'], m.why),
	       a.name_native, a.id
	 limit 100 offset (greatest(coalesce(p_page, 1), 1) - 1) * 100;
end
$$;
