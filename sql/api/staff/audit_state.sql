-- staff_api.audit_state(): how far the audit is sealed.
-- Returns: as sojourn.audit_sealing
-- Tables: those of sojourn.audit_sealing
create or replace function staff_api.audit_state(p_session bytea,
    p_right text)
returns table (head bigint, signed_at timestamptz, sealed bigint,
    unsealed bigint, oldest_s bigint, late boolean)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query select s.head, s.signed_at, s.sealed, s.unsealed,
	    s.oldest_s, s.late from sojourn.audit_sealing() s;
end
$$;
