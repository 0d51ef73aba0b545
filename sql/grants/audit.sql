-- the sealing of the audit: clerk seals, signer signs, everybody concerned reads
grant select on sojourn.audit_seal, sojourn.audit_head to clerk_owner,
    signer_owner, cli_owner, staff_owner, partner_owner, health_owner;
grant select on sojourn.audit_batch to cli_owner;
grant select on sequence sojourn.audit_id_seq to clerk_owner;
grant insert on sojourn.audit_seal to clerk_owner;
grant select, insert, update on sojourn.audit_day to clerk_owner;
grant select (id, told_at, act) on sojourn.audit to clerk_owner;
grant select (zone) on sojourn.host to clerk_owner;
grant select on sojourn.audit_day to cli_owner, staff_owner;
grant execute on function sojourn.audit_find(bigint, bigint, date, date,
	bigint, bigint[], boolean, bigint[], integer, text, text, text, bigint,
	boolean, text, integer),
    sojourn.audit_spans(date, date, text) to staff_owner;
grant delete on sojourn.audit_seal to signer_owner;
grant insert on sojourn.audit_head to signer_owner;
grant execute on function sojourn.audit_rows(bigint, bigint, int8multirange,
	int8multirange, integer) to clerk_owner, cli_owner, staff_owner;
grant execute on function sojourn.audit_sealing() to cli_owner, staff_owner,
    health_owner;
grant execute on function pg_logical_emit_message(boolean, text, text)
    to clerk_owner;
grant select (account_id, id) on sojourn.request to staff_owner;
