-- staff_api.exception_ask(...): an exception to a deadline is asked for; it
-- holds once a second person has agreed.
-- Parameters: p_kind  late-list and late-letter of a university; late-act and
--             late-withdrawal of one student; p_login  the student's ID;
--             p_take, p_leave  codes of the sections he may take, leave or
--             withdraw from, apart by blanks or commas; a late act names some,
--             a late withdrawal without any is for every course of his
-- Outcomes: pending; already (the same request); invalid with the field
--   (university, login, until, reason, term, take, leave)
-- Tables: exception, exception_section, audit (insert), university,
--   temporary_id, section (read)
create or replace function staff_api.exception_ask(p_session bytea,
    p_right text, p_request text, p_kind text, p_university text,
    p_login text, p_term text, p_reason text, p_until timestamptz,
    p_take text default '', p_leave text default '')
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor  sojourn.actor;
	v_term   integer := sojourn.term_current(p_term);
	v_list   boolean := p_kind in ('late-list', 'late-letter');
	v_uni    integer;
	v_person bigint;
	v_take   text[] := sojourn.exception_codes(p_take);
	v_leave  text[] := sojourn.exception_codes(p_leave);
	v_field  text;
	v_id     bigint;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'exception') then
		return next sojourn.says('exception-ask', 'already', null);
		return;
	end if;
	select u.id into v_uni from university u where u.code = p_university;
	select t.person_id into v_person from temporary_id t
	 where t.id = p_login;
	v_field := case when v_term is null then 'term'
	    when v_list and v_uni is null then 'university'
	    when not v_list and v_person is null then 'login'
	    when not v_list and exists (select from unnest(v_take) c
		where not exists (select from section s
		    where s.term_id = v_term and s.code = c)) then 'take'
	    when not v_list and exists (select from unnest(v_leave) c
		where not exists (select from section s
		    where s.term_id = v_term and s.code = c)) then 'leave'
	    when p_kind = 'late-act'
		and cardinality(v_take) + cardinality(v_leave) = 0 then 'take'
	    when coalesce(p_reason, '') = '' then 'reason'
	    when p_until is null or p_until <= sojourn.now() then 'until' end;
	if v_field is null then
		insert into exception (kind, university_id, person_id, term_id,
		    reason, until, asked_by)
		values (p_kind, case when v_list then v_uni end,
		    case when not v_list then v_person end,
		    v_term, p_reason, p_until, v_actor.account_id)
		returning id into v_id;
		insert into exception_section (exception_id, section_id, act)
		select v_id, s.id, c.act
		  from (select unnest(v_take) as code, 'take' as act
			 where p_kind = 'late-act'
			union select unnest(v_leave), 'leave') c
		  join section s on s.term_id = v_term and s.code = c.code
		 where not v_list;
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('exception-ask', case when v_field is null
		then 'pending' else 'invalid' end, null, case when v_field
		is not null then jsonb_build_object('field', v_field)
		else jsonb_build_object('kind', p_kind) end, '', 'exception',
		v_id)]);
end
$$;
