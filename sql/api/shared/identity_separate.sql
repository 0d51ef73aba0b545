-- sojourn.identity_separate(actor, case, reason): two humans.  Undoes a merge
-- when there was one: what had moved goes back and the closed account opens
-- again (S1).  The caller has locked the case.
-- Outcomes: done, already
-- Tables: identity_case (update, insert), person, application,
--   registration_right, account (update)
create or replace function sojourn.identity_separate(p_actor sojourn.actor,
    p_case bigint, p_reason text)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_case record;
	v_drop bigint;
	v_keep bigint;
begin
	select * into v_case from identity_case where id = p_case;
	if v_case.state = 'separate' then
		return sojourn.verdict('already', 'R22');
	end if;
	if v_case.state <> 'merged' then
		update identity_case
		   set state = 'separate', decided_by = p_actor.account_id,
		       decided_at = sojourn.now(), reason = p_reason
		 where id = p_case;
		update application set identity = 'new', version = version + 1
		 where id = v_case.application_id and identity = 'doubtful'
		   and not exists (select from identity_case o
			where o.application_id = v_case.application_id
			  and o.state in ('open', 'merge-asked'));
		return sojourn.verdict('done', 'R22');
	end if;
	v_drop := (v_case.moved ->> 'drop')::bigint;
	v_keep := (v_case.moved ->> 'keep')::bigint;
	update person set merged_into = null where id = v_drop;
	update application a
	   set person_id = v_drop, version = version + 1,
	       identity = case when exists (select from temporary_id t
		   where t.person_id = v_drop) then 'known' else 'new' end
	 where to_jsonb(a.id) <@ (v_case.moved -> 'applications')
	   and a.state <> 'issued';
	update registration_right r set person_id = v_drop
	 where r.person_id = v_keep
	   and to_jsonb(r.term_id) <@ (v_case.moved -> 'terms');
	update account set disabled_at = null
	 where id = (v_case.moved ->> 'account')::bigint;
	update session s set ended_at = clock_timestamp()
	  from account c
	 where c.id = s.account_id and c.person_id in (v_keep, v_drop)
	   and s.ended_at is null;
	update identity_case set undone_at = clock_timestamp() where id = p_case;
	insert into identity_case (a, b, application_id, why, state, reason,
	    asked_by, decided_by, decided_at)
	values (v_case.a, v_case.b, v_case.application_id, v_case.why,
	    'separate', p_reason, p_actor.account_id, p_actor.account_id,
	    sojourn.now());
	return sojourn.verdict('done', 'R22', '{"undone": true}');
end
$$;
