-- sojourn.issue_finish(...): the part of sojourn.issue() that new and known
-- people share: place of study, state, right of the term, mail, audit.
-- The mail goes to the account's address; when the form gave another one, that
-- mailbox hears only that an application in this name arrived (C27, S1).
-- Returns: the number of mails
-- Tables: outbox, audit (insert), application (update), student (by
--   sojourn.enter_students), registration_right (by sojourn.grant_rights),
--   account, temporary_id, term (read)
create or replace function sojourn.issue_finish(p_actor sojourn.actor,
    p_term integer, p_release timestamptz, p_run text, p_applications bigint[])
returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_mails integer;
	v_more  integer;
begin
	if coalesce(cardinality(p_applications), 0) = 0 then
		return 0;
	end if;
	update application a
	   set state = 'issued', issued_at = sojourn.now(),
	       person_id = sojourn.person_root(a.person_id),
	       published_at = least(a.published_at,
		   coalesce(p_release, sojourn.now())),
	       version = a.version + 1
	 where a.id = any (p_applications);
	perform sojourn.enter_students(p_applications);
	perform sojourn.grant_rights(p_applications);
	-- The mail with the ID says more than the one that says "approved".
	update outbox o set state = 'dropped'
	 where o.application_id = any (p_applications)
	   and o.kind = 'decided' and o.state = 'queued';
	insert into outbox (kind, lang, to_address, account_id, person_id,
	    application_id, university_id, params, not_before)
	select 'id-issued', c.lang, c.email, c.id, c.person_id, a.id,
	       a.university_id, jsonb_build_object('id', t.id, 'term', m.code,
		   'run', p_run,
		   'known', t.issued_at < transaction_timestamp(),
		   'recommended', a.recommendation = 'recommended'),
	       p_release
	  from application a join account c on c.person_id = a.person_id
	  join temporary_id t on t.person_id = a.person_id
	  join term m on m.id = a.term_id
	 where a.id = any (p_applications) and c.email <> ''
	 order by a.id;
	get diagnostics v_mails = row_count;
	insert into outbox (kind, lang, to_address, application_id, params,
	    not_before)
	select 'application-arrived', a.lang, a.email, a.id,
	       jsonb_build_object('term', m.code, 'run', p_run), p_release
	  from application a join account c on c.person_id = a.person_id
	  join term m on m.id = a.term_id
	 where a.id = any (p_applications)
	   and lower(a.email) <> lower(c.email) and c.email <> '';
	get diagnostics v_more = row_count;
	perform sojourn.note(p_actor, 'issue', 'application', a.id, 'done', 'R8',
	    null, jsonb_build_object('run', p_run), 0, a.person_id)
	  from application a where a.id = any (p_applications) order by a.id;
	return v_mails + v_more;
end
$$;
