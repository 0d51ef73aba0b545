-- staff_api.section_close(...): the university closes a section (R32): those
-- enrolled are not withdrawn but closed_by_host, their seats are free, what
-- they had asked lapses, each of them gets a mail and may for some days choose
-- another section in its place.
-- Parameters: p_until  the end of those days, null = as the rule
--             substitute_days says
-- Outcomes: done with the number of people and the end; already; gone (no such
--   section in the term); invalid (reason; until: past, or after the classes)
-- Tables: section, section_seat, enrolment, withdrawal (update), substitute,
--   audit, outbox (insert), all by sojourn.section_close; term (read)
create or replace function staff_api.section_close(p_session bytea,
    p_right text, p_request text, p_term text, p_section text, p_reason text,
    p_until timestamptz)
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
	    when p_until is not null and not exists (select from section s
		join term t on t.id = s.term_id where s.id = v_id
		 and p_until > sojourn.now() and p_until < upper(t.classes))
		then sojourn.verdict('invalid', 'R32', '{"field": "until"}')
	    else sojourn.section_close(v_actor, v_id, p_reason, p_until)
	    end;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('close', v_end.outcome, v_end.rule,
		v_end.detail, p_section, 'section', v_id)]);
end
$$;
