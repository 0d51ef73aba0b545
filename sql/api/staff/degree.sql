-- staff_api.degree(no): what certificates say of an own degree student (R109), a
-- row for each line of the record, then leaves, payments, courses and what was
-- corrected by hand.
-- Returns: part (name, fact, leave, tuition, course, corrected), what, value,
--          more, at; no row when nobody has the number
-- Tables: degree_record, degree_leave, degree_payment, degree_course,
--         degree_correction, person, account (read)
create or replace function staff_api.degree(p_session bytea, p_right text,
    p_no text)
returns table (part text, what text, value text, more text, at timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v degree_record;
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	select * into v from degree_record d
	 where lower(d.student_no) = lower(btrim(p_no));
	return query
	select 'name', v.student_no, p.name_native, trim(p.name_family || ' '
	       || p.name_given), null::timestamptz
	  from person p where p.id = v.person_id;
	return query
	select 'fact', f, coalesce(to_jsonb(v) ->> f, ''), '', null::timestamptz
	  from unnest(sojourn.degree_fields()) with ordinality u(f, n)
	 where v.id is not null order by u.n;
	return query
	select 'leave', l.from_on::text, l.till_on::text, '', null::timestamptz
	  from degree_leave l where l.record_id = v.id order by l.from_on;
	return query
	select 'tuition', y.term, to_char(y.amount, 'FM999,999,999'),
	       y.item || ', ' || y.paid_on, null::timestamptz
	  from degree_payment y where y.record_id = v.id
	 order by sojourn.term_rank(y.term), y.item;
	return query
	select 'course', c.term || ' ' || c.code, c.grade || coalesce(' ('
	       || trim_scale(c.percent) || ')', ''), c.title_ko || ', '
	       || c.credits, null::timestamptz
	  from degree_course c where c.record_id = v.id
	 order by sojourn.term_rank(c.term), c.code;
	return query
	select 'corrected', k.field, k.was || ' → ' || k.is_, a.name || ': '
	       || k.reason, k.at
	  from degree_correction k join account a on a.id = k.by_whom
	 where k.record_id = v.id order by k.id desc;
end
$$;
