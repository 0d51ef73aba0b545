-- staff_api.issue(...): the POST of /staff/issue (R8, C33).
-- Parameters: p_term  code, '' = the current term; p_release  time of the
--             mails, null = at once; p_applications  empty = every approved one
-- Outcomes: done, already (nothing left, or the same request), review,
--   not-recommended, not-approved, duplicate, gone (nothing but such rows);
--   invalid with the field (release_at in the past, unknown term); full (the
--   term's serials are used up)
-- Tables: request (insert), the rest by sojourn.issue
create or replace function staff_api.issue(p_session bytea, p_right text,
    p_request text, p_term text, p_release timestamptz,
    p_applications bigint[])
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor   sojourn.actor;
	v_term    integer := sojourn.term_current(p_term);
	v_answers sojourn.answer[];
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'issue') then
		return next sojourn.says('issue', 'already', 'R8');
		return;
	end if;
	if v_term is null or p_release < sojourn.now() then
		v_answers := array[sojourn.says('issue', 'invalid', 'C33',
		    jsonb_build_object('field', case when v_term is null
		    then 'term' else 'release_at' end))];
	else
		v_answers := array(select i from sojourn.issue(v_actor, v_term,
		    p_release, case when cardinality(p_applications) > 0
			then p_applications end,
		    coalesce(nullif(p_request, ''), md5(random()::text))) i);
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    v_answers);
end
$$;
