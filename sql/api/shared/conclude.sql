-- sojourn.conclude(actor, request, answers): the end of an act of staff: every
-- answer goes to the audit, done and refused alike, and to the program.
-- When nothing was done the request id is free again, so that the corrected
-- form may carry it.
-- Returns: the answers
-- Tables: audit (insert), request (delete)
create or replace function sojourn.conclude(p_actor sojourn.actor,
    p_request text, p_answers sojourn.answer[])
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_good boolean;
begin
	select bool_or(a.outcome in ('done', 'pending', 'already'))
	  into v_good from unnest(p_answers) a;
	if not v_good then
		delete from request r
		 where r.account_id = p_actor.account_id and r.id = p_request;
	end if;
	perform sojourn.note(p_actor, a.act, a.object_kind, a.object_id,
	    a.outcome, a.rule, case when v_good then p_request end,
	    a.detail, a.n::integer - 1)
	  from unnest(p_answers) with ordinality as a(act, section, outcome,
	      rule, detail, object_kind, object_id, n)
	 order by a.n;
	return query select * from unnest(p_answers);
end
$$;
