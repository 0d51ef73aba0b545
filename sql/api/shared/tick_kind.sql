-- sojourn.tick_kind(may, can_add, next): what the boxes before the sections of
-- the student's page are for: 'add' to register, 'cart' to put aside until a
-- window of adding opens, '' there are none.
-- Parameters: columns of sojourn.registration_state
-- Without settings of its own, so that it is inlined.
create or replace function sojourn.tick_kind(p_may text, p_can_add boolean,
    p_next text) returns text
language sql immutable
as $$
	select case when p_may <> 'done' then '' when p_can_add then 'add'
	    when p_next in ('REGISTER', 'CHANGE') then 'cart' else '' end
$$;
