-- staff_api.list_store(...): a list that came on paper or by mail, as a preview
-- entered on behalf of its university (R6).
-- Outcomes: done (detail: list); those of sojourn.list_problem; invalid with the
--   field; already (the same request)
-- Tables: those of sojourn.list_store
create or replace function staff_api.list_store(p_session bytea,
    p_right text, p_request text, p_term text, p_university text,
    p_file_name text, p_sha256 bytea, p_notes jsonb, p_rows jsonb)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_term  integer := sojourn.term_current(p_term);
	v_uni   integer := (select u.id from university u
	    where u.code = p_university);
	v       sojourn.verdict;
	v_list  bigint;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'list') then
		return next sojourn.says('onbehalf-list', 'already', 'R6');
		return;
	end if;
	v := case when v_uni is null or v_term is null
	    then sojourn.verdict('invalid', 'R6', '{"field": "university"}')
	    else sojourn.list_problem(v_term, v_uni) end;
	if v.outcome is null then
		v_list := sojourn.list_store(v_actor, v_uni, v_term, p_file_name,
		    p_sha256, p_notes, p_rows);
		v := sojourn.verdict('done', 'R6');
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('onbehalf-list', v.outcome, v.rule, v.detail
		|| case when v_list is null then '{}'
		    else jsonb_build_object('list', v_list) end, '', 'list',
		v_list)]);
end
$$;
