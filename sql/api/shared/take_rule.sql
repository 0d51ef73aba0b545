-- sojourn.take_rule(outcome, had, leaves, limit): the rule that a refusal of
-- sojourn.decide names.
-- Parameters: p_had, p_leaves the states of the student's enrolments in the
--             section to take and in the one to leave, null = none; p_limit the
--             rule that set the limit of credits (R18, R19, R32, C20)
-- Returns: null where no rule is named
-- Without settings of its own, so that it is inlined.
create or replace function sojourn.take_rule(p_outcome text, p_had text,
    p_leaves text, p_limit text) returns text
language sql immutable
as $$
	select case p_outcome when 'closed' then 'R32'
	    when 'not-open-to-exchange' then 'R17'
	    when 'ineligible' then case when coalesce(nullif(p_had, 'enrolled'),
		p_leaves) = 'closed_by_host' then 'R32' else 'R11' end
	    when 'conflict' then 'R30' when 'credits' then p_limit
	    when 'quota' then 'R2' end
$$;
