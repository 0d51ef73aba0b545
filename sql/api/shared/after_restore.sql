-- sojourn.after_restore(serials): what an older copy must not bring back (S14):
-- sessions, links, codes, known devices and mail that may be sent already; and
-- no serial is issued twice.  Run once, by the superuser, before the copy is
-- put in place; no role may execute it.
-- Parameters: p_serials  {"2025-2": 215, …} of the database it replaces; null
--             when that is lost: every counter goes up by a thousand
-- Returns: one row: how many of each were ended
-- Tables: session, token, login_attempt, device, totp, outbox, id_serial,
--         document_year (update),
--         calendar_link (delete), term (read), audit (insert)
create or replace function sojourn.after_restore(p_serials jsonb,
    out sessions bigint, out links bigint, out mails bigint,
    out serials bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	update session set ended_at = clock_timestamp() where ended_at is null;
	get diagnostics sessions = row_count;
	update token set used_at = sojourn.now() where used_at is null;
	get diagnostics links = row_count;
	delete from calendar_link;
	-- Codes used since the copy was made are good no more.
	update totp set last_step = greatest(last_step,
	    floor(extract(epoch from clock_timestamp()) / 30)::bigint);
	update login_attempt set used_at = clock_timestamp() where used_at is null;
	update device set ended_at = clock_timestamp() where ended_at is null;
	update outbox set state = 'failed',
	       last_error = 'restored from an older copy: it may have been sent'
	 where state in ('queued', 'sending');
	get diagnostics mails = row_count;
	update id_serial s
	   set last = least(99999, case when p_serials is null
		then s.last + 1000
		else greatest(s.last, (p_serials ->> t.code)::integer) end)
	  from term t
	 where t.id = s.term_id
	   and (p_serials is null or (p_serials ->> t.code)::integer > s.last);
	get diagnostics serials = row_count;
	-- Serials of documents: signer knows which were given, and says so a
	-- moment later; until then there must be room.
	update document_year set last = least(999999, last + 1000);
	perform sojourn.note(null, 'restore', 'database', null, 'done', 'S14',
	    null, jsonb_build_object('sessions', sessions, 'links', links,
		'mails', mails, 'serials', serials));
end
$$;
