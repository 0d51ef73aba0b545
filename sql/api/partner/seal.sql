-- partner_api.seal(session, right): the newest head of the audit, for whoever
-- wants to keep one; a head holds numbers and hashes, nobody's data.
-- Returns: one row, n null while there is none: n, signed_at, rows; file, the
--          head with its signature, as `sojourn audit verify --head` reads it
-- Tables: audit_head (read)
create or replace function partner_api.seal(p_session bytea, p_right text)
returns table (n bigint, signed_at timestamptz, rows bigint, file text)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select h.n, split_part(h.head, E'\n', 9)::timestamptz,
	       split_part(h.head, E'\n', 4)::bigint,
	       format(E'%skey %s\nsignature %s\n', h.head, h.key_id,
		   encode(h.signature, 'hex'))
	  from (select 1) one
	  left join (select * from audit_head order by audit_head.n desc limit 1) h on true;
end
$$;
