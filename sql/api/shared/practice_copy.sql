-- sojourn.practice_copy(term, till): makes the copies of a practice: the term,
-- its sections with seats, agreed seats and times, the students' rights and
-- carts, and one window that is open until p_till.  Every seat is free.
-- Returns: how many students may take part
-- Tables: term, section, section_seat, section_quota, section_time,
--   registration_right, cart, time_window (insert)
create or replace function sojourn.practice_copy(p_term integer,
    p_till timestamptz) returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_n integer;
begin
	insert into term overriding system value
	select (jsonb_populate_record(null::term, to_jsonb(t)
	    || jsonb_build_object('id', -t.id, 'code', 'P' || t.code))).*
	  from term t where t.id = p_term;
	insert into section overriding system value
	select (jsonb_populate_record(null::section, to_jsonb(s)
	    || jsonb_build_object('id', -s.id, 'term_id', -s.term_id))).*
	  from section s where s.term_id = p_term;
	insert into section_seat
	select (jsonb_populate_record(null::section_seat, to_jsonb(e)
	    || jsonb_build_object('section_id', -e.section_id, 'taken', 0,
		'held', 0, 'waiting', 0, 'freed', 0, 'version', 1))).*
	  from section_seat e join section s on s.id = e.section_id
	 where s.term_id = p_term;
	insert into section_quota (section_id, university_id, seats)
	select -q.section_id, q.university_id, q.seats
	  from section_quota q join section s on s.id = q.section_id
	 where s.term_id = p_term;
	insert into section_time (section_id, day, starts, ends)
	select -x.section_id, x.day, x.starts, x.ends
	  from section_time x join section s on s.id = x.section_id
	 where s.term_id = p_term;
	insert into cart (person_id, section_id, added_at)
	select c.person_id, -c.section_id, c.added_at
	  from cart c join section s on s.id = c.section_id
	 where s.term_id = p_term;
	insert into time_window (term_id, kind, opens_at, closes_at, source)
	values (-p_term, 'REGISTER', sojourn.now(), p_till, 'practice');
	insert into registration_right
	select (jsonb_populate_record(null::registration_right, to_jsonb(r)
	    || jsonb_build_object('term_id', -r.term_id))).*
	  from registration_right r where r.term_id = p_term;
	get diagnostics v_n = row_count;
	return v_n;
end
$$;
