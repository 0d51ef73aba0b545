-- sojourn.says(...): builds the answer to an act.
-- Parameters: p_section  what the message stands beside when several were
--             asked: a section's code, an application's number; '' = the whole
create or replace function sojourn.says(p_act text, p_outcome text,
    p_rule text, p_detail jsonb default '{}', p_section text default '',
    p_kind text default '', p_id bigint default null)
returns sojourn.answer
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select row(p_act, p_section, p_outcome, p_rule,
	    coalesce(p_detail, '{}') || case when p_section = '' then '{}'
		else jsonb_build_object('section', p_section) end,
	    p_kind, p_id)::sojourn.answer
$$;
