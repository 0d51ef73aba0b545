-- sojourn.audit_rows(...): rows of the audit as the text that is hashed, the same
-- whatever the settings of who asks (lib/seal.c).
-- Parameters: p_from, p_upto  ids, both included; p_in  only these, null = all;
--             p_out  none of these; p_limit
-- Returns: the columns in the order in which they are hashed, by id
-- Tables: audit (read)
create or replace function sojourn.audit_rows(p_from bigint, p_upto bigint,
    p_in int8multirange, p_out int8multirange, p_limit integer)
returns table (id text, tx text, at text, told_at text, account_id text,
    person_id text, university_id text, program text, act text,
    object_kind text, object_id text, outcome text, rule text,
    request_id text, n text, detail text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
set timezone = 'UTC'
set datestyle = 'ISO'
as $$
	select a.id::text, a.tx::text, a.at::text, a.told_at::text,
	       a.account_id::text, a.person_id::text, a.university_id::text,
	       a.program, a.act, a.object_kind, a.object_id::text, a.outcome,
	       a.rule, a.request_id, a.n::text, a.detail::text
	  from audit a
	 where a.id between p_from and p_upto
	   and (p_in is null or p_in @> a.id)
	   and not p_out @> a.id
	 order by a.id
	 limit p_limit
$$;
