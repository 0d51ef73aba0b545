-- sojourn.job_lists(due): the lists of registrations for the home universities
-- (R55, C28): one for each at the end of REGISTER, the final one at the end of
-- CHANGE, and afterwards, until the term is over for some weeks, a new version
-- for those where something is different.  Once grades are announced, lists of
-- them in the same way (R186).
-- Returns: {"lists": n}
-- Tables: term, time_window, final_list, document (read), those of
--   sojourn.lists_make and sojourn.list_sign
create or replace function sojourn.job_lists(p_due timestamptz)
returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v   record;
	v_n integer := 0;
begin
	for v in
		select t.id, coalesce(c.closes_at <= p_due, false) as final,
		       p_due in (w.closes_at, c.closes_at) as always
		  from term t
		  join time_window w on w.term_id = t.id and w.kind = 'REGISTER'
		   and w.university_id is null and w.replaced_at is null
		  left join time_window c on c.term_id = t.id
		   and c.kind = 'CHANGE' and c.university_id is null
		   and c.replaced_at is null
		 where t.id > 0 and w.closes_at <= p_due
		   and upper(t.classes) + 60 > p_due::date
		 order by t.id
	loop
		v_n := v_n + lists_make(v.id, case when v.final then 'final'
		    else 'interim' end, coalesce(v.always, false));
	end loop;
	for v in
		select t.id from term t
		 where t.id > 0 and grades_announced(t.id) <= p_due
		   and upper(t.classes) + 60 > p_due::date
		 order by t.id
	loop
		v_n := v_n + lists_make(v.id, 'grades', false);
		-- What could not be signed is tried again until it can.
		perform list_sign(l.id)
		  from final_list l join document d on d.serial = l.serial
		 where l.term_id = v.id and d.state = 'failed'
		   and d.failed_why <> 'overtaken';
	end loop;
	return jsonb_build_object('lists', v_n);
end
$$;
