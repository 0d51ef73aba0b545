-- signer_api.seal_heads(from): up to a thousand heads of the audit, in order, for
-- a journal that was lost.
-- Tables: audit_head (read)
create or replace function signer_api.seal_heads(p_from bigint)
returns table (n bigint, head text, key_id text, signature text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select h.n, h.head, h.key_id, encode(h.signature, 'hex')
	  from audit_head h
	 where h.n > p_from
	 order by h.n
	 limit 1000
$$;
