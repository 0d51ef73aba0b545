-- cli_api.audit_heads(from): the next twenty heads of the audit with their
-- seals, as they are to be checked.
-- Returns: n, head, key_id, signature; rows, leaves, root, closed, all null where
--          the seal is not there
-- Tables: audit_head, audit_seal (read)
create or replace function cli_api.audit_heads(p_from bigint)
returns table (n bigint, head text, key_id text, signature text, rows text,
    leaves text, root text, closed bigint)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select h.n, h.head, h.key_id, encode(h.signature, 'hex'),
	       s.rows::text, encode(s.leaves, 'hex'), encode(s.root, 'hex'),
	       s.closed
	  from audit_head h left join audit_seal s on s.n = h.n
	 where h.n > p_from
	 order by h.n
	 limit 20
$$;
