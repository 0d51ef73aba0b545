-- sojourn.grade_appeal_extend(actor, appeal, until, reason): staff give the
-- instructor more time (R15); the student is told.
-- Outcomes: done; gone; changed (decided meanwhile); invalid (field until: not
--   after now and the due date so far; field reason)
-- Tables: grade_appeal (locked, update), grade_appeal_act (insert), outbox
create or replace function sojourn.grade_appeal_extend(p_actor sojourn.actor,
    p_appeal bigint, p_until timestamptz, p_reason text)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
begin
	select p.state, p.due_at into v from grade_appeal p
	 where p.id = p_appeal for no key update;
	if not found then
		return verdict('gone', 'R15');
	elsif v.state <> 'open' then
		return verdict('changed', 'R15');
	elsif coalesce(btrim(p_reason), '') = '' then
		return verdict('invalid', 'R15', '{"field": "reason"}');
	elsif p_until is null or p_until <= sojourn.now()
	    or p_until <= v.due_at then
		return verdict('invalid', 'R15', '{"field": "until"}');
	end if;
	update grade_appeal set due_at = p_until, reminded_at = null
	 where id = p_appeal;
	insert into grade_appeal_act (appeal_id, act, at, by_kind, by_whom, why,
	    until)
	values (p_appeal, 'extended', sojourn.now(), 'staff',
	    p_actor.account_id, p_reason, p_until);
	perform grade_appeal_mail(p_appeal, 'extended');
	return verdict('done', 'R15');
end
$$;
