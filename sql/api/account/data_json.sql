-- account_api.data_json(session, right, lang): everything /account/data shows,
-- to take along.
-- Returns: one text
-- Tables: those of the data functions
create or replace function account_api.data_json(p_session bytea,
    p_right text, p_lang text)
returns table (data text)
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select jsonb_pretty(jsonb_build_object(
	    'person', (select jsonb_agg(q)
		from account_api.data_person(p_session, p_right) q),
	    'places', (select jsonb_agg(q)
		from account_api.data_places(p_session, p_right, p_lang) q),
	    'degree', (select jsonb_agg(q)
		from account_api.data_degree(p_session, p_right) q),
	    'applications', (select jsonb_agg(q) from
		account_api.data_applications(p_session, p_right, p_lang) q),
	    'courses', (select jsonb_agg(q)
		from account_api.data_courses(p_session, p_right) q),
	    'grades', (select jsonb_agg(q)
		from account_api.data_grades(p_session, p_right) q),
	    'grade_corrections', (select jsonb_agg(q)
		from account_api.data_appeals(p_session, p_right) q),
	    'mails', (select jsonb_agg(q)
		from account_api.data_mails(p_session, p_right) q),
	    'acts', (select jsonb_agg(q)
		from account_api.data_acts(p_session, p_right) q),
	    'corrections', (select jsonb_agg(q)
		from account_api.corrections(p_session, p_right) q)))
$$;
