-- sojourn.ticks(kind, why, in_cart): has a section a box on the student's page?
-- Parameters: p_kind of sojourn.tick_kind, p_why the reason why it cannot be
--             taken, '' = none; what may change until the window opens can be
--             put aside all the same
-- Without settings of its own, so that it is inlined.
create or replace function sojourn.ticks(p_kind text, p_why text,
    p_in_cart boolean) returns boolean
language sql immutable
as $$
	select case p_kind when 'add' then p_why = ''
	    when 'cart' then not p_in_cart and p_why in ('', 'conflict',
		'credits', 'full', 'quota')
	    else false end
$$;
