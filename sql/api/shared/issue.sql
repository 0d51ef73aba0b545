-- sojourn.issue(...): the IDs of everyone approved, in one transaction (R8,
-- R21-R24, R41, R43).  A new person gets the next serial, an account and the
-- right; a known one keeps ID and password and gets the right of this term.
-- What the plan skips is skipped and said.  Serials are taken under the lock
-- of the term's row, so that two runs follow one another and nothing is
-- doubled; a run that fails leaves nothing behind.
-- Parameters: p_release  when the mails go, null = at once (C33)
--             p_run      names the run in the mails and in the audit
-- Returns: an answer for the whole with the numbers issued, new, known,
--   skipped, mails: done, already (nothing left), of a selection review or
--   what else kept every single one, full (no serials left); then one per
--   application that was skipped, at most 200.
-- Tables: id_serial, application (update); person, temporary_id, account,
--   account_role, student, registration_right, outbox, audit (insert)
create or replace function sojourn.issue(p_actor sojourn.actor, p_term integer,
    p_release timestamptz, p_applications bigint[], p_run text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_last  integer;
	v_new   bigint[];
	v_known bigint[];
	v_first text;
	v_skip  integer;
	v_ids   bigint[];
	v_mails integer;
	v_left  sojourn.answer[];
begin
	insert into id_serial (term_id) values (p_term) on conflict do nothing;
	select s.last into v_last from id_serial s
	 where s.term_id = p_term for update;
	-- What is approved after this line is for the next time: only what is
	-- locked is issued.
	select coalesce(p_applications, array_agg(q.id), '{}') into v_ids
	  from (select a.id from application a
		 where a.term_id = p_term
		   and case when p_applications is null then a.state = 'approved'
			else a.id = any (p_applications) end
		 order by a.id for update) q;
	-- Whoever has no person yet gets one now, whatever was thought before.
	update application a set identity = 'open'
	 where a.term_id = p_term and a.state = 'approved'
	   and a.person_id is null and a.identity <> 'open';
	perform sojourn.identify_all(array_agg(a.id))
	  from application a
	 where a.term_id = p_term and a.state = 'approved'
	   and a.person_id is null
	having count(*) > 0;
	with plan as materialized (
		select * from sojourn.issue_plan(p_term, v_ids)),
	skipped as (
		select p.*, row_number() over (order by p.application) as n
		  from plan p where p.fate not in ('new', 'known'))
	select (select array_agg(p.application) from plan p
		 where p.fate = 'new'),
	       (select array_agg(p.application) from plan p
		 where p.fate = 'known'),
	       (select s.fate from skipped s where s.n = 1),
	       (select count(*) from skipped),
	       (select array_agg(sojourn.says('issue-skip', s.fate, case s.fate
		    when 'review' then 'R22' when 'not-recommended' then 'R3'
		    when 'not-approved' then 'R37' when 'duplicate' then 'R23'
		    else 'R8' end, '{}', s.application::text, 'application',
		    s.application) order by s.n) from skipped s where s.n <= 200)
	  into v_new, v_known, v_first, v_skip, v_left;
	if v_last + coalesce(cardinality(v_new), 0) > 99999 then
		return next sojourn.says('issue', 'full', 'R21',
		    jsonb_build_object('left', 99999 - v_last));
		return;
	end if;
	perform sojourn.issue_new(p_actor, p_term, p_release, v_new);
	v_mails := sojourn.issue_finish(p_actor, p_term, p_release, p_run,
	    v_new || v_known);
	return next sojourn.says('issue',
	    case when cardinality(v_new || v_known) > 0 then 'done'
		when p_applications is null or v_skip = 0 then 'already'
		else v_first end, 'R8',
	    jsonb_build_object('run', p_run,
		'issued', coalesce(cardinality(v_new || v_known), 0),
		'new', coalesce(cardinality(v_new), 0),
		'known', coalesce(cardinality(v_known), 0),
		'skipped', v_skip, 'mails', v_mails, 'release', p_release),
	    '', 'term', p_term);
	return query select * from unnest(v_left);
end
$$;
