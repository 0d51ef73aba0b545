-- staff_api.issue_plan(term, lang): what POST /staff/issue would do now, by fate and
-- university.
-- Returns: fate (see sojourn.issue_plan), university, number, the web door's
--   results that are published only later (R38)
-- Tables: application, university, term (read)
create or replace function staff_api.issue_plan(p_session bytea, p_right text,
    p_term text, p_lang text)
returns table (fate text, university text, name text, n bigint,
    waiting bigint, until timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select p.fate, u.code, sojourn.pick(p_lang, u.name_ko, u.name_en,
	       u.name_ja), count(*),
	       count(*) filter (where a.published_at > sojourn.now()),
	       max(a.published_at) filter (where a.published_at > sojourn.now())
	  from sojourn.issue_plan(sojourn.term_current(p_term)) p
	  join application a on a.id = p.application
	  join university u on u.id = a.university_id
	 group by p.fate, u.id
	 order by array_position(array['new', 'known', 'review',
		'not-recommended', 'duplicate'], p.fate), u.code;
end
$$;
