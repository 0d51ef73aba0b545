-- sojourn.withdraw_lock(withdrawals): takes the locks that every decision about
-- withdrawals needs, in the order of sojourn.decide: students by id, then the
-- sections' seats by id; the withdrawals themselves last.
-- Tables: withdrawal, registration_right, section_seat (locked)
create or replace function sojourn.withdraw_lock(p_ids bigint[]) returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	perform 1 from registration_right r
	  where (r.person_id, r.term_id) in (select w.person_id, w.term_id
	      from withdrawal w where w.id = any (p_ids))
	  order by r.person_id for no key update;
	perform 1 from section_seat s
	  where s.section_id in (select w.section_id from withdrawal w
	      where w.id = any (p_ids))
	  order by s.section_id for no key update;
	perform 1 from withdrawal w where w.id = any (p_ids)
	  order by w.id for no key update;
end
$$;
