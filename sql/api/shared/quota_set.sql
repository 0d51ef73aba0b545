-- sojourn.quota_set(section, university, seats): agrees how many seats of a
-- section the students of one university may take (R2); null ends the
-- agreement.  Those who hold a seat already count.
-- Locks: students by id, then the section's seats, as sojourn.decide does.
-- Returns: done with seats and taken; already (that number); gone (no such
--   section); quota (more of its students hold a seat: detail.taken)
-- Tables: section_seat, section_quota, enrolment (written),
--         registration_right (locked)
create or replace function sojourn.quota_set(p_section integer,
    p_university integer, p_seats integer) returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_taken integer;
begin
	perform from registration_right r
	  join enrolment e on e.person_id = r.person_id
	   and e.term_id = r.term_id
	 where e.section_id = p_section and r.university_id = p_university
	 order by r.person_id for no key update of r;
	perform from section_seat s where s.section_id = p_section
	   for no key update;
	if not found then
		return verdict('gone', 'R2');
	end if;
	if p_seats is not distinct from (select q.seats from section_quota q
	    where q.section_id = p_section and q.university_id = p_university) then
		return verdict('already', 'R2');
	end if;
	select count(*) into v_taken
	  from enrolment e
	  join registration_right r on r.person_id = e.person_id
	   and r.term_id = e.term_id and r.university_id = p_university
	 where e.section_id = p_section and e.holds_seat;
	if v_taken > p_seats then
		return verdict('quota', 'R2', jsonb_build_object('taken', v_taken,
		    'quota', p_seats));
	end if;
	if p_seats is not null then
		insert into section_quota as q (section_id, university_id, seats)
		values (p_section, p_university, p_seats)
		on conflict (section_id, university_id) do update
		   set seats = excluded.seats;
	end if;
	update enrolment e set quota_of = case when p_seats is not null
		then p_university end
	  from registration_right r
	 where r.person_id = e.person_id and r.term_id = e.term_id
	   and r.university_id = p_university and e.section_id = p_section
	   and (e.quota_of is null) <> (p_seats is null);
	delete from section_quota q
	 where p_seats is null and q.section_id = p_section
	   and q.university_id = p_university;
	update section_seat s set version = s.version + 1,
	       quotas = exists (select from section_quota q
		   where q.section_id = p_section)
	 where s.section_id = p_section;
	return verdict('done', 'R2', jsonb_build_object('quota', p_seats,
	    'taken', v_taken));
end
$$;
