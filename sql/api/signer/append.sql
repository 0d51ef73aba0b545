-- signer_api.append(...): one more entry of the log with the head that covers
-- it.  The same entry again changes nothing; another one in its place is a
-- fault.
-- Parameters: p_n, p_entry, p_leaf; p_root, p_at, p_key, p_signature the head,
--             all null where an entry is put back below the newest
-- Tables: log_entry, log_head (read, insert), document_year (update), those of
--         sojourn.document_end
create or replace function signer_api.append(p_serial text, p_action text,
    p_n bigint, p_entry text, p_leaf bytea, p_root bytea, p_at text,
    p_key text, p_signature bytea)
returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_number text[] := regexp_match(p_serial, '-([0-9]{4})-([0-9]{6})$');
begin
	if not exists (select from log_entry l
	    where l.n = p_n and l.leaf_hash = p_leaf) then
		if p_n <> (select count(*) from log_entry) then
			raise exception 'entry % does not follow', p_n;
		end if;
		insert into log_entry (n, serial, action, entry, leaf_hash,
		    sha256)
		values (p_n, p_serial, p_action, p_entry, p_leaf,
		    decode(p_entry::jsonb ->> 'sha256', 'hex'));
	end if;
	if p_root is not null then
		insert into log_head (size, root, at, key_id, signature)
		values (p_n + 1, p_root, p_at, p_key, p_signature)
		on conflict (size) do nothing;
	end if;
	-- What the log calls ended is ended, also where an older copy of the
	-- document says otherwise (S14).
	if p_action <> 'issue' then
		perform sojourn.document_end(null, p_serial, case p_action
		    when 'revoke' then 'revoked' else 'superseded' end, 'log');
	end if;
	-- A serial of the log is taken, even where its document was lost (S14).
	insert into document_year as y (year, last)
	values (v_number[1]::integer, v_number[2]::integer)
	on conflict (year) do update set last = greatest(y.last, excluded.last);
end
$$;
