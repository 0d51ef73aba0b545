-- certificates_api.settle(session, right, serial): what became of a copy that was
-- just made.  A copy that the signer refused because the right had ended ends
-- the copies beside it, too: nothing of them is issued.
-- Returns: one row: state and why; none for somebody else's
-- Tables: certificate_copy, document (read, update)
create or replace function certificates_api.settle(p_session bytea,
    p_right text, p_serial text)
returns table (state text, why text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v       record;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	select d.id, d.state, d.failed_why, y.request_id into v
	  from document d join certificate_copy y on y.document_id = d.id
	 where d.serial = p_serial and d.asked_by = v_actor.account_id;
	if not found then
		return;
	end if;
	if v.state = 'failed' and v.failed_why = 'changed' then
		update document d set state = 'failed', failed_why = 'changed'
		  from certificate_copy y
		 where y.request_id = v.request_id and d.id = y.document_id
		   and d.state in ('asked', 'printed');
	end if;
	return query select v.state, v.failed_why;
end
$$;
