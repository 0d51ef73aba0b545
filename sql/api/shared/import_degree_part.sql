-- sojourn.import_degree_part(row): a leave, a payment or a course of an own degree
-- student as the row says; with remove it is gone.
-- Returns: new, changed or same
-- Tables: degree_record (read), degree_leave, degree_payment, degree_course
--         (insert, update, delete)
create or replace function sojourn.import_degree_part(p_row jsonb)
returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_record bigint := (select d.id from degree_record d
	    where d.student_no = p_row ->> 'student_no');
	v_kind   text := p_row ->> 'record';
	v_item   text := coalesce(nullif(p_row ->> 'item', ''), '등록금');
	v_new    boolean;
begin
	if coalesce((p_row ->> 'remove')::boolean, false) then
		delete from degree_leave l where v_kind = 'leave'
		   and l.record_id = v_record
		   and l.from_on = (p_row ->> 'from_on')::date;
		v_new := found;
		delete from degree_payment p where v_kind = 'tuition'
		   and p.record_id = v_record and p.term = p_row ->> 'term'
		   and p.item = v_item;
		v_new := v_new or found;
		delete from degree_course c where v_kind = 'course'
		   and c.record_id = v_record and c.term = p_row ->> 'term'
		   and c.code = p_row ->> 'code';
		return case when v_new or found then 'changed' else 'same' end;
	elsif v_kind = 'leave' then
		insert into degree_leave as l (record_id, from_on, till_on)
		values (v_record, (p_row ->> 'from_on')::date,
		    (p_row ->> 'till_on')::date)
		on conflict (record_id, from_on) do update
		   set till_on = excluded.till_on
		 where l.till_on <> excluded.till_on
		returning xmax = 0 into v_new;
	elsif v_kind = 'tuition' then
		insert into degree_payment as p (record_id, term, item, amount,
		    paid_on)
		values (v_record, p_row ->> 'term', v_item,
		    (p_row ->> 'amount')::integer, (p_row ->> 'paid_on')::date)
		on conflict (record_id, term, item) do update
		   set amount = excluded.amount, paid_on = excluded.paid_on
		 where (p.amount, p.paid_on)
		    is distinct from (excluded.amount, excluded.paid_on)
		returning xmax = 0 into v_new;
	else
		insert into degree_course as c (record_id, term, code, title_ko,
		    title_en, title_ja, credits, grade, percent)
		values (v_record, p_row ->> 'term', p_row ->> 'code',
		    p_row ->> 'title_ko', coalesce(p_row ->> 'title_en', ''),
		    coalesce(p_row ->> 'title_ja', ''),
		    (p_row ->> 'credits')::integer, p_row ->> 'grade',
		    nullif(p_row ->> 'percent', '')::numeric)
		on conflict (record_id, term, code) do update
		   set title_ko = excluded.title_ko, title_en = excluded.title_en,
		       title_ja = excluded.title_ja, credits = excluded.credits,
		       grade = excluded.grade, percent = excluded.percent
		 where (c.title_ko, c.title_en, c.title_ja, c.credits, c.grade,
		       c.percent) is distinct from (excluded.title_ko,
		       excluded.title_en, excluded.title_ja, excluded.credits,
		       excluded.grade, excluded.percent)
		returning xmax = 0 into v_new;
	end if;
	return case when v_new then 'new' when not v_new then 'changed'
	    else 'same' end;
end
$$;
