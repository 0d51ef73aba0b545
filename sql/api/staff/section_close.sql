-- staff_api.section_close(...): the university closes a section (R32): those
-- enrolled are not withdrawn but closed_by_host, their seats are free, what
-- they had asked lapses, and each of them gets a mail.
-- Outcomes: done with the number of people; already; gone (no such section in
--   the term); invalid (reason)
-- Tables: section, section_seat, enrolment, withdrawal (update), audit, outbox
--   (insert), all by sojourn.section_close
create or replace function staff_api.section_close(p_session bytea,
    p_right text, p_request text, p_term text, p_section text, p_reason text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_id    integer;
	v_end   sojourn.verdict;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'close') then
		return next sojourn.says('close', 'already', 'R32');
		return;
	end if;
	select s.id into v_id from section s
	 where s.term_id = sojourn.term_current(p_term) and s.code = p_section;
	v_end := case when coalesce(p_reason, '') = ''
		then sojourn.verdict('invalid', 'R32', '{"field": "reason"}')
	    when v_id is null then sojourn.verdict('gone', 'R32')
	    else sojourn.section_close(v_actor, v_id, p_reason) end;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('close', v_end.outcome, v_end.rule,
		v_end.detail, p_section, 'section', v_id)]);
end
$$;
