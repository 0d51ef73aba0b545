-- sojourn.mail(...): a mail in the transaction that causes it (F12).
-- Parameters: p_kind    X-Sojourn-Kind, names the template of mailer
--             p_to      one address; nothing is written when it is empty
--             p_params  values for the template; the rest are references from
--                       which mailer takes names and makes links and codes
--             p_not_before  on the clock of sojourn.now(), null = at once
-- Returns: the outbox row's id, null when there was no address
-- Tables: outbox (insert)
create or replace function sojourn.mail(p_kind text, p_to text, p_lang text,
    p_params jsonb default '{}', p_account bigint default null,
    p_person bigint default null, p_application bigint default null,
    p_attempt bigint default null, p_university integer default null,
    p_not_before timestamptz default null)
returns bigint
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	insert into outbox (kind, to_address, lang, params, account_id,
	    person_id, application_id, attempt_id, university_id, not_before)
	select p_kind, p_to, coalesce(p_lang, 'ko'), coalesce(p_params, '{}'),
	    p_account, p_person, p_application, p_attempt, p_university,
	    p_not_before
	 where coalesce(p_to, '') <> ''
	returning id
$$;
