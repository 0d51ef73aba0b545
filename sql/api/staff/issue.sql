-- staff_api.issue(...): the POST of /staff/issue (R8, C33).
-- Parameters: p_term  code, '' = the current term; p_release  local time of
--             the mails, null = at once; p_applications  empty = every
--             approved one
-- Outcomes: done, already (nothing left, or the same request), review,
--   not-recommended, not-approved, duplicate, gone (nothing but such rows);
--   invalid with the field (release_at in the past, unknown term)
-- Tables: request (insert), the rest by sojourn.issue
create or replace function staff_api.issue(p_session bytea, p_right text,
    p_request text, p_term text, p_release timestamptz,
    p_applications bigint[])
returns table (section text, outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_term  integer := sojourn.term_current(p_term);
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	section := '';
	if v_term is null or p_release < sojourn.now() then
		outcome := 'invalid';
		rule := 'C33';
		detail := jsonb_build_object('field', case when v_term is null
		    then 'term' else 'release_at' end);
		return next;
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'issue') then
		outcome := 'already';
		rule := 'R8';
		detail := '{}';
		return next;
		return;
	end if;
	return query
	select coalesce(i.application::text, ''), i.outcome, i.rule, i.detail
	  from sojourn.issue(v_actor, v_term, p_release,
	      case when cardinality(p_applications) > 0 then p_applications end,
	      coalesce(nullif(p_request, ''), md5(random()::text))) i
	 order by i.application nulls first;
end
$$;
