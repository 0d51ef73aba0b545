-- sojourn.letter_late(letter): does the clock of R115 still run for it, and has
-- it run out?  It stops when the letter can be fetched or handed over, or was
-- sent off.
-- Tables: letter, letter_document (read)
create or replace function sojourn.letter_late(p_letter bigint)
returns boolean
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select sojourn.letter_due(l.asked_at) <= sojourn.now()
	   and (l.state in ('requested', 'writing', 'review', 'approved')
	    or (l.state = 'issued' and (l.delivery = 'post'
		or (l.delivery = 'download' and (select x.sealed
		    from letter_document x where x.letter_id = l.id
		    order by x.serial desc limit 1)))))
	  from letter l where l.id = p_letter
$$;
