-- account_api.data_applications(session, right, lang): my applications.
-- Tables: application, term, university (read)
create or replace function account_api.data_applications(p_session bytea,
    p_right text, p_lang text)
returns table (term text, university text, student_no text, door text,
    state text, recommendation text, email text, submitted_at timestamptz,
    consent_collect_at timestamptz, consent_provide_at timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query
	select t.code, case p_lang when 'ko' then u.name_ko
		when 'ja' then u.name_ja else u.name_en end,
	       a.student_no, a.door, case when a.published_at > sojourn.now()
		    and a.state in ('approved', 'rejected')
		then 'submitted' else a.state end,
	       a.recommendation, a.email, a.submitted_at,
	       a.consent_collect_at, a.consent_provide_at
	  from application a join term t on t.id = a.term_id
	  join university u on u.id = a.university_id
	 where v_actor.outcome = 'done' and a.person_id = v_actor.person_id
	 order by a.id desc;
end
$$;
