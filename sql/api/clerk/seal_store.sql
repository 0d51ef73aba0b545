-- clerk_api.seal_store(...): a seal, which signer will sign.  Another clerk may
-- have been faster: then nothing happens, and its rows come again.
-- Parameters: as the columns of audit_seal
-- Tables: audit_seal (insert)
create or replace function clerk_api.seal_store(p_n bigint,
    p_rows int8multirange, p_leaves bytea, p_root bytea, p_closed bigint,
    p_seen_id bigint, p_seen_tx xid8)
returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	insert into audit_seal (n, rows, leaves, root, closed, seen_id, seen_tx)
	values (p_n, p_rows, p_leaves, p_root, p_closed, p_seen_id, p_seen_tx)
	on conflict do nothing
$$;
