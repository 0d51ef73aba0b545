-- sojourn.take_detail(…): what a section taken says of itself, in the audit and
-- to the student: his credits with it, their limit, the seats and the version
-- of their number that was in force (F11).
-- Written as text, because jsonb_build_object asks the catalog about each
-- value: this is made for every registration of the rush.
-- Without settings of its own, so that it is inlined.
create or replace function sojourn.take_detail(p_credits integer,
    p_have integer, p_max integer, p_capacity integer, p_version integer)
returns jsonb
language sql immutable
as $$
	select ('{"max": ' || p_max::text || ', "have": ' || p_have::text
	    || ', "credits": ' || p_credits::text
	    || ', "version": ' || p_version::text
	    || ', "capacity": ' || p_capacity::text || '}')::jsonb
$$;
