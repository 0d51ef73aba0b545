-- sojourn.identity_merge(actor, case, reason): asks for a merge, or agrees to
-- the one a colleague asked for (S1).  The caller has locked the case.
-- The one with the older ID stays, without IDs the older row.  No credentials
-- move: the other account is closed and its sessions end.  What moves is
-- remembered in the case, so that it can be undone.
-- Outcomes: pending, done, already, forbidden (S1: same person), conflict
-- Tables: identity_case, person, application, registration_right, account,
--   session (update); calendar_link (delete); enrolment, term, temporary_id (read)
create or replace function sojourn.identity_merge(p_actor sojourn.actor,
    p_case bigint, p_reason text)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_case record;
	v_keep bigint;
	v_drop bigint;
	v_apps bigint[];
	v_terms integer[];
	v_account bigint;
begin
	select * into v_case from identity_case where id = p_case;
	if v_case.state = 'merged' then
		return sojourn.verdict('already', 'R22');
	elsif v_case.state <> 'merge-asked' then
		update identity_case set state = 'merge-asked',
		       asked_by = p_actor.account_id, reason = p_reason
		 where id = p_case;
		return sojourn.verdict('pending', 'S1');
	elsif sojourn.same_human(v_case.asked_by, p_actor.account_id) then
		return sojourn.verdict('forbidden', 'S1',
		    '{"why": "two-people"}');
	end if;
	perform from person p where p.id in (v_case.a, v_case.b)
	  order by p.id for update;
	select p.id into v_keep
	  from person p left join temporary_id t on t.person_id = p.id
	 where p.id in (v_case.a, v_case.b)
	 order by t.issued_at nulls last, t.id, p.id limit 1;
	v_drop := v_case.a + v_case.b - v_keep;
	if exists (select from enrolment e join term t on t.id = e.term_id
	    where e.person_id = v_drop and e.state in ('enrolled',
		'withdraw_requested', 'withdraw_home_confirmed')
	      and upper(t.classes) > sojourn.now()::date) then
		return sojourn.verdict('conflict', 'R22',
		    '{"why": "registered"}');
	end if;
	update person set merged_into = v_keep where id = v_drop;
	with moved as (
		update application a set person_id = v_keep, version = version + 1,
		       identity = case when exists (select from temporary_id t
			   where t.person_id = v_keep) then 'known' else 'new' end
		 where a.person_id = v_drop and a.state <> 'issued'
		returning a.id)
	select array_agg(m.id) into v_apps from moved m;
	with moved as (
		update registration_right r set person_id = v_keep
		 where r.person_id = v_drop and not exists (
			select from registration_right k
			 where k.person_id = v_keep and k.term_id = r.term_id)
		returning r.term_id)
	select array_agg(m.term_id) into v_terms from moved m;
	update account set disabled_at = clock_timestamp()
	 where person_id = v_drop and disabled_at is null
	returning id into v_account;
	update session s set ended_at = clock_timestamp()
	  from account c
	 where c.id = s.account_id and c.person_id in (v_keep, v_drop)
	   and s.ended_at is null;
	delete from calendar_link l where l.person_id in (v_keep, v_drop);
	update identity_case
	   set state = 'merged', decided_by = p_actor.account_id,
	       decided_at = sojourn.now(), reason = p_reason,
	       moved = jsonb_build_object('keep', v_keep, 'drop', v_drop,
		   'applications', to_jsonb(v_apps), 'terms', to_jsonb(v_terms),
		   'account', v_account)
	 where id = p_case;
	return sojourn.verdict('done', 'R22', jsonb_build_object('keep', v_keep,
	    'drop', v_drop));
end
$$;
