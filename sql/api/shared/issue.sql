-- sojourn.issue(...): the IDs of everyone approved, in one transaction (R8,
-- R21-R24, R41, R43).  A new person gets the next serial, an account and the
-- right; a known one keeps ID and password and gets the right of this term.
-- What the plan skips is skipped and said.  Serials are taken under the lock
-- of the term's row, so that two runs follow one another and nothing is
-- doubled; a run that fails leaves nothing behind.
-- Parameters: p_release  when the mails go, null = at once (C33)
--             p_run      names the run in the mails and in the audit
-- Returns: one row for the whole (application null) with the numbers issued,
--   new, known, skipped, mails; outcome done, already (nothing left), review
--   or what else kept every single one.  Then a row per skipped application.
-- Tables: id_serial, application (update); person, temporary_id, account,
--   account_role, student, registration_right, outbox, audit (insert)
create or replace function sojourn.issue(p_actor sojourn.actor, p_term integer,
    p_release timestamptz, p_applications bigint[], p_run text)
returns table (application bigint, outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_new   bigint[];
	v_known bigint[];
	v_first text;
	v_skip  integer := 0;
	v_mails integer;
	v_row   record;
begin
	insert into id_serial (term_id) values (p_term) on conflict do nothing;
	perform from id_serial s where s.term_id = p_term for update;
	perform from application a
	  where a.term_id = p_term and a.state = 'approved'
	    and (p_applications is null or a.id = any (p_applications))
	  order by a.id for update;
	perform sojourn.identify_all(array_agg(a.id))
	  from application a
	 where a.term_id = p_term and a.state = 'approved'
	   and a.person_id is null
	having count(*) > 0;
	select array_agg(p.application) filter (where p.fate = 'new'),
	       array_agg(p.application) filter (where p.fate = 'known'),
	       min(p.fate) filter (where p.fate not in ('new', 'known')),
	       count(*) filter (where p.fate not in ('new', 'known'))
	  into v_new, v_known, v_first, v_skip
	  from sojourn.issue_plan(p_term, p_applications) p;
	for v_row in select p.application, p.fate, row_number() over () as n
	    from sojourn.issue_plan(p_term, p_applications) p
	    where p.fate not in ('new', 'known')
	loop
		application := v_row.application;
		outcome := v_row.fate;
		rule := case v_row.fate when 'review' then 'R22'
		    when 'not-recommended' then 'R3' when 'not-approved' then 'R37'
		    when 'duplicate' then 'R23' else 'R8' end;
		detail := jsonb_build_object('section',
		    v_row.application::text);
		perform sojourn.note(p_actor, 'issue', 'application',
		    v_row.application, outcome, rule, p_run, detail,
		    v_row.n::integer);
		return next;
	end loop;
	perform sojourn.issue_new(p_actor, p_term, p_release, v_new);
	v_mails := sojourn.issue_finish(p_actor, p_term, p_release, p_run,
	    v_new || v_known);
	application := null;
	rule := 'R8';
	outcome := case when cardinality(v_new || v_known) > 0 then 'done'
	    when v_skip = 0 then 'already' else v_first end;
	detail := jsonb_build_object(
	    'issued', coalesce(cardinality(v_new || v_known), 0),
	    'new', coalesce(cardinality(v_new), 0),
	    'known', coalesce(cardinality(v_known), 0),
	    'skipped', v_skip, 'mails', v_mails, 'release', p_release);
	perform sojourn.note(p_actor, 'issue', 'term', p_term, outcome, rule,
	    p_run, detail);
	return next;
end
$$;
