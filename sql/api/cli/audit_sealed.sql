-- cli_api.audit_sealed(n): the rows that a seal covers, as far as they are there.
-- Returns: as sojourn.audit_rows
-- Tables: audit_seal (read), those of sojourn.audit_rows
create or replace function cli_api.audit_sealed(p_n bigint)
returns table (id text, tx text, at text, told_at text, account_id text,
    person_id text, university_id text, program text, act text,
    object_kind text, object_id text, outcome text, rule text,
    request_id text, n text, detail text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select r.* from audit_seal s
	 cross join lateral sojourn.audit_rows(lower(s.rows), upper(s.rows) - 1,
	     s.rows, '{}', null) r
	 where s.n = p_n
$$;
