-- sojourn.mail_secret(kind): does this kind of mail open an account to whoever
-- reads it?  Such a mail is never sent to an address that somebody typed at the
-- desk (S1); its reader asks for a new one himself.
create or replace function sojourn.mail_secret(p_kind text) returns boolean
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select p_kind in ('login-code', 'step-up-code', 'reset', 'email-change',
	    'email2', 'confirm', 'status-link', 'letter-link', 'letter-reader')
$$;
