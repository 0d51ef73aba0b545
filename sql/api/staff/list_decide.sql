-- staff_api.list_decide(...): commits or discards a list entered on behalf of
-- its university; the preview is exactly what commit does (R6, R20).
-- Parameters: p_decision  commit or discard
-- Outcomes: those of sojourn.list_commit; done; gone; already
-- Tables: partner_list (update), those of sojourn.list_commit
create or replace function staff_api.list_decide(p_session bytea,
    p_right text, p_request text, p_list bigint, p_decision text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_uni   integer;
	v       sojourn.verdict;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'list') then
		return next sojourn.says('onbehalf-' || p_decision, 'already',
		    'R6');
		return;
	end if;
	select l.university_id into v_uni from partner_list l
	 where l.id = p_list and l.on_behalf
	   for update;
	if v_uni is null then
		v := sojourn.verdict('gone', 'R6');
	elsif p_decision = 'commit' then
		v := sojourn.list_commit(v_actor, v_uni, p_list, null);
	else
		update partner_list l set state = 'discarded'
		 where l.id = p_list and l.state = 'preview';
		v := sojourn.verdict(case when found then 'done'
		    else 'gone' end, 'R6');
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('onbehalf-' || p_decision, v.outcome, v.rule,
		v.detail, '', 'list', p_list)]);
end
$$;
