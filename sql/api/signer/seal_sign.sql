-- signer_api.seal_sign(...): one more head of the audit.  The same head again
-- changes nothing.
-- Parameters: p_n, p_head, p_key, p_signature; p_lost  the head's rows are gone:
--             an older copy was restored, and what it sealed anew under numbers
--             that are taken is sealed again
-- Tables: audit_head (insert), audit_seal (delete)
create or replace function signer_api.seal_sign(p_n bigint, p_head text,
    p_key text, p_signature bytea, p_lost boolean)
returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if p_lost then
		delete from audit_seal s where not exists (
		    select from audit_head h where h.n = s.n);
	end if;
	insert into audit_head (n, head, key_id, signature)
	values (p_n, p_head, p_key, p_signature)
	on conflict (n) do nothing;
end
$$;
