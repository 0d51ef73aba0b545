-- staff_api.holiday_save(...): a holiday is added (or renamed) or removed; due
-- dates in working days follow at once.
-- Parameters: p_decision  add or remove
-- Outcomes: done; already; gone (removing what is not there); invalid (name)
-- Tables: holiday (insert, update, delete), audit (insert)
create or replace function staff_api.holiday_save(p_session bytea,
    p_right text, p_request text, p_decision text, p_day date, p_name text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_end   text;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'holiday') then
		return next sojourn.says('holiday', 'already', null);
		return;
	end if;
	if p_decision = 'remove' then
		delete from holiday h where h.day = p_day;
		v_end := case when found then 'done' else 'gone' end;
	elsif coalesce(p_name, '') = '' then
		v_end := 'invalid';
	else
		insert into holiday as h (day, name) values (p_day, p_name)
		on conflict (day) do update set name = excluded.name
		 where h.name <> excluded.name;
		v_end := case when found then 'done' else 'already' end;
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('holiday', v_end, null, case v_end
		when 'invalid' then '{"field": "name"}'::jsonb
		else jsonb_build_object('day', p_day) end, '', 'holiday')]);
end
$$;
