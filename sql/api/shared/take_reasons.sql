-- sojourn.take_reasons(state, open, had, clash, would, max, free, agreed): why a
-- section cannot be taken: the rules R32, R17, R11, R30, R18/R19, the seats and
-- R2 in the order in which they are asked.  The one text for sojourn.decide and
-- for what only looks: the list, the cart before the window, suggestions.
-- Parameters: p_state, p_open of the section; p_had the state of the student's
--             enrolment in it, null = none; p_clash overlaps with one that
--             stays; p_would the credits it would make, p_max their limit
--             (null = none); p_free seats left; p_agreed those left of the
--             student's university there (null = no agreed number)
-- Returns: outcomes of the contract, the first is the one decide would give;
--          empty: it can be taken
-- Without settings of its own, so that it is inlined.
create or replace function sojourn.take_reasons(p_state text, p_open boolean,
    p_had text, p_clash boolean, p_would integer, p_max integer,
    p_free integer, p_agreed integer) returns text[]
language sql immutable
as $$
	select pg_catalog.array_remove(array[
	    case when p_state = 'closed' then 'closed' end,
	    case when not p_open then 'not-open-to-exchange' end,
	    case when p_had in ('withdrawn', 'closed_by_host') then 'ineligible'
		when p_had is not null then 'duplicate' end,
	    case when p_clash then 'conflict' end,
	    case when p_would > p_max then 'credits' end,
	    case when p_free <= 0 then 'full' end,
	    case when p_agreed <= 0 then 'quota' end], null)
$$;
