-- sojourn.refuse_detail(…): what a refusal of sojourn.decide, or a swap, says of
-- itself.
-- Parameters: p_outcome; p_reasons all of them, the first is the outcome (of
--             'done' none); p_dropped the code of the section left in a swap;
--             p_state of the enrolment that is in the way; p_with, p_day,
--             p_starts, p_ends what it overlaps with; p_credits of the section,
--             p_have, p_max of the student; p_capacity, p_quota seats;
--             p_version of the section's numbers (F11)
-- Without settings of its own, so that it is inlined.
create or replace function sojourn.refuse_detail(p_outcome text,
    p_reasons text[], p_dropped text, p_state text, p_with text,
    p_day integer, p_starts time, p_ends time, p_credits integer,
    p_have integer, p_max integer, p_capacity integer, p_quota integer,
    p_version integer) returns jsonb
language sql stable
as $$
	select jsonb_strip_nulls(jsonb_build_object(
	    'also', case when cardinality(p_reasons) > 1
		then to_jsonb(p_reasons[2:]) end,
	    'dropped', p_dropped,
	    'state', case when p_outcome in ('duplicate', 'ineligible')
		then p_state end,
	    'with', p_with, 'day', p_day,
	    'starts', to_char(p_starts, 'HH24:MI'),
	    'ends', to_char(p_ends, 'HH24:MI'), 'credits', p_credits,
	    'would', case when 'credits' = any (p_reasons)
		then p_have + p_credits end,
	    'have', p_have + case when p_outcome = 'done'
		then coalesce(p_credits, 0) else 0 end,
	    'max', p_max, 'capacity', p_capacity,
	    'quota', case when p_outcome = 'quota' then p_quota end,
	    'version', p_version))
$$;
