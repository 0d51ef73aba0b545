-- sojourn.note(...): one line of the audit, done and refused acts alike.
-- Parameters: who acted (an actor, may be null), what, on what, how it ended,
--             which rule, under which request id, its position there, and ids
--             or plain values that are needed to understand it.  Never names,
--             addresses or texts that a person typed (S12).
-- Tables: audit (insert)
create or replace function sojourn.note(p_actor sojourn.actor, p_act text,
    p_object_kind text, p_object_id bigint, p_outcome text, p_rule text,
    p_request text default null, p_detail jsonb default '{}',
    p_n integer default 0, p_person bigint default null)
returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	insert into audit (told_at, account_id, person_id, university_id,
	    program, act, object_kind, object_id, outcome, rule, request_id, n,
	    detail)
	values (sojourn.now(), (p_actor).account_id,
	    coalesce(p_person, (p_actor).person_id), (p_actor).university_id,
	    replace(session_user, 'sojourn_', ''), p_act, p_object_kind,
	    p_object_id, p_outcome, p_rule, p_request, p_n,
	    coalesce(p_detail, '{}'))
$$;
