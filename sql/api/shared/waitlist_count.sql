-- sojourn.waitlist_count(section, held, keep): writes down how many wait and how
-- many seats are held; the caller holds the lock of the seats.
-- Parameters: p_held  seats offered (and held for other reasons); p_keep  while
--             nothing can be offered, free seats are kept for those who wait
-- Tables: section_seat (update), waitlist (read)
create or replace function sojourn.waitlist_count(p_section integer,
    p_held integer, p_keep boolean) returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	update section_seat s
	   set waiting = n.waiting, freed = n.freed, held = p_held + n.freed
	  from (select w.n as waiting, case when p_keep then greatest(least(w.n,
			e.capacity - e.taken - p_held), 0) else 0 end as freed
		  from section_seat e
		 cross join lateral (select count(*)::integer as n from waitlist w
			where w.section_id = p_section
			  and w.state = 'waiting') w
		 where e.section_id = p_section) n
	 where s.section_id = p_section
	   and (s.waiting, s.freed, s.held)
	       is distinct from (n.waiting, n.freed, p_held + n.freed)
$$;
