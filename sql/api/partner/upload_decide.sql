-- partner_api.upload_decide(session, right, request, list, decision): commit or
-- discard a previewed list of the own university (S11).
-- Outcomes: of commit as sojourn.list_commit; of discard done, gone
-- Tables: partner_list (update)
create or replace function partner_api.upload_decide(p_session bytea,
    p_right text, p_request text, p_list bigint, p_decision text)
returns table (outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor actor := sojourn.enter(p_session, p_right);
	v       verdict;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'list') then
		return query select 'already', null::text, '{}'::jsonb;
		return;
	end if;
	if p_decision = 'commit' then
		v := sojourn.list_commit(v_actor, v_actor.university_id,
		    p_list, p_request);
	else
		update partner_list l set state = 'discarded'
		 where l.id = p_list and l.state = 'preview'
		   and l.university_id = v_actor.university_id;
		v := sojourn.verdict(case when found then 'done' else 'gone' end);
		perform sojourn.note(v_actor, 'list-discard', 'list', p_list,
		    v.outcome, v.rule, p_request);
	end if;
	if v.outcome not in ('done', 'already') then
		delete from request r
		 where r.account_id = v_actor.account_id and r.id = p_request;
	end if;
	return query select v.outcome, v.rule, v.detail;
end
$$;
