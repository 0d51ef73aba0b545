-- staff_api.agreement_save(...): a new agreement (p_id null) or other values of
-- one.  Two agreements of a university for one programme never overlap.
-- Outcomes: done; already (the same request); gone (no such agreement);
--   conflict (overlaps another one); invalid with the field
-- Tables: agreement (insert, update), university (locked), audit (insert)
create or replace function staff_api.agreement_save(p_session bytea,
    p_right text, p_request text, p_id bigint, p_university text,
    p_programme text, p_from date, p_until date, p_max integer,
    p_quota integer, p_note text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_uni   integer;
	v_valid daterange;
	v_id    bigint := p_id;
	v_end   text := 'done';
	v_field text;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'agreement') then
		return next sojourn.says('agreement', 'already', 'R2');
		return;
	end if;
	select u.id into v_uni from university u where u.code = p_university
	   for no key update;
	v_field := case when v_uni is null then 'university'
	    when p_until < p_from then 'valid_until' end;
	if v_field is not null then
		v_end := 'invalid';
	elsif p_id is not null and not exists (select from agreement g
	    where g.id = p_id and g.university_id = v_uni) then
		v_end := 'gone';
	else
		v_valid := daterange(p_from, p_until, '[]');
		if exists (select from agreement g where g.university_id = v_uni
		    and g.programme_type = p_programme and g.valid && v_valid
		    and g.id is distinct from p_id) then
			v_end := 'conflict';
		elsif p_id is null then
			insert into agreement (university_id, programme_type,
			    valid, max_credits, quota, note)
			values (v_uni, p_programme, v_valid, p_max, p_quota,
			    p_note) returning id into v_id;
		else
			update agreement set programme_type = p_programme,
			       valid = v_valid, max_credits = p_max,
			       quota = p_quota, note = p_note
			 where id = p_id;
		end if;
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('agreement', v_end, 'R2', case when v_field
		is not null then jsonb_build_object('field', v_field)
		else jsonb_build_object('code', p_university) end, '',
		'agreement', v_id)]);
end
$$;
