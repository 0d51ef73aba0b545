-- staff_api.term_save(...): a new term, or another text, door, class dates or
-- day of the final catalogue of one that is there (R1, R13, R27, C2).
-- Outcomes: done; already (nothing differs, or the same request); invalid with
--   the field (code, classes_until)
-- Tables: term (insert, update), audit (insert)
create or replace function staff_api.term_save(p_session bytea, p_right text,
    p_request text, p_code text, p_from date, p_until date, p_door text,
    p_title text, p_notice_at date, p_notice_by text, p_final timestamptz)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_id    integer;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'term') then
		return next sojourn.says('term', 'already', 'R1');
		return;
	end if;
	if p_until < p_from or p_code !~ '^[0-9]{4}-[12SW]$' then
		return query select * from sojourn.conclude(v_actor, p_request,
		    array[sojourn.says('term', 'invalid', 'R1',
			jsonb_build_object('field', case when p_until < p_from
			    then 'classes_until' else 'code' end))]);
		return;
	end if;
	insert into term as t (code, classes, door, notice_title, notice_at,
	    notice_by, catalogue_final_at)
	values (p_code, daterange(p_from, p_until, '[]'), p_door, p_title,
	    p_notice_at, p_notice_by, p_final)
	on conflict (code) do update
	   set classes = excluded.classes, door = excluded.door,
	       notice_title = excluded.notice_title,
	       notice_at = excluded.notice_at, notice_by = excluded.notice_by,
	       catalogue_final_at = excluded.catalogue_final_at
	 where (t.classes, t.door, t.notice_title, t.notice_at, t.notice_by,
	     t.catalogue_final_at) is distinct from (excluded.classes,
	     excluded.door, excluded.notice_title, excluded.notice_at,
	     excluded.notice_by, excluded.catalogue_final_at)
	returning t.id into v_id;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('term', case when v_id is null then 'already'
		else 'done' end, 'R1', jsonb_build_object('code', p_code), '',
		'term', coalesce(v_id, sojourn.term_current(p_code)))]);
end
$$;
