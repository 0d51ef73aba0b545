-- staff_api.section_quota(...): how many seats of a section the students of one
-- university may take (R2).
-- Parameters: p_seats  null ends the agreement
-- Outcomes: those of sojourn.quota_set; invalid (university); already (the same
--   request)
-- Tables: section, university (read), the rest by sojourn.quota_set
create or replace function staff_api.section_quota(p_session bytea,
    p_right text, p_request text, p_term text, p_section text,
    p_university text, p_seats integer)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_id    integer;
	v_uni   integer;
	v_end   sojourn.verdict;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'quota') then
		return next sojourn.says('quota', 'already', 'R2');
		return;
	end if;
	select s.id into v_id from section s
	 where s.term_id = sojourn.term_current(p_term) and s.code = p_section;
	select u.id into v_uni from university u where u.code = p_university;
	v_end := case when v_id is null then sojourn.verdict('gone', 'R2')
	    when v_uni is null then sojourn.verdict('invalid', 'R2',
		'{"field": "university"}')
	    else sojourn.quota_set(v_id, v_uni, p_seats) end;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('quota', v_end.outcome, v_end.rule,
		v_end.detail || jsonb_build_object('university', p_university),
		p_section, 'section', v_id)]);
end
$$;
